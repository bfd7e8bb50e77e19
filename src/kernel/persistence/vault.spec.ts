import { Config, loadConfig } from '../config/config';
import { type Place, Vault } from './vault';

const place: Place = { table: 'identity.person', column: 'id_number', id: 'a' };
const elsewhere: Place[] = [
  { ...place, id: 'b' },
  { ...place, column: 'phone' },
  { ...place, table: 'identity.legal_person' },
];
const NUMBER = '650102199003071235';

function vault(suite: 'intl' | 'sm', byte = 7): Vault {
  return new Vault(loadConfig({ CRYPTO_SUITE: suite, FIELD_KEY: Buffer.alloc(32, byte).toString('base64') }));
}

describe.each(['intl', 'sm'] as const)('suite %s', (suite) => {
  const ours = vault(suite);

  it('opens what it sealed, never seals twice alike, and shows nothing of it', () => {
    for (const plain of ['', NUMBER, '汉字𠮷', 'x'.repeat(100_000)]) {
      const [one, two] = [ours.seal(plain, place), ours.seal(plain, place)];
      expect(one).toMatch(new RegExp(`^v1\\.${suite}\\.1\\.[\\w-]+\\.[\\w-]*\\.[\\w-]+$`));
      expect(one).not.toBe(two);
      expect(ours.open(one, place)).toBe(plain);
      if (plain) expect(one).not.toContain(Buffer.from(plain).toString('base64url'));
    }
  });

  it.each(elsewhere)('refuses a value moved to %j', (other) => {
    expect(() => ours.open(ours.seal(NUMBER, place), other)).toThrow();
  });

  it('refuses a value with any part changed, cut or swapped with another', () => {
    const sealed = ours.seal(NUMBER, place).split('.');
    const other = ours.seal(NUMBER, place).split('.');
    for (const index of [3, 4, 5]) {
      const bytes = Buffer.from(sealed[index]!, 'base64url');
      bytes[0]! ^= 1;
      for (const part of [bytes.toString('base64url'), other[index]!, bytes.subarray(0, 4).toString('base64url'), '']) {
        const forged = sealed.map((given, at) => (at === index ? part : given)).join('.');
        expect(() => ours.open(forged, place)).toThrow();
      }
    }
  });

  it('takes no tag cut to four bytes, which Node would', () => {
    const sealed = ours.seal(NUMBER, place).split('.');
    sealed[5] = Buffer.from(sealed[5]!, 'base64url').subarray(0, 4).toString('base64url');
    expect(() => ours.open(sealed.join('.'), place)).toThrow();
  });

  it('refuses with another key', () => {
    expect(() => vault(suite, 8).open(ours.seal(NUMBER, place), place)).toThrow();
  });

  it('indexes a value alike whatever its case and width, and differently in every column and under every key', () => {
    const index = ours.blindIndex('11010519491231002x', 'person.id_number');
    expect(ours.blindIndex('１１０１０５１９４９１２３１００２Ｘ', 'person.id_number')).toBe(index);
    expect(index).toHaveLength(43);
    expect(ours.blindIndex('11010519491231002X', 'person.phone')).not.toBe(index);
    expect(ours.blindIndex('110105194912310021', 'person.id_number')).not.toBe(index);
    expect(vault(suite, 8).blindIndex('11010519491231002X', 'person.id_number')).not.toBe(index);
  });
});

it('a platform that moves to the other suite still opens what it sealed before', () => {
  expect(vault('sm').open(vault('intl').seal(NUMBER, place), place)).toBe(NUMBER);
  expect(vault('intl').open(vault('sm').seal(NUMBER, place), place)).toBe(NUMBER);
});

it('keys for other purposes are derived, each another, and the root is none of them', () => {
  const ours = vault('intl');
  const keys = ['seal intl', 'index intl a', 'sign-in cookies'].map((purpose) => ours.key(purpose, 32).toString('hex'));
  expect(new Set([...keys, Buffer.alloc(32, 7).toString('hex')]).size).toBe(4);
  expect(ours.key('seal intl', 32).toString('hex')).toBe(keys[0]);
});

it('needs nothing but the settings', () => expect(() => new Vault(new Config(loadConfig({}).settings))).not.toThrow());
