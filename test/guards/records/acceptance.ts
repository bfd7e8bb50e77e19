import { partner, person, staff } from '../../kit/actors';
import { application, type Desk, givenCase, givenDesk, statement, type UpTo } from '../../kit/given-case';
import { givenCommitment, givenCommittingDesk } from '../../kit/given-commitment';
import { givenDeferral, givenDeferringDesk } from '../../kit/given-deferral';
import { fileOf, sentFile } from '../../kit/given-file';
import {
  type Administration,
  givenAdministration,
  givenIssuedOrder,
  givenNewLaw,
  givenOldLaw,
  givenOrder,
  orderOf,
  ORDERS,
} from '../../kit/given-order';
import { givenOrganization } from '../../kit/given-organization';
import { acceptRecord } from '../../kit/given-records';
import type { World } from '../../kit/world';
import { type Given, made, type Records } from '../reach';

type Who = 'clerk' | 'officer' | 'head' | 'applicant';
const ROLE = { clerk: 'clerk', officer: 'officer', head: 'department-head' } as const;

const outsider = async (w: World, who: Who) =>
  who === 'applicant' ? person(w) : staff(w, { role: ROLE[who], unit: (await givenOrganization(w)).id });

async function open(w: World, who: Who, upTo: UpTo) {
  const desk = await givenDesk(w);
  const kase = await givenCase(desk, upTo);
  return { desk, reach: { by: desk[who], outsider: await outsider(w, who), at: { id: kase.id } }, kase };
}

const act =
  (who: Who, upTo: UpTo, body: object = {}): Given =>
  async (w) => ({ ...(await open(w, who, upTo)).reach, body });

const deferral =
  (who: Who, body: object, asked?: 'asked'): Given =>
  async (w) => {
    const desk = await givenDeferringDesk(w);
    const { id, deferralId } = await givenDeferral(desk);
    if (asked)
      await made(desk.applicant.agent.post(`/v1/cases/${id}/deferrals/${deferralId}/extension-request`, { reason: '尚未取得' }));
    return { by: desk[who], outsider: await outsider(w, who), at: { id, deferralId }, body };
  };

const committed =
  (who: Who, upTo: Parameters<typeof givenCommitment>[1], body?: object): Given =>
  async (w) => {
    const desk = await givenCommittingDesk(w);
    const { id } = await givenCommitment(desk, upTo);
    return { by: desk[who], outsider: await outsider(w, who), at: { id }, ...(body && { body }) };
  };

const edited = ({ guide }: Desk) => {
  const { channel, form, materials } = application({ guide });
  return { channel, form, materials };
};

/** A draft order, for those of its region who have not drafted it. */
async function drafted(w: World) {
  const hands = await givenAdministration(w);
  const version = await givenNewLaw(w, await givenOldLaw(w));
  const { id } = await givenOrder(hands, version);
  const outside = await staff(w, { role: 'service-administrator', area: '650103000000' });
  return { version, reach: { by: hands.issuer, outsider: outside, at: { id } } };
}

const impactOf = async ({ issuer }: Pick<Administration, 'issuer'>, id: string) =>
  (await made<{ digest: string }>(issuer.agent.get(`${ORDERS}/${id}/impact`))).digest;

export const acceptanceRecords: Records = {
  draftChangeOfLaw: async (w) => {
    const { version, reach } = await drafted(w);
    return { by: reach.by, outsider: reach.outsider, body: orderOf(version) };
  },
  // What is issued everybody may read.
  readChangeOfLaw: async (w) => {
    const hands = await givenAdministration(w);
    const { order } = await givenIssuedOrder(w, hands);
    return { by: hands.issuer, outsider: hands.drafter, at: { id: order.id } };
  },
  '/v1/change-of-law-orders/{id}': async (w) => (await drafted(w)).reach,
  editChangeOfLaw: async (w) => {
    const { version, reach } = await drafted(w);
    return { ...reach, headers: { 'if-match': '"1"' }, body: orderOf(version, { article: '第九条' }) };
  },
  issueChangeOfLaw: async (w) => {
    const { reach } = await drafted(w);
    return { ...reach, body: { impact: await impactOf({ issuer: reach.by }, reach.at.id) } };
  },
  withdrawChangeOfLaw: async (w) => ({ ...(await drafted(w)).reach, body: { reason: '施行日期推迟' } }),
  openCase: async (w) => {
    const desk = await givenDesk(w);
    return { by: desk.applicant, body: application(desk) };
  },
  readProgress: async (w) => {
    const { caseNumber, queryCode } = (await open(w, 'clerk', 'submitted')).kase;
    return { by: { id: 'nobody', agent: w.as() }, body: { caseNumber, queryCode } };
  },
  '/v1/uploads/{id}': async (w) => {
    const by = await person(w);
    return { by, outsider: await person(w), at: { id: await sentFile(by) } };
  },
  '/v1/cases/{id}': act('officer', 'accepted'),
  downloadCaseMaterial: async (w) => {
    const desk = await givenDesk(w);
    const materials = [statement('M01'), await fileOf(desk.applicant, 'M02')];
    const { id } = await givenCase(desk, 'submitted', { materials });
    const { body: listed } = await desk.officer.agent.get(`/v1/cases/${id}/materials`);
    const { id: materialId } = (listed as { items: { id: string }[] }).items[1]!;
    const { body } = await desk.officer.agent.get(`/v1/cases/${id}/materials/${materialId}`);
    const { search } = new URL((body as { download: { href: string } }).download.href, 'http://tongban');
    return { by: desk.officer, outsider: await outsider(w, 'officer'), at: { id, materialId }, query: search };
  },
  editCase: async (w) => {
    const { desk, reach, kase } = await open(w, 'applicant', 'draft');
    return { ...reach, headers: { 'if-match': `"${kase.version}"` }, body: edited(desk) };
  },
  submitCase: act('applicant', 'draft'),
  discardCase: act('applicant', 'draft'),
  handleOnTheSpot: async (w) => {
    const desk = await givenDesk(w, { overrides: { handling: 'on-the-spot' } });
    const body = { ...application(desk, { applicantId: desk.applicant.id, channel: 'window' }) };
    return {
      by: desk.officer,
      outsider: await outsider(w, 'officer'),
      body: { ...body, decision: { granted: true }, delivery: { method: 'window' } },
    };
  },
  acceptCase: act('clerk', 'submitted'),
  refuseCase: act('clerk', 'submitted', { kind: 'not-needed', reasons: ['该活动不需要许可'] }),
  requestSupplement: act('clerk', 'submitted', { points: [{ material: 'M02', problem: '缺少检测章' }] }),
  supplementCase: act('applicant', 'awaiting-supplement', { materials: [statement('M02')] }),
  correctCase: act('clerk', 'submitted', { materials: [statement('M02')] }),
  assignCase: act('officer', 'accepted'),
  giveOpinion: act('officer', 'accepted', { step: 'S2', conclusion: 'pass', text: '符合条件' }),
  beginProcedure: act('officer', 'accepted', { kind: 'testing', reason: '需要检测' }),
  endProcedure: async (w) => {
    const { reach } = await open(w, 'officer', 'accepted');
    const begun = await made<{ id?: string; procedures?: { id: string }[] }>(
      reach.by.agent.post(`/v1/cases/${reach.at.id}/special-procedures`, { kind: 'testing', reason: '需要检测' }),
    );
    const [procedure] = await w.rows<{ id: string }>('select id from acceptance.special_procedure where case_id = $1', [
      reach.at.id,
    ]);
    return { ...reach, at: { ...reach.at, procedureId: procedure?.id ?? begun.id! }, body: { result: '合格' } };
  },
  extendCase: act('head', 'accepted', { days: 10, reason: '需要进一步核实' }),
  decideCase: act('officer', 'accepted', { granted: true }),
  deliverCase: act('clerk', 'decided', { method: 'window' }),
  supplyDeferred: deferral('applicant', { materials: [statement('M03')] }),
  askForDeferralExtension: deferral('applicant', { reason: '尚未取得' }),
  extendDeferral: deferral('officer', { days: 3, reason: '理由属实' }, 'asked'),
  readCaseCommitment: committed('officer', 'made'),
  grantOnCommitment: committed('officer', 'made', {}),
  withdrawCommitment: committed('applicant', 'made'),
  findOnCommitment: committed('officer', 'checking', { kept: true }),
  defendCommitment: committed('applicant', 'doubted', { text: '情况属实' }),
  orderRectification: committed('head', 'heard', { days: 10, what: '更换设备' }),
  rectifyCommitment: committed('applicant', 'rectifying', { report: '已经更换' }),
  decideAfterCheck: committed('head', 'heard', { outcome: 'upheld', reasons: ['申辩成立'] }),
  withdrawCase: act('applicant', 'submitted', { reason: 'changed-mind' }),
  prioritiseCase: async (w) => {
    const { reach } = await open(w, 'clerk', 'submitted');
    const { at, ...who } = reach;
    return { ...who, body: { caseId: at.id, shownBy: 'certificate' } };
  },
  nameHelper: async (w) => {
    const { desk, reach } = await open(w, 'applicant', 'submitted');
    return { ...reach, body: { helperId: desk.officer.id } };
  },
  endHelp: async (w) => {
    const { desk, reach } = await open(w, 'applicant', 'submitted');
    await made(reach.by.agent.post(`/v1/cases/${reach.at.id}/helper`, { helperId: desk.officer.id }));
    return reach;
  },
  terminateCase: act('officer', 'accepted', { reasons: ['申请人终止经营'], basis: '《示例条例》第七条' }),
  sendPartnerRecords: async (w) => {
    const { guide } = await givenDesk(w);
    return { by: await partner(w, guide.organization.id), body: `${JSON.stringify(acceptRecord(guide))}\n` };
  },
  reserveNumbers: async (w) => {
    const { guide, clerk } = await givenDesk(w);
    return { by: clerk, outsider: await outsider(w, 'clerk'), body: { code: guide.code, count: 10 } };
  },
  readCaseMaterial: async (w) => {
    const { reach } = await open(w, 'officer', 'accepted');
    const { items } = await made<{ items: { id: string }[] }>(reach.by.agent.get(`/v1/cases/${reach.at.id}/materials`));
    return { ...reach, at: { ...reach.at, materialId: items[0]!.id } };
  },
};
