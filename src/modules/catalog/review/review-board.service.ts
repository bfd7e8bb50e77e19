import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { DirectoryFacade } from '../../directory/directory.facade';
import { refuse } from '../catalog.errors';
import { catalogPermissions } from '../catalog.permissions';
import { OWN_AREA } from '../codes-in-use.rules';
import type { Question } from '../item/joint-review.rules';
import { mustCoverRegion } from '../region.rules';
import { type Offices, ReviewBoard } from './review-board.entity';
import { ReviewBoards } from './review-board.store';

const REGION = OWN_AREA[0]!;

export interface Asked {
  question: Question;
  organizationId: string;
}

/** catalog/C3: which organizations are asked what. */
@Injectable()
export class ReviewBoardService {
  constructor(
    private readonly tx: Tx,
    private readonly boards: ReviewBoards,
    private readonly directory: DirectoryFacade,
  ) {}

  standing(): Promise<ReviewBoard | undefined> {
    return this.boards.standing(REGION);
  }

  /** Three organizations answer the three questions: one that answers two of them reviews with nobody. */
  name(by: Actor, version: number, { leadId, legalId, administrationId, establishmentId }: Offices): Promise<ReviewBoard> {
    return this.tx.run(async () => {
      mustCoverRegion(by, catalogPermissions['board.name']);
      const offices = { leadId, legalId, administrationId, establishmentId };
      const known = await this.standing();
      if (Number.isNaN(version)) throw refuseKernel('if-match-missing');
      if (!known && version !== 0) throw refuseKernel('stale', { values: { version: 0 } });
      if (new Set([legalId, administrationId, establishmentId]).size < 3) throw refuse('offices-not-distinct');
      await this.mustStand(Object.entries(offices), (path) => path[0] === REGION, 'offices-not-of-region');
      const board = known ? await this.boards.lookupFor(by, 'name', known.id, version) : ReviewBoard.of(REGION, offices);
      if (known) board.rename(offices);
      await this.boards.save(by, board);
      return board;
    });
  }

  /** The standing offices and the prefectures (地、州、市) named for this item: at least two different ones. */
  async asked(prefectures: string[]): Promise<{ asked: Asked[]; leadId: string }> {
    const board = await this.standing();
    if (!board) throw refuse('no-review-board');
    const named = [...new Set(prefectures)].map((id, index): [string, string] => [`prefectures/${index}`, id]);
    const paths = await this.mustStand(named, (path) => path[1] === REGION, 'not-of-prefecture');
    if (new Set(paths.map(([division]) => division)).size < 2) throw refuse('too-few-prefectures');
    const asked: Asked[] = [
      { question: 'lawful', organizationId: board.legalId },
      { question: 'complete', organizationId: board.administrationId },
      { question: 'consistent', organizationId: board.establishmentId },
      ...[...new Set(prefectures)].map((organizationId) => ({ question: 'workable' as const, organizationId })),
    ];
    return { asked, leadId: board.leadId };
  }

  private async mustStand(
    named: [field: string, id: string][],
    fits: (areaPath: string[]) => boolean,
    code: 'offices-not-of-region' | 'not-of-prefecture',
  ): Promise<string[][]> {
    const cards = new Map((await this.directory.organizationsById(named.map(([, id]) => id))).map((card) => [card.id, card]));
    const errors = named.flatMap(([field, id]) => {
      const card = cards.get(id);
      return card?.state === 'active' && fits(card.areaPath)
        ? []
        : [{ pointer: `/${field}`, code: `catalog.${code}`, detail: 'no active organization of this level' }];
    });
    if (errors.length) throw refuse(code, { errors });
    return named.map(([, id]) => cards.get(id)!.areaPath);
  }
}
