import { proposal } from '../../../src/modules/catalog/commitment/commitment-listing.examples';
import { cleared } from '../../../src/modules/catalog/catalog.facade';
import { editedStandard } from '../../../src/modules/catalog/splitting-standard/splitting-standard.examples';
import { ReviewBoardService } from '../../../src/modules/catalog/review/review-board.service';
import { staff } from '../../kit/actors';
import { type Asked, clear, countersign, givenBoard, reviewItem, submitItem } from '../../kit/given-review';
import { draftElements, givenItem } from '../../kit/given-item';
import { givenOrganization } from '../../kit/given-organization';
import type { World } from '../../kit/world';
import { ELSEWHERE, HERE, made, type Given, type Records, untouched } from '../reach';

const REGION = '650000000000';
let serial = 500;
const newCode = () => `650123${serial++}000`;

async function draft(w: World) {
  const by = await staff(w, { role: 'catalogue-editor', area: REGION });
  const outsider = await staff(w, { role: 'catalogue-editor', area: ELSEWHERE });
  const basicCode = newCode();
  await made(by.agent.post('/v1/catalog/items', { ...draftElements(), basicCode }));
  return { by, outsider, at: { basicCode }, headers: untouched, body: draftElements() };
}

/** Where it stands after these steps; the last one's actor knocks. */
async function broughtTo(w: World, step: 'submitted' | 'reviewed' | 'countersigned' | 'cleared') {
  const { by: editor, at } = await draft(w);
  const { asked, lead } = await givenBoard(w);
  await made(submitItem(w, editor, at.basicCode));
  const outsider = await staff(w, { role: 'joint-reviewer', area: ELSEWHERE });
  const [{ reviewer: by, question, organizationId }] = asked as [Asked];
  if (step === 'submitted') return { by, outsider, at, body: { question, organizationId, answer: 'yes' } };
  await reviewItem(w, at.basicCode);
  if (step === 'reviewed') return { by: lead, outsider, at, body: {} };
  await made(countersign(w, at.basicCode));
  if (step === 'cleared') await clear(w, at.basicCode);
  return { ...(await publishers(w)), at, body: step === 'cleared' ? {} : cleared };
}

const publishers = async (w: World) => ({
  by: await staff(w, { role: 'service-administrator', area: REGION }),
  outsider: await staff(w, { role: 'service-administrator', area: ELSEWHERE }),
});

const inForce: Given = async (w) => ({
  by: { id: 'nobody', agent: w.as() },
  at: { basicCode: (await givenItem(w)).basicCode, n: '1' },
});

/** catalog/C9: with the impact as it was read. */
async function withdrawable(w: World) {
  const [{ at }, reach] = [await inForce(w), await publishers(w)];
  const { digest: impact } = await made<{ digest: string }>(reach.by.agent.get(`/v1/catalog/items/${at!.basicCode}/impact`));
  return { at, ...reach, body: { reason: '依据已废止', impact } };
}

async function outside(w: World) {
  const reach = await publishers(w);
  const name = `示例准入事项${++serial}`;
  const document = { kind: 'investment-approval', documentNumber: '示例〔2026〕1号', title: '示例清单', issuedOn: '2026-01-01' };
  await made(reach.by.agent.post('/v1/catalog/outside-lists', { ...document, rows: [{ name }] }));
  const address = '/v1/catalog/outside-lists/investment-approval/differences?limit=100';
  const { items } = await made<{ items: { id: string; theirs?: string }[] }>(reach.by.agent.get(address));
  const difference = items.find(({ theirs }) => theirs === name)!.id;
  return { ...reach, at: { kind: 'investment-approval', difference } };
}

const proposalOf = async (w: World) => ({ ...proposal, basicCode: (await givenItem(w)).basicCode });

async function listing(w: World) {
  const editor = await staff(w, { role: 'catalogue-editor', area: REGION });
  const { id } = await made<{ id: string }>(editor.agent.post('/v1/catalog/commitment-listings', await proposalOf(w)));
  return { ...(await publishers(w)), at: { id } };
}

type StandardState = 'draft' | 'piloting' | 'piloted' | 'countersigned';
const reporting = { place: '650102000000', outcome: 'workable', findings: '可行' };

/** A splitting standard of a new department of the region, brought so far. */
async function standard(w: World, upto: StandardState) {
  const department = await givenOrganization(w, { divisionCode: REGION });
  const counterpart = await givenOrganization(w);
  const by = await staff(w, { role: 'implementation-editor', unit: department.id });
  const reporter = await staff(w, { role: 'service-administrator', area: '650102000000' });
  const signer = await staff(w, { role: 'department-head', unit: counterpart.id });
  const body = { ...editedStandard, counterparts: [counterpart.id] };
  const { basicCode } = await givenItem(w);
  const drafting = { ...body, basicCode, organizationId: department.id };
  const { id } = await made<{ id: string }>(by.agent.post('/v1/catalog/splitting-standards', drafting));
  const address = `/v1/catalog/splitting-standards/${id}`;
  const signing = { organizationId: counterpart.id, answer: 'yes' };
  const steps: [StandardState, () => PromiseLike<{ status: number; body: unknown }>][] = [
    ['piloting', () => by.agent.post(`${address}/pilot`, { places: ['650102000000'] })],
    ['piloted', () => reporter.agent.post(`${address}/pilot-reports`, reporting)],
    ['countersigned', () => signer.agent.post(`${address}/countersignatures`, signing)],
  ];
  for (const [, step] of steps.slice(0, steps.findIndex(([name]) => name === upto) + 1)) await made(step());
  const outsider = await staff(w, { role: 'implementation-editor', unit: counterpart.id });
  return { by, outsider, reporter, signer, body, signing, drafting, at: { id } };
}

export const catalogRecords: Records = {
  draftItem: async (w) => {
    const { by, outsider } = await draft(w);
    return { by, outsider, body: { ...draftElements(), basicCode: newCode() } };
  },
  importItems: async (w) => ({
    ...(await publishers(w)),
    query: '?batch=door-1',
    body: '{}',
  }),
  '/v1/catalog/items/{basicCode}': inForce,
  editItem: draft,
  submitItem: async (w) => ({ ...(await draft(w)), body: { prefectures: (await givenBoard(w)).prefectures } }),
  '/v1/catalog/items/{basicCode}/reviews': async (w) => broughtTo(w, 'submitted'),
  countersignItem: (w) => broughtTo(w, 'reviewed'),
  reviewItemSecrecy: (w) => broughtTo(w, 'countersigned'),
  publishItem: (w) => broughtTo(w, 'cleared'),
  unscheduleItem: async (w) => {
    const given = await broughtTo(w, 'cleared');
    await made(given.by.agent.post(`/v1/catalog/items/${given.at.basicCode}/publication`, { effectiveFrom: '2090-01-01' }));
    return { ...given, body: { reason: '生效日期有误' } };
  },
  nameReviewBoard: async (w) => {
    const { leadId, asked } = await givenBoard(w);
    const [legalId, administrationId, establishmentId] = asked.map(({ organizationId }) => organizationId);
    const body = { leadId, legalId, administrationId, establishmentId };
    const { version } = (await w.get(ReviewBoardService).standing())!;
    return { ...(await publishers(w)), headers: { 'if-match': `"${version}"` }, body };
  },
  readItemImpact: withdrawable,
  withdrawItem: withdrawable,
  adoptItem: async (w) => ({ ...(await inForce(w)), ...(await publishers(w)), body: { division: HERE, answer: 'adopted' } }),
  listAdoptions: async (w) => ({ ...(await inForce(w)), query: `?division=${HERE}` }),
  adoptItems: async (w) => ({
    ...(await publishers(w)),
    body: { division: HERE, basicCodes: [(await givenItem(w)).basicCode] },
  }),
  importOutsideList: publishers,
  '/v1/catalog/outside-lists/{kind}': outside,
  resolveDifference: async (w) => ({
    ...(await outside(w)),
    body: { choice: 'deliberate', reason: '示例', basis: '《示例法》第一条' },
  }),
  proposeCommitment: async (w) => ({
    by: await staff(w, { role: 'catalogue-editor', area: REGION }),
    outsider: await staff(w, { role: 'catalogue-editor', area: ELSEWHERE }),
    body: await proposalOf(w),
  }),
  readCommitmentListing: async (w) => ({ ...(await listing(w)), outsider: undefined }),
  publishCommitmentListing: listing,
  revokeCommitmentListing: async (w) => ({ ...(await listing(w)), body: { reason: '示例' } }),
  draftSplittingStandard: async (w) => {
    const { by, outsider, drafting } = await standard(w, 'draft');
    return { by, outsider, body: { ...drafting, basicCode: (await givenItem(w)).basicCode } };
  },
  readSplittingStandard: async (w) => ({ ...(await standard(w, 'draft')), outsider: undefined }),
  editSplittingStandard: async (w) => ({ ...(await standard(w, 'draft')), headers: untouched }),
  openStandardPilot: async (w) => ({ ...(await standard(w, 'draft')), body: { places: ['650102000000'] } }),
  reportStandardPilot: async (w) => {
    const { reporter: by, at } = await standard(w, 'piloting');
    return { by, at, outsider: await staff(w, { role: 'service-administrator', area: ELSEWHERE }), body: reporting };
  },
  countersignStandard: async (w) => {
    const { signer: by, at, signing: body } = await standard(w, 'piloted');
    return { by, at, body, outsider: await staff(w, { role: 'department-head', unit: (await givenOrganization(w)).id }) };
  },
  publishStandard: async (w) => ({ at: (await standard(w, 'countersigned')).at, ...(await publishers(w)), body: {} }),
  discardStandard: async (w) => ({ ...(await standard(w, 'draft')), body: { reason: '示例' } }),
  compareItemVersions: async (w) => ({ ...(await inForce(w)), query: '?with=1' }),
};
