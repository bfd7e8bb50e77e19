import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import type { Validity } from '../licence/standing.rules';

const SECONDS = 60;
const MAKE = `
  insert into licences.verification_code (digest, licence_id, expires_at)
  values ($1, $2, kernel.now() + interval '${SECONDS} seconds') returning expires_at as "expiresAt"`;
const FIND = `
  select l.state, l.valid_from as "validFrom", l.valid_until as "validUntil"
  from licences.verification_code c join licences.licence l on l.id = c.licence_id where c.digest = $1 and c.expires_at > kernel.now()`;
const SWEEP = 'delete from licences.verification_code where expires_at < kernel.now()';

/** licences/L5: codes of 128 random bits that stand for a licence for a minute; only their digests are kept. */
@Injectable()
export class VerificationCodes {
  constructor(private readonly db: Db) {}

  async make(licenceId: string): Promise<{ code: string; expiresAt: string }> {
    const code = randomBytes(16).toString('base64url');
    const { expiresAt } = (await this.db.one<{ expiresAt: string }>(MAKE, [digestOf(code), licenceId]))!;
    return { code, expiresAt };
  }

  find(code: string): Promise<Validity | undefined> {
    return this.db.one<Validity>(FIND, [digestOf(code)]);
  }

  async sweep(): Promise<void> {
    await this.db.query(SWEEP);
  }
}

const digestOf = (code: string): string => createHash('sha256').update(code).digest('hex');
