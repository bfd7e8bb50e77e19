import type { Adapter, AllClientMetadata } from 'oidc-provider';
import type { ClientSource, FrontEnd, IssuerClient, PartnerSystem } from './ports';

const clientId = /^[\x21-\x7e]{1,128}$/;
const separator = ' ';

/** The library's view of the registered clients; nobody registers one through it. */
export function clientAdapter(clients: ClientSource): Adapter {
  const nothing = async () => {};
  const find = async (id: string) => {
    const client = clientId.test(id) ? await clients.find(id) : undefined;
    return client && { ...metadataOf(client), api_scopes: [...client.scopes] };
  };
  return {
    find,
    upsert: nothing,
    consume: nothing,
    destroy: nothing,
    revokeByGrantId: nothing,
    findByUid: nothing,
    findByUserCode: nothing,
  };
}

const metadataOf = (client: IssuerClient): AllClientMetadata => ({
  client_id: client.clientId,
  client_name: client.name,
  ...(client.type === 'partner' ? partner(client) : frontEnd(client)),
});

const frontEnd = (client: FrontEnd): AllClientMetadata => ({
  token_endpoint_auth_method: 'none',
  application_type: client.type === 'native' ? 'native' : 'web',
  redirect_uris: [...client.redirectUris],
  post_logout_redirect_uris: [...(client.postLogoutRedirectUris ?? [])],
  grant_types: ['authorization_code'],
  response_types: ['code'],
});

// Without keys and without a secret nothing matches: the empty list of hashes is written as one separator.
const partner = ({ jwks, secretHashes = [] }: PartnerSystem): AllClientMetadata => ({
  ...(jwks
    ? { token_endpoint_auth_method: 'private_key_jwt', jwks: jwks }
    : { token_endpoint_auth_method: 'client_secret_basic', client_secret: secretHashes.join(separator) || separator }),
  redirect_uris: [],
  grant_types: ['client_credentials'],
  response_types: [],
});

export const hashesIn = (clientSecret: string): string[] => clientSecret.split(separator);
