import { platform } from '../../src/kernel/authz/actor';
import { CatalogFacade, cleared } from '../../src/modules/catalog/catalog.facade';
import type { Question } from '../../src/modules/catalog/item/joint-review.rules';
import { type Somebody, staff } from './actors';
import { givenOrganization } from './given-organization';
import type { World } from './world';

const REGION = '650000000000';
const PREFECTURES = ['654000000000', '652300000000'];

export interface Asked {
  question: Question;
  organizationId: string;
  reviewer: Somebody;
}

/** The region's offices of joint review with somebody in each of them, two prefectures, and the office that leads. */
export interface Board {
  lead: Somebody;
  leadId: string;
  asked: Asked[];
  prefectures: string[];
}

const boards = new WeakMap<World, Promise<Board>>();

/** One board a world. */
export function givenBoard(w: World): Promise<Board> {
  const known = boards.get(w) ?? board(w);
  boards.set(w, known);
  return known;
}

async function board(w: World): Promise<Board> {
  const seat = async (divisionCode: string) => {
    const { id } = await givenOrganization(w, { divisionCode });
    return { organizationId: id, reviewer: await staff(w, { role: 'joint-reviewer', unit: id }) };
  };
  const [lead, legal, administration, establishment] = [
    ...[await seat(REGION), await seat(REGION), await seat(REGION), await seat(REGION)],
  ];
  const workable = [await seat(PREFECTURES[0]!), await seat(PREFECTURES[1]!)];
  await w.get(CatalogFacade).nameReviewBoard(platform('test'), {
    ...{ leadId: lead!.organizationId, legalId: legal!.organizationId },
    ...{ administrationId: administration!.organizationId, establishmentId: establishment!.organizationId },
  });
  return {
    ...{ lead: lead!.reviewer, leadId: lead!.organizationId },
    asked: [
      { question: 'lawful', ...legal! },
      { question: 'complete', ...administration! },
      { question: 'consistent', ...establishment! },
      ...workable.map((each): Asked => ({ question: 'workable', ...each })),
    ],
    prefectures: workable.map(({ organizationId }) => organizationId),
  };
}

const at = (code: string, act: string) => `/v1/catalog/items/${code}/${act}`;

export async function submitItem(w: World, editor: Somebody, code: string) {
  const { prefectures } = await givenBoard(w);
  return editor.agent.post(at(code, 'submission'), { prefectures });
}

/** An organization's opinion, yes unless told. */
export const opine = ({ question, organizationId, reviewer }: Asked, code: string, more: object = {}) =>
  reviewer.agent.post(at(code, 'reviews'), { question, organizationId, answer: 'yes', ...more });

/** Every opinion is yes but those told by question. */
export async function reviewItem(w: World, code: string, answers: Partial<Record<Question, object>> = {}): Promise<void> {
  for (const asked of (await givenBoard(w)).asked) await opine(asked, code, answers[asked.question]).expect(200);
}

export const countersign = async (w: World, code: string) => (await givenBoard(w)).lead.agent.post(at(code, 'countersignature'));

export async function clear(w: World, code: string): Promise<void> {
  const administrator = await staff(w, { role: 'service-administrator', area: REGION });
  await administrator.agent.post(at(code, 'secrecy-review'), cleared).expect(200);
}

/** A draft on its way to publication: submitted, found right by everybody, countersigned, cleared. */
export async function bringItem(w: World, editor: Somebody, code: string): Promise<void> {
  for (const step of [() => submitItem(w, editor, code), () => reviewItem(w, code), () => countersign(w, code)]) {
    const answer = await step();
    if (answer && answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }
  await clear(w, code);
}
