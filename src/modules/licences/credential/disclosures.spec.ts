import { digestOf, encoded, issued, outcome, partsOf, token, verified } from './credential.spec-kit';
import type { Claims } from '../../../kernel/signing/jws';

let credential: string;
let parts: ReturnType<typeof partsOf>;
beforeAll(async () => {
  credential = await issued();
  parts = partsOf(credential);
});

describe('disclosures', () => {
  const extra = encoded(['salt', 'holderName', '张三']);
  const ours = (payload: Claims, ...disclosures: string[]) =>
    token(parts.header, { ...parts.payload, ...payload }).then((text) => `${[text, ...disclosures].join('~')}~`);

  it('licences/L5: none that was not signed, none twice, nothing after the last', async () => {
    const [first] = parts.disclosures;
    expect(await outcome(`${credential}${extra}~`)).toBe('forged');
    expect(await outcome(`${credential}${first}~`)).toBe('forged');
    expect(await outcome(`${credential}~`)).toBe('forged');
    expect(await outcome(`${credential}${parts.token}`)).toBe('forged');
    expect(await outcome(credential.slice(0, -1))).toBe('forged');
    expect(await outcome(parts.token)).toBe('forged');
  });

  it('licences/L5: the order does not matter', async () =>
    expect(await outcome(`${[parts.token, ...parts.disclosures.toReversed()].join('~')}~`)).toBe('valid'));

  it('licences/L5: an element of a list and a claim inside a claim can be disclosed', async () => {
    const inner = encoded(['salt', 'inner', 1]);
    const outer = encoded(['salt', { _sd: [digestOf(inner)] }]);
    const list = [{ '...': digestOf(outer) }, { '...': digestOf('kept back') }, 2];
    expect((await verified(await ours({ list }, outer, inner))).claims).toMatchObject({ list: [{ inner: 1 }, 2] });
    expect((await verified(await ours({ list }))).claims).toMatchObject({ list: [2] });
    expect(await outcome(await ours({ list }, inner))).toBe('forged');
  });

  it.each<[string, Claims, ...string[]]>([
    ['a digest twice', { _sd: [digestOf(extra), digestOf(extra)] }],
    ['a digest twice, at two depths', { _sd: [digestOf(extra)], deep: [{ '...': digestOf(extra) }] }],
    ['a claim that is there already', { _sd: [digestOf(extra)], holderName: '李四' }, extra],
    ['an element as a claim', { _sd: [digestOf(encoded(['salt', 1]))] }, encoded(['salt', 1])],
    ['a claim as an element', { list: [{ '...': digestOf(extra) }] }, extra],
    ['a hidden exp', { _sd: [digestOf(encoded(['salt', 'exp', 1]))], exp: undefined }, encoded(['salt', 'exp', 1])],
    ['a claim called _sd', { _sd: [digestOf(encoded(['salt', '_sd', []]))] }, encoded(['salt', '_sd', []])],
    ['digests that are no list', { _sd: 'x' }],
    ['another hash', { _sd_alg: 'sha-512' }],
    ['no JSON', { _sd: [digestOf('!')] }, '!'],
  ])('licences/L5: refuses %s even if signed', async (_, payload, ...disclosures) => {
    expect(await outcome(await ours(payload, ...disclosures))).toBe('forged');
  });

  it('licences/L5: reads the example of RFC 9901 section 4.2', () =>
    expect(digestOf('WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0')).toBe(
      'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0',
    ));
});
