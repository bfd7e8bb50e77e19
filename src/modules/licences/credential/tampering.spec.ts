import fc from 'fast-check';
import { encoded, issued, listed, outcome, partsOf } from './credential.spec-kit';

let credential: string;
let parts: ReturnType<typeof partsOf>;
beforeAll(async () => {
  credential = await issued();
  parts = partsOf(credential);
});

describe('changed bytes', () => {
  const flip = (text: string, at: number, by: number): string => {
    const bytes = Buffer.from(text);
    bytes[at % bytes.length]! ^= by;
    return bytes.toString('latin1');
  };
  const change = [fc.nat(), fc.integer({ min: 1, max: 255 })] as const;

  it('licences/L5: 300 credentials with one changed byte are refused, none with an error', async () => {
    const statusList = await listed();
    await fc.assert(
      fc.asyncProperty(...change, async (at, by) => {
        expect(['forged', 'unknown']).toContain(await outcome(flip(credential, at, by), { statusList }));
      }),
      { numRuns: 300 },
    );
  });

  it('licences/L5: every last bit of a signature counts, and a byte cut off or added', async () => {
    const end = parts.token.length - 1;
    for (let by = 1; by < 64; by += 1) expect(await outcome(flip(credential, end, by))).toBe('forged');
    for (let at = 0; at < credential.length; at += 97) {
      expect(await outcome(credential.slice(0, at) + credential.slice(at + 1))).not.toBe('valid');
      expect(await outcome(`${credential.slice(0, at)}A${credential.slice(at)}`)).not.toBe('valid');
    }
  });

  it('licences/L5: a status list with one changed byte says nothing', async () => {
    const list = await listed();
    await fc.assert(
      fc.asyncProperty(...change, async (at, by) => {
        expect(await outcome(credential, { statusList: flip(list, at, by) })).toBe('unknown');
      }),
      { numRuns: 100 },
    );
  });

  it('licences/L5: nor does any text at all raise an error', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => `${encoded(text)}.${encoded(text)}.~`),
        ),
        async (text) => expect(await outcome(text, { statusList: text })).toBe('forged'),
      ),
    ));
});
