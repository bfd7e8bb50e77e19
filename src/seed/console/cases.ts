import { Readable } from 'node:stream';
import { AcceptanceFacade, acceptedElsewhere, handledElsewhere } from '../../modules/acceptance/acceptance.facade';
import { CaseDesks } from '../../modules/acceptance/case-desks.facade';
import { type Application, deferredSubsidy, dispatch, hygiene, subsidy } from '../applications';
import { accept, type Act, caseSection, grant, notify, opine, submittedCase } from '../cases';
import { type House, idOf, named, type Section } from '../house';
import { asPartner, asPerson, asStaff, staffId } from '../people';
import { says } from './says';

const begin: Act = (house, id) => {
  const hearing = { kind: 'hearing', reason: '涉及他人重大利益，申请人要求听证。' };
  return named('procedure', 'hearing', () => house.get(CaseDesks).beginProcedure(asStaff('county-officer'), id, hearing));
};

/** The bureau of health grants a licence that may be annulled. */
const grantHygiene: Act = async (house, id) => {
  const [desks, head] = [house.get(CaseDesks), asStaff('health-head')];
  await desks.accept(head, id);
  await named('licence', 'to-annul', () => desks.decide(head, id, { granted: true }));
};

const askForTime: Act = async (house, id) => {
  const [promise] = await house.get(CaseDesks).deferralsOf(deferredSubsidy().by, id);
  await house.get(CaseDesks).askForTime(deferredSubsidy().by, id, promise!, '名单须由用工单位盖章，尚未取得。');
};

const help: Act = (house, id) =>
  house.get(CaseDesks).nameHelper(asPerson('citizen'), id, { helperId: staffId('prefecture-clerk') });
const onCommitment = (): Application => {
  const { by, what } = subsidy('citizen');
  return { by, what: { ...what, commitment: { textVersion: '1' } } };
};
const grantOnCommitment: Act = (house, id) => house.get(CaseDesks).grantOnCommitment(asStaff('county-head'), id);
const doubt: Act = (house, id) =>
  house.get(CaseDesks).findOnCommitment(asStaff('county-officer'), id, {
    ...{ kept: false, detail: '现场未见经营场所使用证明原件。', rectifiable: true },
  });
const defend: Act = (house, id) =>
  house.get(CaseDesks).defendCommitment(onCommitment().by, id, { text: '证明原件正在办理。', last: true });
const order: Act = (house, id) =>
  house.get(CaseDesks).orderRectification(asStaff('county-head'), id, { days: 10, what: '补齐经营场所使用证明。' });

/** acceptance/A22: a case that the bureau's own system runs, and what that has told of it since. */
async function tellOfCase(house: House): Promise<void> {
  const facade = house.get(AcceptanceFacade);
  const [opened] = await facade.takeRecords(asPartner(), [acceptedElsewhere('demo-accept-1')]);
  await facade.takeRecords(asPartner(), handledElsewhere(opened!.caseNumber!));
}

/** What may be done to each next is its name. */
const CASES: Record<string, readonly [Application, ...Act[]]> = {
  'to-accept': [subsidy('citizen')],
  'to-refuse': [subsidy('citizen')],
  'to-notify': [subsidy('citizen')],
  'to-correct': [subsidy('citizen')],
  'to-assign': [subsidy('citizen')],
  'to-withdraw': [subsidy('citizen')],
  'to-help': [subsidy('citizen')],
  helped: [subsidy('citizen'), help],
  'to-supplement': [subsidy('citizen'), notify],
  'to-review': [subsidy('citizen'), accept],
  'to-terminate': [subsidy('citizen'), accept],
  'to-hear': [dispatch(), accept],
  'to-extend': [dispatch(), accept],
  'to-supply': [deferredSubsidy(), accept],
  'to-ask': [deferredSubsidy(), accept],
  'to-extend-deferral': [deferredSubsidy(), accept, askForTime],
  'to-grant-on-commitment': [onCommitment()],
  'to-choose-ordinary': [onCommitment()],
  'to-check': [onCommitment(), grantOnCommitment],
  'to-defend': [onCommitment(), grantOnCommitment, doubt],
  'to-order': [onCommitment(), grantOnCommitment, doubt, defend],
  'to-judge': [onCommitment(), grantOnCommitment, doubt, defend],
  'to-rectify': [onCommitment(), grantOnCommitment, doubt, defend, order],
  heard: [dispatch(), accept, begin],
  'to-decide': [subsidy('citizen'), accept, opine],
  'to-deliver': [subsidy('citizen'), accept, opine, grant],
  hygiene: [hygiene(), grantHygiene],
};

const fileSent: Section = {
  ...{ says, mark: { kind: 'acceptance.upload', id: idOf('upload', 'sent') } },
  make: async (house) => {
    const pieces = Readable.from([Buffer.from('%PDF-1.7\n% 演示材料\n%%EOF\n')]);
    const file = { mediaType: 'application/pdf' as const, pieces, key: 'demo-region' };
    await named('upload', 'sent', () => house.get(CaseDesks).send(subsidy('citizen').by, file));
  },
};

export const caseRecords: Section[] = [
  fileSent,
  ...['to-edit', 'to-submit', 'to-discard'].map((name) =>
    caseSection(says, name, (house) => house.get(CaseDesks).draft(subsidy('citizen').by, subsidy('citizen').what)),
  ),
  ...Object.entries(CASES).map(([name, kase]) => submittedCase(says, name, kase)),
  caseSection(says, 'elsewhere', tellOfCase),
];
