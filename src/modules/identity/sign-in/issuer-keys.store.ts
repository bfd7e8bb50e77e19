import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { newSigningKey } from '../issuer/signing-keys';
import { Db } from '../../../kernel/persistence/db';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import { Vault } from '../../../kernel/persistence/vault';
import { Tx } from '../../../kernel/persistence/tx';

/** Keys that sign tokens: made once, sealed, shared by all processes, so that tokens survive a restart. */
@Injectable()
export class IssuerKeys {
  constructor(
    private readonly db: Db,
    private readonly tx: Tx,
    private readonly vault: Vault,
  ) {}

  /** Private keys, newest first; the first start makes one. */
  all(): Promise<JWK[]> {
    return this.tx.run(async () => {
      await this.db.query(`select pg_advisory_xact_lock(hashtext('identity.issuer_key'))`);
      const rows = await this.db.query<{ id: string; jwk: string }>(
        'select id, jwk_sealed as jwk from identity.issuer_key order by id desc',
      );
      if (rows.length) return rows.map(({ id, jwk }) => JSON.parse(this.vault.open(jwk, place(id))) as JWK);
      return [await this.make()];
    });
  }

  private async make(): Promise<JWK> {
    const id = uuidv7();
    const jwk = await newSigningKey();
    await this.db.query('insert into identity.issuer_key (id, jwk_sealed) values ($1, $2)', [
      id,
      this.vault.seal(JSON.stringify(jwk), place(id)),
    ]);
    return jwk;
  }
}

const place = (id: string) => ({ table: 'identity.issuer_key', column: 'jwk', id });
