import { Injectable } from '@nestjs/common';
import { type Actor, platform } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import type { WindowCard } from '../../directory/directory.facade';
import type { Guide } from '../../implementation/implementation.facade';
import { refuse } from '../acceptance.errors';
import type { Case } from '../case/case.entity';
import { isOverdue } from '../case/case.rules';
import { Cases } from '../case/case.store';
import { INTAKE } from '../case/case-limits.rules';
import { Clocks } from '../case/clocks.service';
import { FrozenGuides } from '../case/guides.service';
import { openOrders } from '../case/notices.rules';
import { DeferralService } from '../deferral/deferral.service';
import { Documents } from '../document/document.service';
import { current, missing } from '../material/material.rules';
import { windowShown, Windows } from '../window/windows.service';

/** acceptance/A25: where it is accepted. */
interface AtCounter {
  windowId?: string;
  /** The guide accepts by itself, with the receipt. */
  noCounter?: true;
  timed?: boolean;
}

/** 受理 */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly guides: FrozenGuides,
    private readonly clocks: Clocks,
    private readonly documents: Documents,
    private readonly deferrals: DeferralService,
    private readonly windows: Windows,
  ) {}

  accept(by: Actor, id: string, at: AtCounter = {}, expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'accept', id, expected);
      const guide = await this.guides.lightened(kase);
      // A clerk who comes too late accepts what the law has accepted already, as of receipt.
      const deemed = isOverdue(kase, this.tx.now);
      if (kase.intakeLimitId) await this.clocks.meet(by, id);
      if (deemed) await this.write(by, kase, guide, { deemed, timed: true });
      else await this.acceptNow(by, kase, guide, at);
      return kase;
    });
  }

  /** acceptance/A18: 收件即受理. The guide accepts, not whoever hands in. */
  acceptOnReceipt(kase: Case, guide: Guide): Promise<void> {
    return this.acceptNow(platform('acceptance'), kase, guide, { noCounter: true });
  }

  /** On the spot: the case is in hand already. Without `timed` no limit begins, for the decision follows at once. */
  async acceptNow(by: Actor, kase: Case, guide: Guide, { windowId, noCounter, timed = true }: AtCounter = {}): Promise<void> {
    // Art. 32 (1)(5): accepted when complete; what is wanting is named first.
    // What only an order asks for holds up no acceptance (implementation/I9): the application is complete by the law it was made under.
    const byOrder = new Set(openOrders(kase).flatMap(({ materialCodes }) => materialCodes));
    const wanting = missing(guide, current(kase.materials)).filter((code) => !byOrder.has(code));
    if (wanting.length) {
      const errors = wanting.map((code) => ({ pointer: '/materials', code: 'missing', detail: code }));
      throw refuse('materials-missing', { errors });
    }
    const overTheCounter = kase.channel === 'window' && !noCounter;
    const window = await this.windows.named(by, kase, guide, { windowId, overTheCounter });
    await this.write(by, kase, guide, { deemed: false, timed, window });
  }

  /** acceptance/A5: five working days without an answer: accepted as of receipt, whatever is missing. */
  deem(by: Actor, id: string, { limitId, provisional }: { limitId: string; provisional: boolean }): Promise<void> {
    return this.tx.run(async () => {
      const kase = await this.cases.forLimit(id, limitId);
      if (!kase) return;
      await this.clocks.meet(by, id, INTAKE);
      await this.write(by, kase, await this.guides.lightened(kase), { deemed: true, provisional, timed: true });
    });
  }

  private async write(
    by: Actor,
    kase: Case,
    guide: Guide,
    { deemed, provisional, timed, window }: { deemed: boolean; provisional?: boolean; timed: boolean; window?: WindowCard },
  ): Promise<void> {
    const from = deemed ? kase.receivedAt! : undefined;
    const dueOn = timed ? await this.clocks.startHandling(by, kase.id, guide, from) : null;
    const { statutoryLimit, promisedLimit, fees } = guide;
    const acceptedAt = deemed ? kase.receivedAt : this.tx.now;
    const materials = materialsOf(kase, await this.guides.of(kase));
    const content = {
      acceptedAt,
      deemed,
      dueOn,
      statutoryLimit,
      promisedLimit,
      fees,
      materials,
      ...(window && windowShown(window)),
    };
    const document = await this.documents.draw(kase, guide, 'acceptance', content);
    // acceptance/A9
    const deferral = await this.deferrals.begin(by, kase, guide);
    kase.accept(by, this.tx.now, { deemed, provisional, dueOn, document, deferral, windowId: window?.id });
    await this.cases.save(by, kase);
  }
}

const materialsOf = ({ materials }: Case, guide: Guide) =>
  current(materials).map(({ code, kind }) => ({
    code,
    kind,
    name: guide.materials.find((one) => one.code === code)?.name ?? code,
  }));
