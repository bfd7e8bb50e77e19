import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { plain } from '../../../kernel/validation/plain';
import { DirectoryFacade, type OrganizationCard } from '../../directory/directory.facade';
import { refuse } from '../catalog.errors';
import { OWN_AREA } from '../codes-in-use.rules';
import { earliestDay } from '../item/effective-days.rules';
import { ItemVersions } from '../item/item-version.store';
import { SplittingStandard } from './splitting-standard.entity';
import type {
  CountersignInput,
  DiscardStandardInput,
  DraftSplittingStandardInput,
  EditSplittingStandardInput,
  OpenPilotInput,
  PilotReportInput,
  PublishStandardInput,
  SplittingContentInput,
} from './splitting-standard.inputs';
import type { SplittingStandardAct } from './splitting-standard.lifecycle';
import { splittingStandardPolicy } from './splitting-standard.policy';
import type { SplittingContent } from './splitting-standard.rules';
import { SplittingStandards } from './splitting-standard.store';

/** catalog/C10: drafted by the regional department, piloted, countersigned by its counterparts, published by the administration body. */
@Injectable()
export class SplittingStandardService {
  constructor(
    private readonly tx: Tx,
    private readonly standards: SplittingStandards,
    private readonly versions: ItemVersions,
    private readonly directory: DirectoryFacade,
  ) {}

  draft(by: Actor, input: DraftSplittingStandardInput): Promise<SplittingStandard> {
    return this.tx.run(async () => {
      const { basicCode, organizationId } = input;
      if (!splittingStandardPolicy.may.edit.test({ organizationId } as SplittingStandard, by)) throw refuseKernel('not-allowed');
      const [department] = await this.directory.organizationsById([organizationId]);
      if (department?.state !== 'active' || !isRegional(department)) throw refuse('not-regional-department');
      if (!(await this.versions.inForce(basicCode))) throw refuse('item-not-in-force', { values: { code: basicCode } });
      if (await this.standards.open(basicCode)) throw refuse('standard-in-work');
      const counterparts = await this.counterparts(input);
      const place = { basicCode, organizationId, areaPath: OWN_AREA };
      const standard = SplittingStandard.drafted(by.id, place, counterparts, contentOf(input));
      await this.standards.save(by, standard);
      return standard;
    });
  }

  edit(by: Actor, id: string, version: number, input: EditSplittingStandardInput): Promise<SplittingStandard> {
    return this.act(
      by,
      'edit',
      id,
      async (standard) => standard.edit(by.id, await this.counterparts(input), contentOf(input)),
      version,
    );
  }

  openPilot(by: Actor, id: string, { places }: OpenPilotInput): Promise<SplittingStandard> {
    return this.act(by, 'open-pilot', id, async (standard) => {
      const paths: (string[] | null)[] = [];
      for (const place of places) paths.push(await this.directory.divisionPath(place));
      const errors = places.flatMap((place, index) =>
        paths[index] && places.indexOf(place) === index
          ? []
          : [{ pointer: `/places/${index}`, code: 'place', detail: `${place} is no division, or named before` }],
      );
      if (errors.length) throw refuse('pilot-place-unsound', { errors });
      standard.openPilot(places, [...new Set(paths.flatMap((path) => path!))], shanghaiDay(this.tx.now));
    });
  }

  report(by: Actor, id: string, input: PilotReportInput): Promise<SplittingStandard> {
    return this.act(by, 'report', id, async (standard) => {
      const path = (await this.directory.divisionPath(input.place)) ?? [];
      // One place does not report for another.
      if (!splittingStandardPolicy.may.report.test({ pilotAreas: path } as unknown as SplittingStandard, by))
        throw refuseKernel('not-allowed');
      standard.report({ ...input }, this.tx.now);
    });
  }

  countersign(by: Actor, id: string, input: CountersignInput): Promise<SplittingStandard> {
    return this.act(by, 'countersign', id, (standard) => {
      const counterparts = standard.counterparts.filter((one) => one === input.organizationId);
      if (!splittingStandardPolicy.may.countersign.test({ counterparts } as SplittingStandard, by))
        throw refuseKernel('not-allowed');
      if (!counterparts.length) throw refuseKernel('not-found');
      standard.countersign(by.id, { ...input }, this.tx.now);
    });
  }

  publish(by: Actor, id: string, input: PublishStandardInput): Promise<SplittingStandard> {
    return this.act(by, 'publish', id, async (standard) => {
      const last = await this.standards.last(standard.basicCode);
      const earliest = earliestDay(last ? [last] : [], shanghaiDay(this.tx.now));
      const effectiveFrom = input.effectiveFrom ?? earliest;
      if (effectiveFrom < earliest) throw refuse('effective-too-early', { values: { earliest } });
      standard.publish(by.id, (last?.number ?? 0) + 1, effectiveFrom, this.tx.now);
    });
  }

  discard(by: Actor, id: string, { reason }: DiscardStandardInput): Promise<SplittingStandard> {
    return this.act(by, 'discard', id, (standard) => standard.discard(reason));
  }

  private act(
    by: Actor,
    act: SplittingStandardAct,
    id: string,
    work: (standard: SplittingStandard) => void | Promise<void>,
    version?: number,
  ): Promise<SplittingStandard> {
    return this.tx.run(async () => {
      const standard = await this.standards.lookupFor(by, act, id, version);
      await work(standard);
      await this.standards.save(by, standard);
      return standard;
    });
  }

  /** Named once each, active, and below the region. */
  private async counterparts({ counterparts }: Pick<EditSplittingStandardInput, 'counterparts'>): Promise<string[]> {
    const known = new Map((await this.directory.organizationsById(counterparts)).map((one) => [one.id, one]));
    const sound = (id: string) => known.get(id)?.state === 'active' && !isRegional(known.get(id)!);
    const errors = counterparts.flatMap((id, index) =>
      sound(id) && counterparts.indexOf(id) === index
        ? []
        : [{ pointer: `/counterparts/${index}`, code: 'counterpart', detail: 'an active organ below the region, named once' }],
    );
    if (errors.length) throw refuse('counterpart-unsound', { errors });
    return counterparts;
  }
}

const isRegional = ({ divisionCode }: OrganizationCard): boolean => OWN_AREA.includes(divisionCode);

const contentOf = ({ variants, elements }: SplittingContentInput): SplittingContent => plain({ variants, elements });
