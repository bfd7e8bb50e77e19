import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { IdentityFacade } from '../../identity/identity.facade';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { refuseHelp } from './help.errors';
import type { HelpEnd } from './help.rules';

export interface NamedHelper {
  helperId: string;
  mayWithdraw?: boolean;
  /** For those who record what somebody else agrees to. */
  applicantPresent?: boolean;
}

/** acceptance/A27: 帮办代办, free of charge, for one case. */
@Injectable()
export class HelpService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly identity: IdentityFacade,
  ) {}

  name(
    by: Actor,
    id: string,
    { helperId, mayWithdraw = false, applicantPresent }: NamedHelper,
    expected?: number,
  ): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'name-helper', id, expected);
      if (kase.helperId) throw refuseHelp('helped-already');
      const recorded = by.kind !== 'person';
      if (recorded && !applicantPresent) throw refuseHelp('consent-not-shown', { errors: [wrong('/applicantPresent', 'true')] });
      if (helperId === by.id) throw refuseHelp('consent-to-oneself', { errors: [wrong('/helperId', 'a colleague')] });
      const organizationId = await this.identity.workplaceOf(helperId);
      if (!organizationId) throw refuseHelp('no-such-helper', { errors: [wrong('/helperId', 'a member of staff at work')] });
      kase.nameHelper({ helperId, organizationId, mayWithdraw, consent: recorded ? 'recorded' : 'given' });
      await this.cases.save(by, kase);
      return kase;
    });
  }

  /** At once, whoever ends it: the applicant, the clerk to whom the applicant says so, or the helper. */
  end(by: Actor, id: string, expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'end-help', id, expected);
      if (!kase.helperId) throw refuseHelp('nobody-helps');
      kase.endHelp(endedBy(by, kase));
      await this.cases.save(by, kase);
      return kase;
    });
  }
}

const endedBy = (by: Actor, { helperId }: Case): HelpEnd => {
  if (by.kind === 'person') return 'revoked';
  return by.id === helperId ? 'given-up' : 'recorded-revocation';
};

const wrong = (pointer: string, detail: string) => ({ pointer, code: 'unfit', detail });
