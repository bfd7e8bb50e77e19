import { Readable } from 'node:stream';
import { ofd, pdf, png, zip } from '../../../test/kit/given-file';
import { Refusal } from '../http/problem';
import { type FileType, isCalled } from './file-types';
import { Inspection } from './inspection';

/** What is wrong with these bytes, sent in pieces of one size as a file of this type. */
async function fault(type: FileType, bytes: Buffer, limit = 2 ** 20, piece = 1_000): Promise<string> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, n) => bytes.subarray(n * piece, (n + 1) * piece));
  const inspection = new Inspection(type, limit);
  try {
    for await (const one of inspection.through(Readable.from(pieces) as AsyncIterable<Buffer>)) void one;
    return `sound ${inspection.result.size}`;
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return (error as Refusal).type.code.replace('kernel.', '');
  }
}

test.each<[string, FileType, Buffer]>([
  ['a PDF', 'application/pdf', pdf()],
  ['a PNG', 'image/png', png()],
  ['a PNG of 39,999,990 pixels', 'image/png', png(39_999_990, 1)],
  ['a JPEG whose size stands behind an EXIF part', 'image/jpeg', jpeg(640, 480, 60_000)],
  ['an OFD', 'application/ofd', ofd()],
  ['an OFD that is longer than what is kept of it', 'application/ofd', ofd({ name: 'a.bin', bytes: noise(600_000) })],
])('%s is sound', async (_, type, bytes) => {
  expect(await fault(type, bytes)).toBe(`sound ${bytes.length}`);
  expect(await fault(type, bytes, 2 ** 20, 7)).toBe(`sound ${bytes.length}`);
});

test.each<[string, FileType, Buffer, string]>([
  ['nothing', 'application/pdf', Buffer.alloc(0), 'file-empty'],
  ['a PNG called PDF', 'application/pdf', png(), 'file-type-differs'],
  ['a PDF called JPEG', 'image/jpeg', pdf(), 'file-type-differs'],
  ['a program', 'application/pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), 'file-type-differs'],
  ['a PDF whose header comes later', 'application/pdf', Buffer.concat([Buffer.from('<script>'), pdf()]), 'file-type-differs'],
  ['text', 'application/pdf', Buffer.from('你好'), 'file-type-differs'],
  ['an image of more than 40 million pixels', 'image/png', png(65_000, 65_000), 'image-too-large'],
  ['a JPEG of more than 40 million pixels', 'image/jpeg', jpeg(60_000, 1_000), 'image-too-large'],
  ['a JPEG that ends before its size', 'image/jpeg', jpeg(640, 480).subarray(0, 12), 'file-unsound'],
  ['an archive without OFD.xml', 'application/ofd', zip([{ name: 'word/document.xml' }]), 'file-unsound'],
  ['an archive cut off at its end', 'application/ofd', ofd().subarray(0, -30), 'file-unsound'],
  ['a picture that is an archive as well', 'image/png', Buffer.concat([png(), zip([{ name: 'a' }])]), 'file-unsound'],
  ['a PDF that is an archive as well', 'application/pdf', Buffer.concat([pdf(), ofd()]), 'file-unsound'],
  ['a bomb by its ratio', 'application/ofd', ofd({ name: 'b', bytes: Buffer.alloc(2 ** 20) }), 'file-unsound'],
  ['a bomb by its size', 'application/ofd', ofd({ name: 'b', bytes: noise(900), unpacked: 0xfffffff0 }), 'file-unsound'],
  ['a member that leads out', 'application/ofd', ofd({ name: '../../etc/cron.d/x' }), 'file-unsound'],
  ['a member with an absolute name', 'application/ofd', ofd({ name: '/etc/passwd' }), 'file-unsound'],
  ['a member with backslashes', 'application/ofd', ofd({ name: '..\\x' }), 'file-unsound'],
  ['a link', 'application/ofd', ofd({ name: 'l', mode: 0o120777 }), 'file-unsound'],
  ['too many members', 'application/ofd', ofd(...Array.from({ length: 2_000 }, (_, n) => ({ name: `m${n}` }))), 'file-unsound'],
])('%s is refused', async (_, type, bytes, code) => {
  expect(await fault(type, bytes)).toBe(code);
});

test('the limit is that of the bytes that came', async () => {
  expect(await fault('application/pdf', pdf(), pdf().length)).toBe(`sound ${pdf().length}`);
  expect(await fault('application/pdf', pdf(), pdf().length - 1)).toBe('too-large');
});

test('a file is called by an extension of its type', () => {
  expect(isCalled('材料.PDF', 'application/pdf')).toBe(true);
  expect(isCalled('a.jpeg', 'image/jpeg')).toBe(true);
  for (const name of ['材料.pdf.exe', 'pdf', '.exe', 'a.png']) expect(isCalled(name, 'application/pdf')).toBe(false);
});

function jpeg(width: number, height: number, exif = 0): Buffer {
  const part = (mark: number, data: Buffer) => {
    const head = Buffer.from([0xff, mark, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  const frame = Buffer.from([8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const jfif = part(0xe0, Buffer.from('4a46494600010100000100010000', 'hex'));
  const parts = [jfif, ...(exif ? [part(0xe2, Buffer.alloc(exif))] : []), part(0xc0, frame), Buffer.from([0xff, 0xd9])];
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts]);
}

/** Bytes that do not get smaller. */
function noise(length: number): Buffer {
  let seed = 7;
  return Buffer.from(Array.from({ length }, () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >>> 16));
}
