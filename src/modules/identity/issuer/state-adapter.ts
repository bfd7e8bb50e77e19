import type { Adapter, AdapterPayload } from 'oidc-provider';
import { InvalidClientAuth, InvalidGrant } from './library';
import type { IssuerStorage } from './ports';

const alive = '(expires_at is null or expires_at > now())';
const select = `select payload, extract(epoch from consumed_at)::int as consumed from identity.oidc_state where model = $1 and ${alive}`;
const insert = `insert into identity.oidc_state as kept (model, id, payload, grant_id, user_code, uid, expires_at)
  values ($1, $2, $3::jsonb, $4, $5, $6, now() + make_interval(secs => $7::float8))
  on conflict (model, id) do update set payload = excluded.payload, grant_id = excluded.grant_id,
  user_code = excluded.user_code, uid = excluded.uid, expires_at = excluded.expires_at`;

export const statements = {
  upsert: insert,
  insertOnce: `${insert} where kept.expires_at <= now() returning id`,
  find: `${select} and id = $2`,
  findByUid: `${select} and uid = $2`,
  findByUserCode: `${select} and user_code = $2`,
  consume: 'update identity.oidc_state set consumed_at = now() where model = $1 and id = $2 and consumed_at is null returning id',
  destroy: 'delete from identity.oidc_state where model = $1 and id = $2',
  revokeByGrantId: 'delete from identity.oidc_state where model = $1 and grant_id = $2',
  purge: 'delete from identity.oidc_state where expires_at < now()',
};

const identifier = /^[\w-]{1,128}$/;

/** Keeps one kind of issuer state in the database, where every process finds it and a restart leaves it. */
export class StateAdapter implements Adapter {
  constructor(
    private readonly model: string,
    private readonly storage: IssuerStorage,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const { grantId = null, userCode = null, uid = null } = payload;
    const row = [this.model, id, JSON.stringify(payload), grantId, userCode, uid, expiresIn ?? null];
    if (this.model !== 'ReplayDetection') return void (await this.storage.query(statements.upsert, row));
    // RFC 7523 section 3 (jti): of two processes that see the same assertion at once, only one may accept it.
    const kept = await this.storage.query(statements.insertOnce, row);
    if (kept.length === 0) throw new InvalidClientAuth('client assertion tokens must only be used once');
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.read(statements.find, id);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.read(statements.findByUid, uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.read(statements.findByUserCode, userCode);
  }

  /** RFC 6749 section 4.1.2: a code is used once, also when two processes receive it at the same moment. */
  async consume(id: string): Promise<void> {
    const consumed = await this.storage.query(statements.consume, [this.model, id]);
    if (consumed.length === 0) throw new InvalidGrant('already consumed');
  }

  async destroy(id: string): Promise<void> {
    await this.storage.query(statements.destroy, [this.model, id]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.storage.query(statements.revokeByGrantId, [this.model, grantId]);
  }

  private async read(statement: string, key: string): Promise<AdapterPayload | undefined> {
    if (!identifier.test(key)) return undefined;
    type Row = { payload: AdapterPayload; consumed: number | null };
    const [row] = await this.storage.query<Row>(statement, [this.model, key]);
    return row && { ...row.payload, ...(row.consumed === null ? undefined : { consumed: row.consumed }) };
  }
}

export async function purgeExpiredState(storage: IssuerStorage): Promise<void> {
  await storage.query(statements.purge, []);
}
