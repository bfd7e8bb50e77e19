import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import { type Guide, ImplementationFacade, type Offer, type VersionCard } from '../../implementation/implementation.facade';
import { NotificationsFacade } from '../../notifications/notifications.facade';
import * as notices from '../acceptance.notices';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { Clocks, subjectOf } from '../case/clocks.service';
import { FrozenGuides } from '../case/guides.service';
import { type SealedCase, Sealing } from '../case/sealing.service';
import type { CaseDocument } from '../document/document.entity';
import { Documents } from '../document/document.service';
import { SupplementRequest } from '../intake/supplement-request.entity';
import { type AskedAnew, askedAnew, asksNothing } from './asked-anew.rules';
import { earlierThan, listsOf } from './impact.service';
import type { ChangeOfLawOrder } from './order.entity';

const by = platform('acceptance');

/** A case on its way: what it goes to, and what that asks of it. */
interface Going {
  kase: Case;
  offer: Offer;
  guide: Guide;
  asked: AskedAnew;
}

/** implementation/I9: cases go to the version that an order names, many at once and each once: who is there is looked for no more. */
@Injectable()
export class MovingCases {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly guides: ImplementationFacade,
    private readonly frozen: FrozenGuides,
    private readonly clocks: Clocks,
    private readonly documents: Documents,
    private readonly sealing: Sealing,
    private readonly notifications: NotificationsFacade,
  ) {}

  /** Moves a number of cases that are still under earlier versions; answers how many it found. */
  async move(order: ChangeOfLawOrder, cards: VersionCard[], count: number): Promise<number> {
    const cases = await this.cases.undecidedUnder(listsOf(cards), earlierThan(cards), count);
    if (!cases.length) return 0;
    const going: Going[] = [];
    for (const kase of cases) going.push(await this.going(kase, cards));
    const due = await this.clocks.redefine(
      by,
      going.map(({ kase: { id }, guide }) => ({ id, guide })),
    );
    const documents = await this.documents.drawAll('change-of-law', this.contents(order, going));
    for (const [index, one] of going.entries()) this.moveOne(order, one, documents[index]!, due.get(one.kase.id) ?? null);
    await this.cases.save(by, ...cases);
    await this.notifications.tell(by, ...going.map((one) => this.notice(order, one)));
    return cases.length;
  }

  private async going(kase: Case, cards: VersionCard[]): Promise<Going> {
    const { id } = cards.find(({ variantCode }) => variantCode === kase.variantCode)!;
    const offer = (await this.guides.offerVersion(id))!;
    const [before, guide] = [await this.frozen.of(kase), await this.frozen.under(kase, id)];
    const { form } = this.sealing.open<SealedCase>('case', kase);
    return { kase, offer, guide, asked: askedAnew(before, guide, { materials: kase.materials, form }) };
  }

  private contents({ id, statute, article, transitionClause, effectiveOn }: ChangeOfLawOrder, going: Going[]) {
    const law = { orderId: id, statute, article, transitionClause, effectiveOn };
    return going.map(({ kase, offer, guide, asked }) => {
      const { statutoryLimit, promisedLimit } = guide;
      const content = { ...law, version: offer.versionNumber, statutoryLimit, promisedLimit, asked: named(guide, asked) };
      return { kase, guide, content };
    });
  }

  private moveOne(order: ChangeOfLawOrder, going: Going, document: CaseDocument, due: string | null): void {
    const { kase, offer, guide, asked } = going;
    const { versionId: guideVersionId, digest: guideDigest } = offer;
    const request = asksNothing(asked) ? undefined : this.request(order, kase, asked);
    const { id: orderId, statute, article } = order;
    kase.changeLaw({
      law: { orderId, statute, article },
      version: { guideVersionId, guideDigest, itemName: guide.name },
      // A clock that stands has no day.
      dueOn: kase.dueOn && due,
      ...{ document, request },
    });
  }

  private request(order: ChangeOfLawOrder, kase: Case, asked: AskedAnew): SupplementRequest {
    const id = uuidv7();
    const problem = `${order.statute}${order.article}`;
    const points = [
      ...asked.materialCodes.map((material) => ({ material, problem })),
      ...asked.formFields.map((field) => ({ field, problem })),
    ];
    const about = { id, caseId: kase.id, receiptSeq: kase.receiptSeq!, orderId: order.id, ...asked };
    const sealed = this.sealing.seal('supplement_request', id, { points });
    return Object.assign(new SupplementRequest(), { ...about, sealed, requestedAt: this.tx.now, suppliedAt: null });
  }

  private notice(order: ChangeOfLawOrder, { kase, guide, asked }: Going) {
    const words = notices.underNewLaw(kase, order, named(guide, asked));
    return { partyId: kase.applicantId, about: subjectOf(kase.id), key: `${order.id}/${kase.id}`, words };
  }
}

/** By the names that people know. */
function named({ materials, form }: Guide, { materialCodes, formFields }: AskedAnew): string[] {
  const properties = (form.properties ?? {}) as Record<string, { title?: string } | undefined>;
  return [
    ...materialCodes.map((code) => materials.find((one) => one.code === code)?.name ?? code),
    ...formFields.map((field) => properties[field]?.title ?? field),
  ];
}
