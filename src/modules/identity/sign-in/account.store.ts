import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import { refuse } from '../identity.errors';
import type { Account, AccountSource, SignInOutcome } from '../issuer/ports';
import { hashPassword, isWeakPassword, verifyPassword } from '../issuer/passwords';

/** Issuer of the accounts that sign in here with a name and a password. */
export const BUILT_IN = 'built-in';
const FAILURES = 5;
const LOCK = '15 minutes';

export interface NewAccount {
  ownerId: string;
  kind: 'person' | 'staff';
  signInName: string;
  password: string;
}

interface AccountRow {
  ownerId: string;
  kind: 'person' | 'staff';
  passwordHash: string;
  locked: boolean;
}

const OPEN = `
  insert into identity.account (id, owner_id, kind, issuer, subject, password_hash) values ($1, $2, $3, $4, $5, $6)
  on conflict (issuer, subject) do nothing returning id`;
const READ = `
  select owner_id as "ownerId", kind, password_hash as "passwordHash", coalesce(locked_until > clock_timestamp(), false) as locked
  from identity.account where issuer = $1 and subject = $2`;
// Counted in one statement, so that parallel guesses are all counted.
const FAILED = `
  update identity.account set failures = case when failures + 1 >= ${FAILURES} then 0 else failures + 1 end,
    locked_until = case when failures + 1 >= ${FAILURES} then clock_timestamp() + interval '${LOCK}' else locked_until end
  where issuer = $1 and subject = $2 and coalesce(locked_until <= clock_timestamp(), true)`;
const SUCCEEDED =
  'update identity.account set failures = 0, locked_until = null where issuer = $1 and subject = $2 and failures > 0';
const ACTIVE = `
  select id, 'person' as kind from identity.person where id = $1 and state = 'active'
  union all select id, 'staff' from identity.staff where id = $1 and state = 'active'`;
const EXTERNAL = 'select owner_id as "ownerId" from identity.account where issuer = $1 and subject = $2';

const isUuid = /^[0-9a-f-]{36}$/;

/** Sign-in names: here with a password, or the subject of a trusted external issuer. */
@Injectable()
export class Accounts implements AccountSource {
  constructor(private readonly db: Db) {}

  async open({ password, ...account }: NewAccount): Promise<void> {
    mustBeStrong(password);
    await this.insert(account, await hashPassword(password));
  }

  /** Accounts that share a password which everybody knows: it is hashed once for all of them. */
  async openAll(password: string, accounts: Omit<NewAccount, 'password'>[]): Promise<void> {
    mustBeStrong(password);
    const hash = await hashPassword(password);
    for (const account of accounts) await this.insert(account, hash);
  }

  /**
   * Five failures lock the name for a quarter of an hour. A locked name, a wrong password and an unknown name take the same steps and
   * say the same: nobody learns here which names there are.
   */
  async authenticate(signInName: string, password: string): Promise<SignInOutcome> {
    // The database has no NUL, and no account without a name.
    const key = [BUILT_IN, signInName.includes('\0') ? '' : signInName];
    const account = await this.db.one<AccountRow>(READ, key);
    const right = await verifyPassword(password, account?.passwordHash);
    if (!right || !account || account.locked) {
      if (!right) await this.db.query(FAILED, key);
      return null;
    }
    await this.db.query(SUCCEEDED, key);
    return (await this.find(account.ownerId)) ?? null;
  }

  async find(accountId: string): Promise<Account | undefined> {
    if (!isUuid.test(accountId)) return undefined;
    const found = await this.db.one<{ id: string; kind: 'person' | 'staff' }>(ACTIVE, [accountId]);
    return found && { accountId: found.id, kind: found.kind };
  }

  async ownerOf(issuer: string, subject: string): Promise<string | undefined> {
    return (await this.db.one<{ ownerId: string }>(EXTERNAL, [issuer, subject]))?.ownerId;
  }

  private async insert({ ownerId, kind, signInName }: Omit<NewAccount, 'password'>, hash: string): Promise<void> {
    const opened = await this.db.one(OPEN, [uuidv7(), ownerId, kind, BUILT_IN, signInName, hash]);
    if (!opened) throw refuse('sign-in-name-taken');
  }
}

function mustBeStrong(password: string): void {
  if (isWeakPassword(password))
    throw refuse('weak-password', { errors: [{ pointer: '/password', code: 'weak', detail: 'at least 12 characters' }] });
}
