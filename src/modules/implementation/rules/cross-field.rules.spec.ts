import type { PublishedItem } from '../../catalog/catalog.facade';
import type { GuideContent } from '../content/content.inputs';
import { crossField, crossFieldCodes, crossFieldRule, type RuleChange, standing } from './cross-field.rules';
import type { ListedItem } from './finding.rules';

const [COUNTY, PREFECTURE, REGION] = ['654021000000', '654000000000', '650000000000'] as const;
const sound: GuideContent = {
  ...{ handling: 'promised', promisedLimit: { days: 10, unit: 'working-day' }, channels: ['window', 'online'], visits: 0 },
  statutoryLimit: { days: 20, unit: 'working-day' },
  ...{ result: { kind: 'document', name: '示例批复' }, resultSample: 'sample.pdf' },
  questions: [{ question: '可以委托他人办理吗？', answer: '可以。' }],
  phones: { enquiry: '0991-1234567', complaint: '0991-12345' },
};
const item = (more: Partial<ListedItem> = {}, charged = false) =>
  ({ itemType: '01', listedForCommitment: false, elements: { fees: { charged } }, ...more }) as ListedItem & PublishedItem;
const found = (content: GuideContent, over = item()) => {
  const organization = { uscc: '', name: '', divisionCode: COUNTY, areaPath: [COUNTY, PREFECTURE, REGION] };
  const list = { level: '4' as const, organization, content: { ...sound, ...content } };
  return crossField(list, over).map(({ code, pointer }) => `${code} ${pointer}`);
};
const fee = { code: 'F1', name: '登记费', standard: '每件 80 元', basis: '《示例法》第五条', basisKind: 'law' as const };

test('implementation/I2: a sound list passes every cross-field rule', () => expect(found({})).toEqual([]));

test.each<[string, GuideContent, string[]]>([
  ['on the spot with days', { handling: 'on-the-spot' }, ['handling-and-promise /handling']],
  ['no word about visits', { visits: undefined }, ['visits-and-reason /visits']],
  ['a visit without a reason', { visits: 1 }, ['visits-and-reason /visitReason']],
  ['a visit for the reason 无', { visits: 1, visitReason: '无' }, ['visits-and-reason /visitReason']],
  ['a reason for no visit', { visitReason: '须核验原件' }, ['visits-and-reason /visitReason']],
  ['无 for no visit', { visitReason: '无' }, []],
  ['a visit with its reason', { visits: 2, visitReason: '须核验原件' }, []],
  ['no visit, no internet, no post', { channels: ['window'] }, ['no-visit-needs-post /channels']],
  ['no visit, but the post', { channels: ['window', 'post'] }, []],
  ['a mobile way', { channels: ['mobile'] }, []],
  [
    'fully online with a visit',
    { coverage: { fullyOnline: true, inCentre: true, onPlatform: true }, visits: 1, visitReason: '须核验原件' },
    ['fully-online-and-visits /visits'],
  ],
  ['a fee, and no word how it is paid', { fees: [fee] }, ['fees-complete /onlinePayment']],
  ['a fee that is waived', { fees: [fee], onlinePayment: true, feesWaived: '停征' }, ['fees-complete /feesWaived']],
  ['a fee paid at the window', { fees: [fee], onlinePayment: false }, []],
  ['online payment of nothing', { onlinePayment: true }, ['payment-without-fee /onlinePayment']],
  ['no question', { questions: [] }, ['questions-missing /questions']],
  ['one question twice', { questions: [...sound.questions!, ...sound.questions!] }, ['questions-missing /questions/1/question']],
  ['no sample', { resultSample: undefined }, ['result-sample-missing /resultSample']],
  ['no result, no sample', { resultSample: undefined, result: { kind: 'none', name: '无' } }, []],
  ['a 证 that is nothing', { result: { kind: 'none', name: '示例许可证' } }, ['result-kind-and-name /result/kind']],
  ['a 文 that is a licence', { result: { kind: 'licence', name: '示例批文' } }, ['result-kind-and-name /result/kind']],
])('implementation/I2: %s', (_, content, findings) => expect(found(content)).toEqual(findings));

const complaint = ['phones-different /phones/complaint'];
const enquiry = ['phone-area-code /phones/enquiry'];
test.each([
  ['0991-1234567', '(0991)1234567', complaint],
  ['0991-1234567、0991-7654321', '0991 7654321', complaint],
  ['1234567', '0991-7654321', enquiry],
  ['12345', '0991-7654321', enquiry],
  ['无', '0991-7654321', enquiry],
  ['（0991）1234567转801', '０９９１－7654321', []],
  ['010-12345；0991-12345678', '0999—7654321', []],
])('implementation/I2: the phones %s and %s', (one, other, findings) =>
  expect(found({ phones: { enquiry: one, complaint: other } })).toEqual(findings),
);

test('implementation/I2: what the catalogue charges for is free only for a reason', () => {
  expect(found({}, item({}, true))).toEqual(['fees-complete /fees']);
  expect(found({ feesWaived: '《关于停征有关收费的通知》' }, item({}, true))).toEqual([]);
});

test('implementation/I2: only licensing owes answers', () =>
  expect(found({ questions: undefined }, item({ itemType: '20' }))).toEqual([]));

describe('what places have decided', () => {
  const change = (divisionCode: string, enforced: boolean, more: Partial<RuleChange> = {}): RuleChange => ({
    ...{ divisionCode, code: 'phone-area-code', enforced, parameter: null, ...more },
  });
  const bare = { phones: { enquiry: '1234567', complaint: '0991-7654321' } };

  test('implementation/I2: the nearest division has the word', () => {
    const under = (...ruleChanges: RuleChange[]) => found(bare, item({ ruleChanges }));
    expect(under()).toEqual(enquiry);
    expect(under(change(REGION, false))).toEqual([]);
    expect(under(change(REGION, false), change(PREFECTURE, true))).toEqual(enquiry);
    expect(under(change(PREFECTURE, true), change(COUNTY, false))).toEqual([]);
    expect(under(change('654022000000', false))).toEqual(enquiry);
  });

  test('implementation/I2: a parameter is a number of the place', () => {
    const three = change(REGION, true, { code: 'questions-missing', parameter: 3 });
    expect(found({}, item({ ruleChanges: [three] }))).toEqual(['questions-missing /questions']);
    expect(standing('questions-missing', [COUNTY]).parameter).toBe(1);
  });

  test('implementation/I2: nobody switches off what the law lays down', () => {
    const laws = crossFieldCodes.filter((code) => crossFieldRule(code).law);
    expect(laws).toEqual(['promise-longer', 'payment-without-fee']);
    for (const code of laws) expect(standing(code, [COUNTY], [change(COUNTY, false, { code })]).enforced).toBe(true);
  });
});

test('implementation/I2: every rule of the national checker but the tenth stands there', () =>
  expect([...new Set(crossFieldCodes.map((code) => crossFieldRule(code).number))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 11]));
