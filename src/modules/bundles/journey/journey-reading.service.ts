import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { AccessLog } from '../../../kernel/history/access-log';
import { AcceptanceFacade, type CaseCard } from '../../acceptance/acceptance.facade';
import { DirectoryFacade } from '../../directory/directory.facade';
import type { JourneyMember } from './journey-member.entity';
import { JourneyPromise } from './journey-promise.service';
import type { Journey } from './journey.entity';
import { journeyLifecycle } from './journey.lifecycle';
import { membersSeenBy } from './journey.policy';
import { Journeys } from './journey.store';
import { JourneyLine, type JourneyMemberView, type JourneyView } from './journey.views';

/** bundles/B5: one view of how all members stand. */
@Injectable()
export class JourneyReading {
  constructor(
    private readonly journeys: Journeys,
    private readonly promise: JourneyPromise,
    private readonly acceptance: AcceptanceFacade,
    private readonly directory: DirectoryFacade,
    private readonly accessLog: AccessLog,
  ) {}

  async one(by: Actor, id: string): Promise<JourneyView> {
    const journey = await this.journeys.see(by, id);
    const access = { subjectId: journey.applicantId, operation: 'readJourney', recordKind: journeyLifecycle.name, recordId: id };
    await this.accessLog.note(by, access);
    return this.view(by, journey);
  }

  async view(by: Actor, journey: Journey, queryCodes = new Map<string, string>()): Promise<JourneyView> {
    const members = membersSeenBy(by, journey);
    const [cases, names, limit] = [
      await this.acceptance.cases(members.flatMap(({ caseId }) => caseId ?? [])),
      await this.directory.organizationNames(members.map(({ organizationId }) => organizationId)),
      await this.promise.of(journey),
    ];
    return {
      ...JourneyLine.of(journey),
      ...(limit && { dueOn: limit.dueOn, provisional: limit.provisional }),
      members: members.map((member) => ({
        ...memberView(
          member,
          names.get(member.organizationId) ?? '',
          cases.find(({ id }) => id === member.caseId),
        ),
        ...(queryCodes.has(member.key) && { queryCode: queryCodes.get(member.key) }),
      })),
      acts: this.journeys.actsFor(by, journey),
    };
  }
}

function memberView(member: JourneyMember, organizationName: string, kase: CaseCard | undefined): JourneyMemberView {
  const { key, name, code, organizationId, state, reason, problem, needs } = member;
  return {
    ...{ key, name, code, organizationId, organizationName, state, waitsFor: needs.map((need) => need.member) },
    ...(reason && { reason }),
    ...(problem && { problem }),
    ...(kase && { caseId: kase.id, caseNumber: kase.caseNumber!, caseState: kase.state }),
  };
}
