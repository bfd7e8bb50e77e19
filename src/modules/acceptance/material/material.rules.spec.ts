import { createHash } from 'node:crypto';
import type { Guide } from '../../implementation/implementation.facade';
import type { Material } from './material.entity';
import { current, incomplete, missing, mustBeItself, namedInGuide } from './material.rules';

const guide = {
  materials: [
    { code: 'M01', necessity: 'required', replaceableBy: {} },
    { code: 'M02', necessity: 'required', replaceableBy: { certificateType: 'T', commitment: true } },
    { code: 'M03', necessity: 'conditional', replaceableBy: {} },
  ],
} as unknown as Guide;

test('acceptance/A4: a material that the guide does not name is refused, and a stand-in it does not allow', () => {
  expect(namedInGuide(guide, { code: 'M01', kind: 'file' }).code).toBe('M01');
  expect(() => namedInGuide(guide, { code: 'M09', kind: 'file' })).toThrow('beyond-the-guide');
  expect(() => namedInGuide(guide, { code: 'M01', kind: 'certificate-reference' })).toThrow('beyond-the-guide');
  expect(() => namedInGuide(guide, { code: 'M01', kind: 'commitment' })).toThrow('beyond-the-guide');
  expect(namedInGuide(guide, { code: 'M02', kind: 'certificate-reference' }).code).toBe('M02');
});

test('acceptance/A8: a file is what it says, by its first bytes, size and hash', () => {
  const bytes = Buffer.from('%PDF-1.7 small');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = {
    ...{ code: 'M01', kind: 'file' as const, name: 'a.pdf', mediaType: 'application/pdf' },
    ...{ size: bytes.length, sha256, content: bytes.toString('base64') },
  };
  expect(() => mustBeItself(file)).not.toThrow();
  expect(() => mustBeItself({ ...file, mediaType: 'image/png' })).toThrow('file-mismatch');
  expect(() => mustBeItself({ ...file, size: 3 })).toThrow('file-mismatch');
  expect(() => mustBeItself({ ...file, sha256: '0'.repeat(64) })).toThrow('file-mismatch');
  expect(incomplete({ code: 'M01', kind: 'file' }, '/materials/0').map(({ pointer }) => pointer)).toContain(
    '/materials/0/content',
  );
});

test('of each code what was handed in last counts; required ones that nobody handed in are missing', () => {
  const rows = [
    { code: 'M01', seq: 1 },
    { code: 'M01', seq: 3 },
    { code: 'M03', seq: 1 },
  ] as Material[];
  expect(current(rows)).toEqual([rows[1], rows[2]]);
  expect(missing(guide, rows)).toEqual(['M02']);
});
