import { Injectable } from '@nestjs/common';
import { limitOf, pageFrom, readCursor } from '../../../kernel/http/page';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { DirectoryFacade } from '../../directory/directory.facade';
import { refuse } from './guide-search.errors';
import { GuideSearchStore, type SortValues, sortValues } from './guide-search.store';
import type { GuideSearchQuery } from './guide-search.inputs';
import { type FoundGuides, MATCHES } from './guide-search.views';
import { filterWords, isCode, isLongEnough } from './search-words.rules';

/** implementation/I13: exact, then by prefix, then containing it, then similar; a code is looked up as such. */
@Injectable()
export class GuideSearch {
  constructor(
    private readonly store: GuideSearchStore,
    private readonly directory: DirectoryFacade,
  ) {}

  async search(query: GuideSearchQuery): Promise<FoundGuides> {
    const { q } = query;
    if (!isLongEnough(q)) throw refuse('search-too-short');
    const asked = { q, filters: filterWords(query, await this.usable(query.usableIn)) };
    const limit = limitOf(query);
    const after = this.after(query);
    const rows = await (isCode(q) ? this.store.byCode(asked, limit + 1, after) : this.store.find(asked, limit + 1, after));
    const { items, nextCursor } = pageFrom(rows, limit, sortValues);
    return {
      items: items.map(({ tier, key: _key, place: _place, ...line }) => ({ ...line, match: MATCHES[tier] })),
      // What is similar ends the search.
      nextCursor: items.at(-1)?.tier === 3 ? null : nextCursor,
      ...(query.facets && { facets: await this.store.facets(asked) }),
    };
  }

  private after(query: GuideSearchQuery): SortValues | undefined {
    const values = readCursor(query, 4);
    if (!values) return undefined;
    const [tier, key, place, code] = values;
    if (![0, 1, 2].includes(tier as number) || typeof key !== 'string' || !isPlace(String(place)) || typeof code !== 'string')
      throw refuseKernel('bad-cursor');
    return [Number(tier), key, String(place), code];
  }

  private async usable(division?: string): Promise<string[] | undefined> {
    if (division === undefined) return undefined;
    const path = await this.directory.divisionPath(division);
    if (!path) throw refuse('search-division-unknown', { values: { division } });
    return path;
  }
}

/** A whole number of 64 bits. */
const isPlace = (text: string): boolean => /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
