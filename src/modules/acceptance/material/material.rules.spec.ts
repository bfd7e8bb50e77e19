import type { Guide } from '../../implementation/implementation.facade';
import type { Material } from './material.entity';
import { beyondTheGuide, current, missing, misshapen } from './material.rules';

const guide = {
  materials: [
    { code: 'M01', necessity: 'required', replaceableBy: {} },
    { code: 'M02', necessity: 'required', replaceableBy: { certificateType: 'T', commitment: true } },
    { code: 'M03', necessity: 'conditional', replaceableBy: {} },
    { code: 'M04', necessity: 'deferrable', replaceableBy: {} },
  ],
} as unknown as Guide;

test('acceptance/A4: a material that the guide does not name is refused, and a stand-in it does not allow', () => {
  expect(beyondTheGuide(guide, { code: 'M01', kind: 'file' })).toBeUndefined();
  expect(beyondTheGuide(guide, { code: 'M09', kind: 'file' })).toBe('M09');
  expect(beyondTheGuide(guide, { code: 'M01', kind: 'certificate-reference' })).toBe('M01: certificate-reference');
  expect(beyondTheGuide(guide, { code: 'M01', kind: 'commitment' })).toBe('M01: commitment');
  expect(beyondTheGuide(guide, { code: 'M02', kind: 'certificate-reference' })).toBeUndefined();
  expect(beyondTheGuide(guide, { code: 'M02', kind: 'deferred' })).toBe('M02: deferred');
  expect(beyondTheGuide(guide, { code: 'M04', kind: 'deferred' })).toBeUndefined();
});

test('acceptance/A8: a file has a name without a path and the id of what was sent, and nothing else', () => {
  const file = { code: 'M01', kind: 'file' as const, name: 'a.pdf', uploadId: '019b76da-a800-7000-8000-000000000000' };
  const wrong = (given: object) => misshapen({ ...file, ...given }, '').map(({ pointer, code }) => `${pointer} ${code}`);
  expect(wrong({})).toEqual([]);
  expect(wrong({ uploadId: undefined, text: 'a', confirmed: true })).toEqual([
    '/uploadId missing',
    '/text unknown',
    '/confirmed unknown',
  ]);
  for (const name of ['../a.pdf', 'a\\b.pdf', '/etc/passwd', '..']) expect(wrong({ name })).toEqual(['/name name']);
});

test('of each code what was handed in last counts; required ones that nobody handed in are missing', () => {
  const rows = [
    { code: 'M01', seq: 1 },
    { code: 'M01', seq: 3 },
    { code: 'M03', seq: 1 },
  ] as Material[];
  expect(current(rows)).toEqual([rows[1], rows[2]]);
  expect(missing(guide, rows)).toEqual(['M02', 'M04']);
});
