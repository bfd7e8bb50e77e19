import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Refusal } from '../../../kernel/http/problem';
import { Tx } from '../../../kernel/persistence/tx';
import { DirectoryFacade } from '../../directory/directory.facade';
import { refuse as refuseCatalog } from '../catalog.errors';
import { rowProblems } from '../../../kernel/jobs/row-problems';
import { Items } from '../item/item.store';
import { ItemVersions } from '../item/item-version.store';
import { Adoption } from './adoption.entity';
import { refuse } from './adoption.errors';
import type { AdoptionInput, AdoptManyInput } from './adoption.inputs';
import { adoptionPolicy } from './adoption.policy';
import { answersForItself } from './adoption.rules';
import { Adoptions } from './adoption.store';
import type { AdoptedCode } from './adoption.views';

/** catalog/C5: a division answers to the version in force of an item, or of many at once. */
@Injectable()
export class AdoptionService {
  constructor(
    private readonly tx: Tx,
    private readonly adoptions: Adoptions,
    private readonly items: Items,
    private readonly versions: ItemVersions,
    private readonly directory: DirectoryFacade,
  ) {}

  answer(by: Actor, basicCode: string, { division, answer, reason }: AdoptionInput): Promise<Adoption> {
    return this.tx.run(async () => {
      await this.items.seeCode(by, basicCode);
      const areaPath = await this.answering(by, division);
      const item = await this.versions.inForce(basicCode);
      if (!item) throw refuseCatalog('item-not-in-force', { values: { code: basicCode } });
      const known = (await this.adoptions.answers(division, [basicCode])).get(basicCode);
      const adoption = known ?? Adoption.of(division, areaPath, item);
      if (answer === 'declined') adoption.decline(item, reason, this.tx.now);
      else if (adoption.adopt(item, this.tx.now) === 'unchanged') return adoption;
      await this.adoptions.save(by, adoption);
      return adoption;
    });
  }

  /** One look-up and one write for all of them; a code that is refused hinders no other. */
  adoptMany(by: Actor, { division, basicCodes }: AdoptManyInput): Promise<AdoptedCode[]> {
    return this.tx.run(async () => {
      const areaPath = await this.answering(by, division);
      const codes = [...new Set(basicCodes)];
      if (codes.length < basicCodes.length) throw refuse('code-twice', { errors: repeated(basicCodes) });
      const items = new Map((await this.versions.allInForce(codes)).map((item) => [item.basicCode, item]));
      const known = await this.adoptions.answers(division, codes);
      const answered: Adoption[] = [];
      const report = codes.map((basicCode): AdoptedCode => {
        try {
          const item = items.get(basicCode);
          if (!item) throw refuseCatalog('item-not-in-force', { values: { code: basicCode } });
          const adoption = known.get(basicCode) ?? Adoption.of(division, areaPath, item);
          const outcome = adoption.adopt(item, this.tx.now);
          if (outcome !== 'unchanged') answered.push(adoption);
          return { basicCode, outcome, problems: [] };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return { basicCode, outcome: 'refused', problems: rowProblems(error) };
        }
      });
      await this.adoptions.save(by, ...answered);
      return report;
    });
  }

  /** The division and all above it, for somebody who answers for it. */
  private async answering(by: Actor, division: string): Promise<string[]> {
    const areaPath = await this.directory.divisionPath(division);
    if (!areaPath || !answersForItself(division)) throw refuse('does-not-adopt', { values: { division } });
    if (!adoptionPolicy.may.adopt.test({ areaPath } as Adoption, by)) throw refuseKernel('not-allowed');
    return areaPath;
  }
}

const repeated = (codes: string[]) =>
  codes.flatMap((code, index) =>
    codes.indexOf(code) < index ? [{ pointer: `/basicCodes/${index}`, code: 'repeated', detail: `${code} stands before` }] : [],
  );
