import { platform } from '../../src/kernel/authz/actor';
import { demoProposal, StandingFacade } from '../../src/modules/catalog/standing.facade';
import { type Desk, givenCase, givenDesk } from './given-case';
import { givenItem } from './given-item';
import type { World } from './world';

export const committed = {
  ...{ text: '承诺场所符合卫生标准。', liability: '承诺不实的，依法撤销准予决定。', afterCheckDays: 20 },
};

type Given = NonNullable<Parameters<typeof givenDesk>[1]>;

/** A desk whose item is listed for handling on commitment, and whose guide offers it. */
export async function givenCommittingDesk(w: World, { overrides, item, ...given }: Given = {}): Promise<Desk> {
  const { basicCode } = await givenItem(w, item);
  const hands = { editor: platform('test-editor'), publisher: platform('test-publisher') };
  await w.get(StandingFacade).listForCommitment(hands, { ...demoProposal, basicCode });
  return givenDesk(w, { ...given, item: { ...item, basicCode }, overrides: { commitment: committed, ...overrides } });
}

/** The version of the text, as the desk's guide shows it. */
export const chosen = ({ guide }: Pick<Desk, 'guide'>) => ({ commitment: { textVersion: String(guide.versionNumber) } });

type UpTo = 'made' | 'checking' | 'doubted' | 'heard' | 'rectifying';

const FALSE = { kept: false, detail: '现场不符合卫生标准', rectifiable: true };

/** A case on commitment, brought to this state over the API; the officer checks, the head judges. */
export async function givenCommitment(
  desk: Desk,
  upTo: UpTo,
  finding: object = FALSE,
): Promise<{ id: string; caseNumber: string }> {
  const { id, caseNumber } = await givenCase(desk, 'submitted', chosen(desk));
  const steps: [Exclude<UpTo, 'made'>, 'officer' | 'head' | 'applicant', string, object][] = [
    ['checking', 'officer', 'grant', {}],
    ['doubted', 'officer', 'finding', finding],
    ['heard', 'applicant', 'defence', { text: '我有话说', last: true }],
    ['rectifying', 'head', 'rectification-order', { days: 10, what: '更换通风设备' }],
  ];
  const until = steps.findIndex(([state]) => state === upTo);
  for (const [, who, act, body] of steps.slice(0, until + 1)) {
    const answer = await desk[who].agent.post(`/v1/cases/${id}/commitment/${act}`, body);
    if (answer.status !== 200) throw new Error(`${act}: ${JSON.stringify(answer.body)}`);
  }
  return { id, caseNumber };
}
