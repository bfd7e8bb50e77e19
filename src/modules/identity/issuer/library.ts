// The package's index does nothing but re-export these modules and warn on every Node.js that is not an LTS from 22 on;
// what it needs of Node.js 22 is URL.parse, supplied below for Node.js 20.
export { InvalidClientAuth, InvalidGrant, InvalidTarget } from 'oidc-provider/lib/helpers/errors.js';
export { base as basePolicy, Check } from 'oidc-provider/lib/helpers/interaction_policy/index.js';
export { Provider } from 'oidc-provider/lib/provider.js';

const parse = (input: string, base?: string): URL | null => (URL.canParse(input, base) ? new URL(input, base) : null);
if (!('parse' in URL)) Object.defineProperty(URL, 'parse', { value: parse, configurable: true, writable: true });
