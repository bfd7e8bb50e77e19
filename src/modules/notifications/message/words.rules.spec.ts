import { withoutNumbers, wordsFor } from './words.rules';

const say = (body: string) => withoutNumbers({ zh: { title: '通知', body }, en: { title: 'Notice', body: 'Hello' } }).zh.body;

test('notifications/N1: an identity number or a mobile number somebody wrote into a reason is masked', () => {
  expect(say('身份证11010519491231002X照片不清，请致电13800138000。')).toBe(
    '身份证**************002X照片不清，请致电*******8000。',
  );
});

test('notifications/N1: a case number is not taken for an identity number', () => {
  const caseNumber = '11650102010000001X4650100000000'.padEnd(31, '0') + '2026030110000' + '0001';
  expect(say(`办件 ${caseNumber} 已受理`)).toBe(`办件 ${caseNumber} 已受理`);
  expect(say('统一社会信用代码 116501020100000018')).toBe('统一社会信用代码 116501020100000018');
});

test('notifications/N1: without Uyghur wording its readers get the Chinese one', () => {
  const words = { zh: { title: '通知', body: '您好' }, en: { title: 'Notice', body: 'Hello' } };
  expect(wordsFor(words, 'ug')).toBe(words.zh);
  expect(wordsFor(words, 'en')).toBe(words.en);
});
