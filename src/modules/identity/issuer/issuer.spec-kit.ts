import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { JWK } from 'jose';
import { hashClientSecret } from './client-secrets';
import { createIssuer } from './issuer';
import type { AccountSource, IssuerClient, IssuerOptions, IssuerStorage } from './ports';
import { newSigningKey, publicKeySet } from './signing-keys';
import { statements } from './state-adapter';

type Row = {
  model: string;
  id: string;
  payload: object;
  grantId: unknown;
  uid: unknown;
  consumed: number | null;
  expires: number;
};

/** Answers the adapter's statements from memory. */
export function memoryStorage(): IssuerStorage {
  const rows = new Map<string, Row>();
  const one = (row: Row | undefined) => (row && row.expires > Date.now() ? [row] : []);
  const put = ([model, id, payload, grantId, , uid, seconds]: unknown[]) => {
    const row = { model, id, payload: JSON.parse(payload as string) as object, grantId, uid, consumed: null } as Row;
    rows.set(`${row.model} ${row.id}`, { ...row, expires: Date.now() + Number(seconds) * 1000 });
    return [{ id }];
  };
  const find = ([model, id]: unknown[]) => rows.get(`${String(model)} ${String(id)}`);
  const answers: Record<string, (params: unknown[]) => object[]> = {
    [statements.upsert]: put,
    [statements.insertOnce]: (params) => (find(params) ? [] : put(params)),
    [statements.find]: (params) => one(find(params)),
    [statements.findByUid]: ([model, uid]) => one([...rows.values()].find((row) => row.model === model && row.uid === uid)),
    [statements.consume]: (params) => {
      const row = find(params);
      if (!row || row.consumed !== null) return [];
      row.consumed = Math.floor(Date.now() / 1000);
      return [row];
    },
    [statements.destroy]: ([model, id]) => (rows.delete(`${String(model)} ${String(id)}`), []),
    [statements.revokeByGrantId]: ([model, grantId]) => {
      for (const [key, row] of rows) if (row.model === model && row.grantId === grantId) rows.delete(key);
      return [];
    },
  };
  return { query: (sql, params) => Promise.resolve(answers[sql]!(params) as never) };
}

export const signingKey = async (kid: string): Promise<JWK> => ({ ...(await newSigningKey()), kid });

const li = { accountId: 'a-li', kind: 'person', name: '李雷' } as const;
const han = { accountId: 'a-han', kind: 'staff', name: '韩梅梅' } as const;
const byName = new Map([
  ['lilei', { ...li, password: '公园里的长椅' }],
  ['hanmeimei', { ...han, password: 'counter-7-window' }],
]);

export const accounts: AccountSource = {
  authenticate: (name, password) => {
    const account = byName.get(name);
    return Promise.resolve(account && account.password === password ? account : null);
  },
  find: (id) => Promise.resolve([li, han].find(({ accountId }) => accountId === id)),
  demoSignIns: () => [{ label: '申请人 李雷', signInName: 'lilei', password: '公园里的长椅' }],
};

export const secret = 'c2VjcmV0LW9mLWEtcGFydG5lci1zeXN0ZW0tMzItYg';

export const clientsWith = (partnerKey: JWK, redirectUri: string): IssuerClient[] => [
  { type: 'browser', clientId: 'console', name: 'API 文档', scopes: ['cases:read', 'cases:write'], redirectUris: [redirectUri] },
  { type: 'native', clientId: 'cli', name: 'npm run token', scopes: ['cases:read'], redirectUris: ['http://127.0.0.1/callback'] },
  {
    type: 'partner',
    clientId: 'p-secret',
    name: '税务',
    scopes: ['cases:push'],
    secretHashes: [hashClientSecret('old'), hashClientSecret(secret)],
  },
  {
    type: 'partner',
    clientId: 'p-keys',
    name: '市监',
    scopes: ['cases:push'],
    jwks: publicKeySet([partnerKey]),
  },
  { type: 'partner', clientId: 'p-empty', name: '未配置', scopes: ['cases:push'] },
];

@Controller()
class Echo {
  @Post('echo')
  echo() {
    return { parsed: true };
  }
}

@Module({ controllers: [Echo] })
class Application {}

/** A server at the port the issuer's address names. */
export async function serve(options: IssuerOptions): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(Application, new FastifyAdapter(), { logger: false });
  app.use(new URL(options.issuerUrl).pathname, createIssuer(options).callback());
  await app.listen(Number(new URL(options.issuerUrl).port), '127.0.0.1');
  return app;
}
