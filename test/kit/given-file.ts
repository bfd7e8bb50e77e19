import { crc32, deflateRawSync } from 'node:zlib';
import type { Somebody } from './actors';

export const pdf = (text = '示例'): Buffer => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`);

/** A PNG by its header; nobody looks further. */
export function png(width = 8, height = 8, more = 0): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const chunk = (name: string, data: Buffer) => {
    const [length, body, check] = [Buffer.alloc(4), Buffer.concat([Buffer.from(name), data]), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const parts = [chunk('IHDR', header), chunk('IDAT', Buffer.alloc(more)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

export interface Member {
  name: string;
  bytes?: Buffer;
  /** What the directory says, if not the truth. */
  unpacked?: number;
  mode?: number;
}

/** An archive with these members. */
export function zip(members: Member[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes = Buffer.from('x'), unpacked = bytes.length, mode = 0o100644 } of members) {
    const [text, packed] = [Buffer.from(name), deflateRawSync(bytes)];
    const facts = Buffer.alloc(26);
    facts.set([20, 0, 0, 8, 8, 0]);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(unpacked, 18);
    facts.writeUInt16LE(text.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021403', 'hex'), facts, rest, text]));
    files.push(Buffer.concat([Buffer.from('504b0304', 'hex'), facts, text, packed]));
    at += files.at(-1)!.length;
  }
  const [all, end] = [Buffer.concat(directory), Buffer.alloc(22)];
  end.set([0x50, 0x4b, 5, 6]);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, all, end]);
}

export const ofd = (...more: Member[]): Buffer => zip([{ name: 'OFD.xml' }, { name: 'Doc_0/Document.xml' }, ...more]);

/** A file sent by somebody; its id. */
export async function sentFile({ agent }: Pick<Somebody, 'agent'>, bytes = pdf(), type = 'application/pdf'): Promise<string> {
  const { body, status } = await agent.stream('/v1/uploads', type, bytes);
  if (status !== 201) throw new Error(`the file was not taken: ${JSON.stringify(body)}`);
  return (body as { id: string }).id;
}

/** A file sent by somebody, as a material of this code. */
export const fileOf = async (sender: Pick<Somebody, 'agent'>, code: string, bytes = pdf()) => ({
  ...{ code, kind: 'file' as const, name: '材料.pdf', uploadId: await sentFile(sender, bytes) },
});
