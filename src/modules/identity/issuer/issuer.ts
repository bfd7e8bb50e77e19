import { hashesIn } from './client-adapter';
import { clientSecretMatches } from './client-secrets';
import { issuerConfiguration } from './configuration';
import { Provider } from './library';
import type { IssuerOptions } from './ports';
import { publicFace } from './public-face';
import { signInRoutes } from './sign-in.routes';

/** The built-in OpenID Connect issuer. Mount `callback()` at the path of `issuerUrl`, before any body is parsed. */
export function createIssuer(options: IssuerOptions): Provider {
  if (!URL.canParse(options.audience)) throw new TypeError('RFC 8707 section 2: the audience must be an absolute URI');
  const provider = new Provider(options.issuerUrl, issuerConfiguration(options));
  provider.proxy = true;
  provider.use(publicFace(options.issuerUrl, new Set(options.allowedOrigins)));
  provider.use(signInRoutes(provider, options.accounts));
  provider.Client.prototype.compareClientSecret = function (secret) {
    return clientSecretMatches(secret, hashesIn(this.clientSecret ?? ''));
  };
  return provider;
}
