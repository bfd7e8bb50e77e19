import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Clock, DayPassed } from '../../../kernel/clock/clock';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Config } from '../../../kernel/config/config';
import { On } from '../../../kernel/events/listeners';
import { Tx } from '../../../kernel/persistence/tx';
import { type VerificationOutcome, verifyCredential } from '../credential/verify';
import { Licences } from '../licence/licence.store';
import { standingOn } from '../licence/standing.rules';
import { refuse } from '../licences.errors';
import { LicenceKeys } from '../publishing/licence-keys';
import { StatusLists } from '../publishing/status-lists.service';
import { VerificationCodes } from './verification-code.store';

/** licences/L5: whether a licence holds, and nothing else about it. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly tx: Tx,
    private readonly keys: LicenceKeys,
    private readonly lists: StatusLists,
    private readonly licences: Licences,
    private readonly codes: VerificationCodes,
  ) {}

  /** The holder shows the code; whoever reads it within a minute may ask. */
  makeCode(by: Actor, id: string): Promise<{ code: string; expiresAt: string }> {
    return this.tx.run(async () => {
      await this.licences.lookupFor(by, 'present', id);
      return this.codes.make(id);
    });
  }

  async verify({
    credential,
    code,
  }: {
    credential?: string;
    code?: string;
  }): Promise<{ outcome: VerificationOutcome; checkedAt: string }> {
    if ((credential === undefined) === (code === undefined)) throw refuse('one-thing-to-verify');
    const now = await this.clock.now();
    const outcome = code === undefined ? await this.byCredential(credential!, now) : await this.byCode(code, now);
    return { outcome, checkedAt: now };
  }

  @On(DayPassed, 'licences.sweep-codes')
  async sweepCodes(): Promise<void> {
    await this.codes.sweep();
  }

  private async byCredential(text: string, now: string): Promise<VerificationOutcome> {
    const { outcome } = await verifyCredential(text, {
      ...{ jwks: this.keys.jwks(), issuer: this.config.publicUrl, now: new Date(now) },
      statusList: (address) => this.lists.tokenAt(address),
    });
    return outcome;
  }

  private async byCode(code: string, now: string): Promise<VerificationOutcome> {
    const licence = await this.codes.find(code);
    const standing = licence && standingOn(shanghaiDay(now), licence);
    return !standing || standing === 'not-yet-valid' ? 'unknown' : standing;
  }
}
