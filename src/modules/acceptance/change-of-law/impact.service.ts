import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Clock } from '../../../kernel/clock/clock';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import type { Page, PageQuery } from '../../../kernel/http/page';
import { type Guide, ImplementationFacade, type Offer, type VersionCard } from '../../implementation/implementation.facade';
import { Clocks } from '../case/clocks.service';
import { FrozenGuides } from '../case/guides.service';
import { type SealedCase, Sealing } from '../case/sealing.service';
import { askedAnew, CHANGES, changesBetween, noLongerAsked } from './asked-anew.rules';
import { impactDigest, type Move } from './impact.rules';
import { type AffectedCase, CasesUnder } from './impact.store';
import { type AffectedCaseLine, type ImpactView, SHOWN } from './impact.views';
import type { ChangeOfLawOrder } from './order.entity';
import { administrators } from './order.policy';
import { ChangeOfLawOrders } from './order.store';

/** implementation/I9: what an order changes for open cases, before it does. */
@Injectable()
export class OrderImpact {
  constructor(
    private readonly orders: ChangeOfLawOrders,
    private readonly cases: CasesUnder,
    private readonly guides: ImplementationFacade,
    private readonly frozen: FrozenGuides,
    private readonly sealing: Sealing,
    private readonly clocks: Clocks,
    private readonly clock: Clock,
  ) {}

  async read(by: Actor, id: string): Promise<ImpactView> {
    const order = await this.seen(by, id);
    const { moves, digest } = await this.of(order);
    const shown = await Promise.all(moves.map((move) => this.shown(move)));
    const byChange = Object.fromEntries(
      CHANGES.map((change) => [change, sumOf(shown.filter(({ changes }) => changes.includes(change)))]),
    ) as unknown as ImpactView['byChange'];
    return { digest, cases: sumOf(moves), byChange, moveCount: moves.length, moves: shown.slice(0, SHOWN) };
  }

  async affected(by: Actor, id: string, query: PageQuery): Promise<Page<AffectedCaseLine>> {
    const cards = await this.targets(await this.seen(by, id));
    const { items, nextCursor } = await this.cases.page(listsOf(cards), earlierThan(cards), query);
    const to = new Map(cards.map((card) => [card.variantCode, card.id]));
    const guides = new Map<string, Guide>();
    for (const kase of items) guides.set(kase.id, await this.frozen.under(kase, to.get(kase.variantCode)!));
    const due = await this.clocks.wouldBeDue(items.map(({ id: caseId }) => ({ id: caseId, guide: guides.get(caseId)! })));
    const lines: AffectedCaseLine[] = [];
    for (const kase of items)
      lines.push(await this.line(kase, to.get(kase.variantCode)!, guides.get(kase.id)!, due.get(kase.id)));
    return { items: lines, nextCursor };
  }

  async of(order: ChangeOfLawOrder): Promise<{ moves: Move[]; digest: string }> {
    const cards = await this.targets(order);
    const counts = await this.cases.counts(listsOf(cards), earlierThan(cards));
    const moves = cards.flatMap(({ id: to, variantCode, earlier }) =>
      earlier.flatMap((from) => (counts.has(from) ? [{ variantCode, from, to, cases: counts.get(from)! }] : [])),
    );
    // The digest is over them in this order, whatever the language of the machine.
    moves.sort((a, b) => (`${a.variantCode}/${a.from}` < `${b.variantCode}/${b.from}` ? -1 : 1));
    return { moves, digest: impactDigest(order, moves) };
  }

  private async targets(order: ChangeOfLawOrder): Promise<VersionCard[]> {
    return this.guides.versions(order.versionIds, await this.clock.now());
  }

  /** Issued orders are read by everybody, what they do to cases only by those who give them. */
  private async seen(by: Actor, id: string): Promise<ChangeOfLawOrder> {
    const order = await this.orders.see(by, id);
    if (!administrators.test(order, by)) throw refuseKernel('not-allowed');
    return order;
  }

  private async shown({ variantCode, cases, ...move }: Move): Promise<ImpactView['moves'][number]> {
    const from = (await this.guides.offerVersion(move.from))!;
    const to = (await this.guides.offerVersion(move.to))!;
    return {
      ...{ variantCode, organizationId: to.guide.organization.id, from: limitsOfVersion(from), to: limitsOfVersion(to), cases },
      changes: changesBetween(from.guide, to.guide),
      materialsAdded: noLongerAsked(to.guide, from.guide),
      materialsDropped: noLongerAsked(from.guide, to.guide),
    };
  }

  private async line(kase: AffectedCase, toVersionId: string, after: Guide, due?: string): Promise<AffectedCaseLine> {
    const { id, state, organizationId, guideVersionId: fromVersionId, dueOn, codes } = kase;
    const before = await this.frozen.of(kase);
    const { form } = this.sealing.open<SealedCase>('case', kase);
    const asked = askedAnew(before, after, { materials: codes.map((code) => ({ code })), form });
    return {
      ...{ id, caseNumber: kase.caseNumber!, state, organizationId, fromVersionId, toVersionId },
      changes: changesBetween(before, after),
      ...{ asksMaterials: asked.materialCodes, asksFields: asked.formFields, asksNoMore: noLongerAsked(before, after) },
      ...(dueOn && { dueOn }),
      ...(dueOn && due && { dueOnThen: due }),
    };
  }
}

const sumOf = (moves: readonly { cases: number }[]): number => moves.reduce((sum, { cases }) => sum + cases, 0);
export const listsOf = (cards: readonly VersionCard[]): string[] => cards.map(({ variantCode }) => variantCode);
export const earlierThan = (cards: readonly VersionCard[]): string[] => cards.flatMap(({ earlier }) => earlier);

function limitsOfVersion({ versionId, versionNumber: number, guide: { statutoryLimit, promisedLimit } }: Offer) {
  const only = ({ days, unit }: { days: number; unit: string }) => ({ days, unit });
  return { versionId, number, statutoryLimit: only(statutoryLimit), promisedLimit: only(promisedLimit) };
}
