import { shanghaiDay } from '../kernel/clock/day';
import { Tx } from '../kernel/persistence/tx';
import { AcceptanceFacade } from '../modules/acceptance/acceptance.facade';
import { CaseDesks } from '../modules/acceptance/case-desks.facade';
import { LicencesFacade } from '../modules/licences/licences.facade';
import { type Application, dispatch, registration, subsidy } from './applications';
import { type House, idOf, named, type Section } from './house';
import { asStaff } from './people';

export type Act = (house: House, id: string) => Promise<unknown>;

const [clerk, officer, head] = [asStaff('county-clerk'), asStaff('county-officer'), asStaff('county-head')];
const at = (house: House) => house.get(CaseDesks);

export const accept: Act = (house, id) => at(house).accept(clerk, id);
export const opine: Act = (house, id) =>
  at(house).opine(officer, id, { step: 'S2', conclusion: 'pass', text: '材料齐全，符合条件。' });
export const grant: Act = (house, id) => at(house).decide(head, id, { granted: true });
const deny: Act = (house, id) => at(house).decide(head, id, { granted: false, reasons: ['经营时间不满一年'] });
const deliver: Act = (house, id) => at(house).deliver(clerk, id, { method: 'download' });
const refuse =
  (kind: 'not-needed' | 'refused', reason: string): Act =>
  (house, id) =>
    at(house).refuse(clerk, id, { kind, reasons: [reason] });
const hear: Act = (house, id) =>
  at(house).beginProcedure(officer, id, { kind: 'hearing', reason: '涉及他人重大利益，申请人要求听证。' });
export const notify: Act = (house, id) =>
  at(house).requestSupplement(clerk, id, [{ material: 'M01', problem: '申请表没有签名' }]);
const withdraw: Act = (house, id) => at(house).withdraw(subsidy('citizen').by, id, 'changed-mind');
const terminate: Act = (house, id) =>
  at(house).terminate(officer, id, { reasons: ['申请人的经营主体已经注销'], basis: '《就业补助资金管理办法》' });

/** 《行政许可法》第六十九条: the grant is annulled by the head of the organ that gave it. */
const grantAndAnnul: Act = async (house, id) => {
  const licenceId = await grantLicence('annulled')(house, id);
  const effectOn = shanghaiDay(house.get(Tx).now);
  await house.get(LicencesFacade).annul(head, licenceId, {
    ...{ ground: 'not-qualified', reason: '申请时的经营场所不具备条件。', effectOn },
    remedy: { review: '六十日内向伊宁县人民政府申请行政复议', lawsuit: '六个月内向人民法院提起行政诉讼' },
  });
};

function grantLicence(name: LicenceName): (house: House, id: string) => Promise<string> {
  return async (house, id) => {
    const { licenceId } = await named('licence', name, () => at(house).decide(head, id, { granted: true }));
    return licenceId!;
  };
}

export type LicenceName = 'annulled' | 'valid';
export const licenceId = (name: LicenceName): string => idOf('licence', name);

/** A case by what has become of it: one in every state, and what ratings and licences are about. */
const cases = {
  submitted: [subsidy('second-citizen')],
  'awaiting-supplement': [subsidy('citizen'), notify],
  accepted: [subsidy('citizen'), accept],
  'in-review': [subsidy('citizen'), accept, opine],
  suspended: [dispatch(), accept, hear],
  decided: [subsidy('citizen'), accept, opine, grant],
  completed: [subsidy('citizen'), accept, opine, grant, deliver],
  denied: [subsidy('second-citizen'), accept, opine, deny, deliver],
  'not-needed': [subsidy('citizen'), refuse('not-needed', '该事项依法不需要申请')],
  refused: [subsidy('citizen'), refuse('refused', '不属于首次创业')],
  withdrawn: [subsidy('citizen'), withdraw],
  terminated: [subsidy('citizen'), accept, terminate],
  'licence-annulled': [dispatch(), accept, opine, grantAndAnnul, deliver],
  licence: [dispatch(), accept, opine, grantLicence('valid'), deliver],
} as const satisfies Record<string, readonly [Application, ...Act[]]>;

export type CaseName = keyof typeof cases | 'draft' | 'on-the-spot';
export const caseNames: CaseName[] = ['draft', ...(Object.keys(cases) as CaseName[]), 'on-the-spot'];
export const caseId = (name: CaseName): string => idOf('case', name);

export const caseSection = (says: string, name: string, make: (house: House) => Promise<unknown>): Section => ({
  ...{ says, mark: { kind: 'acceptance.case', id: idOf('case', name) } },
  make: async (house) => void (await named('case', name, () => make(house))),
});

/** A case that has been submitted, and what has been done to it since. */
export const submittedCase = (says: string, name: string, [{ by, what }, ...acts]: readonly [Application, ...Act[]]): Section =>
  caseSection(says, name, async (house) => {
    const { id } = await house.get(AcceptanceFacade).submit(by, what);
    for (const act of acts) await act(house, id);
  });

const SAYS = 'cases in every state';

/** One transaction for each case. */
export const caseSections: Section[] = [
  caseSection(SAYS, 'draft', (house) => at(house).draft(subsidy('citizen').by, subsidy('citizen').what)),
  ...Object.entries(cases).map(([name, kase]) => submittedCase(SAYS, name, kase)),
  caseSection(SAYS, 'on-the-spot', (house) =>
    at(house).handleOnTheSpot(head, { ...registration, decision: { granted: true }, delivery: { method: 'window' } }),
  ),
];
