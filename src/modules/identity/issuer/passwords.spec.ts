import { hashPassword, isWeakPassword, verifyPassword } from './passwords';

it('knows a password again, however it was composed, and no other one', async () => {
  const stored = await hashPassword('café 一窗通办');
  expect(stored).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await verifyPassword('cafe\u0301 一窗通办', stored)).toBe(true);
  expect(await verifyPassword('cafe 一窗通办', stored)).toBe(false);
  expect(await hashPassword('café 一窗通办')).not.toBe(stored);
});

it('reads the parameters from the hash', async () => {
  const weaker = '$scrypt$ln=10,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$';
  expect(await verifyPassword('x', `${weaker}AAAA`)).toBe(false);
});

it('takes as long for an unknown name as for a wrong password', async () => {
  const stored = await hashPassword('right');
  const spent = async (hash?: string) => {
    const start = performance.now();
    expect(await verifyPassword('wrong', hash)).toBe(false);
    return performance.now() - start;
  };
  expect((await spent()) / (await spent(stored))).toBeGreaterThan(0.3);
  expect(await verifyPassword('', undefined)).toBe(false);
  expect(await verifyPassword('x', 'rubbish')).toBe(false);
});

it.each([
  '',
  'abc',
  'elevenchars',
  'a           ',
  '            ',
  ' tongban-dem ',
  'aaaaaaaaaaaaaaaa',
  'abcdabcdabcd',
  '一窗通办一窗通办一窗通办',
])('calls %j weak', (password) => expect(isWeakPassword(password)).toBe(true));

it.each([
  'tongban-demo',
  'correct horse battery',
  '天山脚下的一条长河与白杨',
  '\u{1F600}\u{1F601}\u{1F602}\u{1F603}\u{1F604}abcdefg',
])('takes %j', (password) => expect(isWeakPassword(password)).toBe(false));
