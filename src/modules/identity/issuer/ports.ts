import type { JWK } from 'jose';

/** Who an access token speaks for. */
export type TokenKind = 'person' | 'staff' | 'partner';
export type AccountKind = Exclude<TokenKind, 'partner'>;

/** SQL on the table `identity.oidc_state`. */
export interface IssuerStorage {
  query<T extends object>(sql: string, params: unknown[]): Promise<T[]>;
}

export interface Account {
  accountId: string;
  kind: AccountKind;
  name?: string;
}

export interface DemoSignIn {
  label: string;
  signInName: string;
  password: string;
}

export type SignInOutcome = Account | null;

export interface AccountSource {
  /** Counts failures itself; an unknown name, a wrong password and a locked name answer alike and take as long. */
  authenticate(signInName: string, password: string, from: { address: string }): Promise<SignInOutcome>;
  /** Nothing for an account that is gone or disabled: it gets no further token. */
  find(accountId: string): Promise<Account | undefined>;
  demoSignIns?(): Promise<readonly DemoSignIn[]> | readonly DemoSignIn[];
}

interface AnyClient {
  clientId: string;
  name: string;
  /** Scopes of the API that this client may ask for. */
  scopes: readonly string[];
}

/** A first-party front end. `native` is a program on the user's machine: any port of its loopback address is accepted. */
export interface FrontEnd extends AnyClient {
  type: 'browser' | 'native';
  redirectUris: readonly string[];
  postLogoutRedirectUris?: readonly string[];
}

/** A system of a department. It signs in with its keys where it has registered some, else with a secret. */
export interface PartnerSystem extends AnyClient {
  type: 'partner';
  /** More than one while secrets are being rotated. */
  secretHashes?: readonly string[];
  jwks?: { keys: JWK[] };
}

export type IssuerClient = FrontEnd | PartnerSystem;

export interface ClientSource {
  /** Asked on every request: a client that is not found any more is out at once. */
  find(clientId: string): Promise<IssuerClient | undefined>;
}

export interface IssuerOptions {
  /** Public address of the issuer, e.g. http://localhost:3000/oidc; addresses in answers and cookies follow it. */
  issuerUrl: string;
  /** Absolute URI of the one API the access tokens are for. */
  audience: string;
  /** Private ES256 keys; the first one signs, the others stay published until their tokens have expired. */
  keys: JWK[];
  /** The first one signs cookies, the others are still accepted. */
  cookieKeys: string[];
  storage: IssuerStorage;
  accounts: AccountSource;
  clients: ClientSource;
  accessTokenSeconds?: { people: number; partners: number };
  /** Browser origins that may read answers of the token, key and discovery addresses. */
  allowedOrigins?: readonly string[];
}
