import { Injectable, type OnModuleInit } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import { Ticks } from '../../../kernel/jobs/ticks';
import { Tx } from '../../../kernel/persistence/tx';
import { ImplementationFacade, type Offer, type TakenEffect } from '../../implementation/implementation.facade';
import { TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import { limitsOf, subjectOf } from '../case/clocks.service';
import { shorterLimits } from '../case/lighter.rules';
import { GuideFollowing, NO_CASE, type VersionOfCases } from './guide-following.store';

const PAGE = 500;
const BATCH = 200;
// A tick leaves time for the other sweeps.
const BATCHES_A_TICK = 20;

/** A version that has taken effect, and the limits that are shorter in it than in earlier ones under which cases run. */
interface Shortening extends TakenEffect {
  from: Map<string, Offer['guide']>;
}

/**
 * implementation/I9: a version with shorter limits shortens those of running cases as it takes effect. The feed of guides tells each
 * once and in order; how far it has been followed commits with the effect, so that a restart repeats nothing and leaves nothing out.
 */
@Injectable()
export class ShorterLimits implements OnModuleInit {
  constructor(
    private readonly tx: Tx,
    private readonly ticks: Ticks,
    private readonly guides: ImplementationFacade,
    private readonly limits: TimeLimitsFacade,
    private readonly following: GuideFollowing,
  ) {}

  onModuleInit(): void {
    this.ticks.add('shorter limits', () => this.sweep());
  }

  async sweep(): Promise<void> {
    const { position } = await this.following.mark();
    if (!(await this.guides.takenEffect(position, 1)).length) return;
    for (let batch = 0; batch < BATCHES_A_TICK; batch++) if (!(await this.step())) return;
  }

  /** One page without such a version, or one batch of cases. False when there is nothing more to do here. */
  private step(): Promise<boolean> {
    return this.tx.run(async () => {
      const mark = await this.following.claim();
      const page = mark ? await this.guides.takenEffect(mark.position, PAGE) : [];
      if (!mark || !page.length) return false;
      const next = await this.firstThatShortens(page);
      if (!next) {
        await this.following.move({ position: page.at(-1)!.position, afterCase: NO_CASE });
        return true;
      }
      // What lies before it changes nothing; a case that was left off belongs to the first of the page.
      const afterCase = next.position === page[0]!.position ? mark.afterCase : NO_CASE;
      const last = await this.shorten(next, afterCase);
      await this.following.move(
        last ? { position: next.position - 1, afterCase: last } : { position: next.position, afterCase: NO_CASE },
      );
      return true;
    });
  }

  private async firstThatShortens(page: TakenEffect[]): Promise<Shortening | undefined> {
    const versions = await this.following.versionsOf([...new Set(page.map(({ variantCode }) => variantCode))]);
    for (const taken of page) {
      const from = await this.shortened(taken, versions);
      if (from.size) return { ...taken, from };
    }
    return undefined;
  }

  /** Earlier versions of the same list, with the limits they give way to. */
  private async shortened({ versionId, variantCode }: TakenEffect, versions: VersionOfCases[]): Promise<Shortening['from']> {
    const from: Shortening['from'] = new Map();
    for (const { guideVersionId } of versions.filter((one) => one.variantCode === variantCode)) {
      if (guideVersionId === versionId) continue;
      const [now, kept] = [await this.guides.offerVersion(versionId), await this.guides.offerVersion(guideVersionId)];
      if (!now || !kept || kept.versionNumber >= now.versionNumber) continue;
      const limits = shorterLimits(kept.guide, now.guide);
      const { statutoryLimit, promisedLimit } = kept.guide;
      if (limits.statutoryLimit === statutoryLimit && limits.promisedLimit === promisedLimit) continue;
      from.set(guideVersionId, { ...kept.guide, ...limits });
    }
    return from;
  }

  /** Answers the last case of a full batch. */
  private async shorten({ variantCode, from }: Shortening, afterCase: string): Promise<string | undefined> {
    const cases = await this.following.casesUnder(variantCode, [...from.keys()], afterCase, BATCH);
    const changes = cases.flatMap(({ id, guideVersionId }) =>
      limitsOf(from.get(guideVersionId)!).map((limit) => ({ subject: subjectOf(id), ...limit })),
    );
    if (changes.length) await this.limits.redefine(platform('acceptance'), changes);
    return cases.length === BATCH ? cases.at(-1)!.id : undefined;
  }
}
