import { Injectable } from '@nestjs/common';
import { refuse } from '../directory.errors';
import type { DivisionLevel } from '../identifiers.rules';
import { DivisionLoading } from './division-loading.store';
import { Divisions } from './division.store';
import type { DivisionView } from './division.views';

@Injectable()
export class DivisionService {
  constructor(
    private readonly divisions: Divisions,
    private readonly loading: DivisionLoading,
  ) {}

  load(): Promise<number> {
    return this.loading.load();
  }

  nameOf(code: string): Promise<string | undefined> {
    return this.divisions.nameOf(code);
  }

  async pathOf(code: string): Promise<string[] | null> {
    return (await this.divisions.placeOf(code))?.path ?? null;
  }

  /** Where something that is set up today stands: in a division that stands today. */
  async siteIn(code: string): Promise<{ level: DivisionLevel; areaPath: string[] }> {
    const place = await this.divisions.placeOf(code);
    if (!place) throw refuse('no-such-division', { values: { code } });
    if (!place.stands) throw refuse('division-ended', { values: { code, successor: place.succeededBy ?? '–' } });
    return { level: place.level, areaPath: place.path };
  }

  /** directory/D2: the division on a day; without a day also one that stands no more, as it last stood. */
  async read(code: string, asOf?: string): Promise<DivisionView | undefined> {
    const found = await this.divisions.view(code, asOf);
    if (found && asOf && !found.stands) throw refuse('no-division-that-day', { values: { code, day: asOf } });
    return found?.view;
  }
}
