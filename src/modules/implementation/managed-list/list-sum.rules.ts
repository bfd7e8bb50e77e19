import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

export interface ListLine {
  /** Names the line for good. */
  key: string;
  line: { reason?: string };
}

export interface ListSum {
  lineCount: number;
  digest: string;
  /** Keys of lines without a reason, a hundred at most; of meaning in a negative list. */
  reasonless: string[];
}

/**
 * catalog/C6: the digest is the SHA-256 over `{"key":...,"line":...}` and a line feed for each line, in canonical JSON (RFC 8785) and in
 * the order of the bytes of their keys.
 */
export async function sumOf(pages: AsyncIterable<ListLine[]>): Promise<ListSum> {
  const hash = createHash('sha256');
  const sum = { lineCount: 0, reasonless: [] as string[] };
  for await (const page of pages) {
    sum.lineCount += page.length;
    for (const { key, line } of page) {
      hash.update(`${canonicalize({ key, line })}\n`);
      if (line.reason === undefined && sum.reasonless.length < 100) sum.reasonless.push(key);
    }
  }
  return { ...sum, digest: hash.digest('hex') };
}
