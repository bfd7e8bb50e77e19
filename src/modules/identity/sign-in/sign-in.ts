import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { JWK } from 'jose';
import { Config } from '../../../kernel/config/config';
import { Ticks } from '../../../kernel/jobs/ticks';
import { Db } from '../../../kernel/persistence/db';
import { Vault } from '../../../kernel/persistence/vault';
import { Partners } from '../partner/partner.store';
import { createIssuer } from '../issuer/issuer';
import { publicKeySet } from '../issuer/signing-keys';
import { purgeExpiredState } from '../issuer/state-adapter';
import { TokenVerifier } from '../issuer/token-verifier';
import type { ClientSource, DemoSignIn, IssuerClient } from '../issuer/ports';
import { Accounts } from './account.store';
import { IssuerKeys } from './issuer-keys.store';

/** The audience of every access token: this API. */
export const AUDIENCE = 'urn:tongban:api';

/** What a token of the built-in issuer must have been asked for. */
export const SCOPE = 'api';

/** The built-in issuer under /oidc, and the verifier for its tokens and those of trusted external issuers. */
@Injectable()
export class SignIn implements OnModuleInit {
  private readonly logger = new Logger('sign-in');
  verifier: TokenVerifier;
  /** Sign-ins that the demo region shows on its sign-in page. */
  demoSignIns: DemoSignIn[] = [];

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly ticks: Ticks,
    private readonly vault: Vault,
    private readonly keys: IssuerKeys,
    private readonly accounts: Accounts,
    private readonly partners: Partners,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  get issuerUrl(): string {
    return `${this.config.publicUrl}/oidc`;
  }

  async onModuleInit(): Promise<void> {
    const keys = await this.keys.all();
    const trusted = this.config.settings.TRUSTED_ISSUERS.map((issuer) => ({
      issuer,
      audience: AUDIENCE,
      algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'],
    }));
    this.verifier = new TokenVerifier([
      { issuer: this.issuerUrl, audience: AUDIENCE, jwks: publicKeySet(keys), algorithms: ['ES256'] },
      ...trusted,
    ]);
    this.ticks.add('sign-in state', () => this.purge());
    if (this.adapterHost.httpAdapter) this.mount(keys);
  }

  private mount(keys: JWK[]): void {
    const storage = { query: <T extends object>(sql: string, params: unknown[]) => this.db.query<T>(sql, params) };
    const accounts = {
      authenticate: (name: string, password: string) => this.accounts.authenticate(name, password),
      find: (id: string) => this.accounts.find(id),
      demoSignIns: () => this.demoSignIns,
    };
    const cookieKeys = [this.vault.key('sign-in cookies', 32).toString('base64url')];
    const allowedOrigins = this.config.settings.ALLOWED_ORIGINS;
    const issuer = createIssuer({
      issuerUrl: this.issuerUrl,
      audience: AUDIENCE,
      keys,
      cookieKeys,
      storage,
      accounts,
      clients: this.clients(),
      allowedOrigins,
    });
    issuer.on('server_error', (_context, error: Error) => this.logger.error(error.stack));
    // Koa's own event, which the library's types do not know.
    (issuer as NodeJS.EventEmitter).on('error', (error: Error) => this.logger.error(error.stack));
    const handle = issuer.callback();
    const server = this.adapterHost.httpAdapter.getInstance<FastifyInstance>();
    // A scope of its own: the issuer reads its own forms. Sign-in is limited ten times as strictly as the API.
    void server.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _body, parsed) => parsed(null));
      const rateLimit = { max: Math.ceil(this.config.settings.RATE_LIMIT / 10) };
      scope.all('/oidc/*', { config: { rateLimit } }, (request, reply) => {
        reply.hijack();
        request.raw.url = request.raw.url!.slice('/oidc'.length);
        void handle(request.raw, reply.raw);
      });
      done();
    });
  }

  /** Our own front ends, and the partner systems that are registered and active. */
  private clients(): ClientSource {
    const scopes = [SCOPE];
    const { publicUrl } = this.config;
    const own: IssuerClient[] = [
      {
        type: 'browser',
        clientId: 'swagger-console',
        name: 'API console',
        scopes,
        redirectUris: [`${publicUrl}/docs/oauth2-redirect.html`],
      },
      { type: 'native', clientId: 'command-line', name: 'Command line', scopes, redirectUris: ['http://127.0.0.1/callback'] },
    ];
    return {
      find: async (clientId) => {
        const known = own.find((client) => client.clientId === clientId);
        if (known) return known;
        const partner = await this.partners.byClientId(clientId);
        if (!partner) return undefined;
        const { name, secretHashes, jwks } = partner;
        return {
          type: 'partner',
          clientId,
          name,
          scopes: partner.scopes,
          secretHashes,
          ...(jwks ? { jwks: jwks as { keys: JWK[] } } : {}),
        };
      },
    };
  }

  private lastPurge = 0;

  /** Once an hour is enough. */
  private async purge(): Promise<void> {
    if (Date.now() - this.lastPurge < 3_600_000) return;
    this.lastPurge = Date.now();
    await purgeExpiredState({ query: <T extends object>(sql: string, params: unknown[]) => this.db.query<T>(sql, params) });
  }
}
