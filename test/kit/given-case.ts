import type { GuideContent } from '../../src/modules/implementation/implementation.facade';
import { person, staff, type Somebody } from './actors';
import { type GivenGuide, givenGuide } from './given-guide';
import type { World } from './world';

/** An organ with a published guide, the people who work there and somebody who applies. */
export interface Desk {
  guide: GivenGuide;
  clerk: Somebody;
  officer: Somebody;
  head: Somebody;
  applicant: Somebody;
}

export const testing = {
  ...{ kind: 'testing' as const, name: '检测', stopsClock: true, article: '《公共场所卫生管理条例》第九条' },
  ...{ days: 5, unit: 'working-day' as const },
};
export const publicity = {
  ...{ kind: 'publication' as const, name: '公示', stopsClock: false, article: '《公共场所卫生管理条例》第十条' },
  ...{ days: 3, unit: 'working-day' as const },
};

/** What `givenGuide` takes, with special procedures of both sorts in the guide. */
export async function givenDesk(w: World, given: Parameters<typeof givenGuide>[1] = {}): Promise<Desk> {
  const overrides: Partial<GuideContent> = { specialProcedures: [testing, publicity], ...given.overrides };
  return givenHands(w, await givenGuide(w, { ...given, overrides }));
}

/** Those who work at a guide's organ, and somebody who applies. */
export async function givenHands(w: World, guide: GivenGuide): Promise<Desk> {
  const unit = guide.organization.id;
  const [clerk, officer, head, applicant] = await Promise.all([
    staff(w, { role: 'clerk', unit }),
    staff(w, { role: 'officer', unit }),
    staff(w, { role: 'department-head', unit }),
    person(w),
  ]);
  return { guide, clerk, officer, head, applicant };
}

export const statement = (code: string, text = '见附件所述') => ({ code, kind: 'statement', text });

/** The body of `POST /v1/cases` for this guide, complete unless told otherwise. */
export const application = ({ guide }: Pick<Desk, 'guide'>, more: object = {}) => ({
  code: guide.variantCode,
  channel: 'online',
  form: { placeName: '示例理发店', area: 40 },
  materials: [statement('M01'), statement('M02')],
  ...more,
});

export interface GivenCase {
  id: string;
  caseNumber: string;
  queryCode: string;
  version: number;
}

/** `discarded` is the end of a draft, all others but the draft itself are of submitted cases. */
export type UpTo =
  | 'draft'
  | 'submitted'
  | 'awaiting-supplement'
  | 'accepted'
  | 'in-review'
  | 'suspended'
  | 'decided'
  | 'completed'
  | 'not-needed'
  | 'refused'
  | 'withdrawn'
  | 'discarded'
  | 'terminated';

type Step = (desk: Desk, id: string) => Promise<unknown>;

const post =
  (who: 'clerk' | 'officer' | 'head' | 'applicant', act: string, body: object = {}): Step =>
  (desk, id) =>
    desk[who].agent.post(`/v1/cases/${id}/${act}`, body).expect((answer) => {
      if (answer.status > 299) throw new Error(`${act}: ${JSON.stringify(answer.body)}`);
    });

const accept = post('clerk', 'acceptance');
const notice = post('clerk', 'supplement-requests', { points: [{ material: 'M02', problem: '缺少检测章' }] });
const opinion = post('officer', 'opinions', { step: 'S2', conclusion: 'pass', text: '符合条件' });
const suspend = post('officer', 'special-procedures', { kind: 'testing', reason: '需要检测' });
const decide = post('officer', 'decision', { granted: true });
const deliver = post('clerk', 'delivery', { method: 'window' });

const WAY: Record<Exclude<UpTo, 'draft' | 'submitted'>, Step[]> = {
  'awaiting-supplement': [notice],
  accepted: [accept],
  'in-review': [accept, opinion],
  suspended: [accept, suspend],
  decided: [accept, decide],
  completed: [accept, decide, deliver],
  'not-needed': [post('clerk', 'refusal', { kind: 'not-needed', reasons: ['该活动不需要许可'] })],
  refused: [post('clerk', 'refusal', { kind: 'refused', reasons: ['不符合受理条件'] })],
  withdrawn: [post('applicant', 'withdrawal', { reason: 'changed-mind' })],
  discarded: [post('applicant', 'discard')],
  terminated: [accept, post('officer', 'termination', { reasons: ['申请人终止经营'], basis: '《示例条例》第七条' })],
};

/** A case of the desk's applicant, brought to this state over the API. */
export async function givenCase(desk: Desk, upTo: UpTo = 'submitted', more: object = {}): Promise<GivenCase> {
  const { body, status } = await desk.applicant.agent.post(
    '/v1/cases',
    application(desk, { submit: upTo !== 'draft' && upTo !== 'discarded', ...more }),
  );
  if (status !== 201) throw new Error(`submission: ${JSON.stringify(body)}`);
  if (upTo !== 'draft' && upTo !== 'submitted') for (const step of WAY[upTo]) await step(desk, (body as GivenCase).id);
  return body as GivenCase;
}
