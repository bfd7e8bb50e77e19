import { Injectable } from '@nestjs/common';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Offer } from '../guide.rules';
import { guideSheet, type GuideSheet, type SheetSection } from './guide-sheet.rules';
import { visualRuns } from './right-to-left.rules';

// Named by their files: one given as bytes, or by another name, is read again at every cell of a table.
const file = (pack: string, name: string): string => join(dirname(require.resolve(pack)), '../fonts', name);
const FONTS = {
  han: file('@embedpdf/fonts-sc', 'NotoSansHans-Regular.otf'),
  arabic: file('@embedpdf/fonts-arabic', 'NotoNaskhArabic-Regular.ttf'),
};
const SIZE = { title: 18, uyghur: 16, heading: 13, text: 10, proof: 8 };
const TABLE = { defaultStyle: { padding: 4, borderColor: '#767676' } };
const MOST = 100;

/** implementation/I11: the published guide as a PDF to be printed; both scripts embedded, the same bytes for the same version. */
@Injectable()
export class GuidePrinter {
  /** Printing one takes tens of milliseconds of one core: those asked for most are kept, and who asks meanwhile waits for the same one. */
  private readonly kept = new Map<string, Promise<Buffer>>();

  print(offer: Offer, effectiveFrom: string): Promise<Buffer> {
    const known = this.kept.get(offer.versionId);
    if (known) return known;
    if (this.kept.size >= MOST) this.kept.delete(this.kept.keys().next().value!);
    const printed = this.write(guideSheet(offer), new Date(effectiveFrom));
    this.kept.set(offer.versionId, printed);
    // What could not be printed is tried again.
    printed.catch(() => this.kept.delete(offer.versionId));
    return printed;
  }

  private write(sheet: GuideSheet, at: Date): Promise<Buffer> {
    const { title: Title, organization: Author } = sheet;
    const info = { Title, Author, CreationDate: at, ModDate: at };
    const doc = new PDFDocument({ size: 'A4', margin: 50, lang: 'zh-CN', displayTitle: true, bufferPages: true, info });
    const bytes: Buffer[] = [];
    const done = new Promise<Buffer>((resolve, reject) => {
      doc
        .on('data', (part: Buffer) => bytes.push(part))
        .on('end', () => resolve(Buffer.concat(bytes)))
        .on('error', reject);
    });
    head(doc, sheet);
    for (const section of sheet.sections) body(doc, section);
    foot(doc, sheet);
    doc.end();
    return done;
  }
}

type Doc = PDFKit.PDFDocument;

function head(doc: Doc, { title, uyghurTitle, organization }: GuideSheet): void {
  doc.font(FONTS.han).fontSize(SIZE.title).text(title);
  if (uyghurTitle) rightToLeft(doc, uyghurTitle);
  doc.font(FONTS.han).fontSize(SIZE.text).text(organization);
}

/** Each run is set as a whole, so that its letters join; lines break between words and begin at the right edge. */
function rightToLeft(doc: Doc, text: string): void {
  doc.font(FONTS.arabic).fontSize(SIZE.uyghur);
  const { left, right } = doc.page.margins;
  const edge = doc.page.width - right;
  const whole = { features: [] as [], lineBreak: false };
  const lineHeight = doc.currentLineHeight(true);
  let line = '';
  const set = () => {
    const runs = visualRuns(line);
    const widths = runs.map((run) => doc.widthOfString(run, whole));
    let x = edge - widths.reduce((sum, width) => sum + width, 0);
    runs.forEach((run, index) => {
      doc.text(run, x, doc.y, whole);
      x += widths[index]!;
    });
    doc.y += lineHeight;
  };
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && doc.widthOfString(longer, whole) > edge - left) {
      set();
      line = word;
    } else line = longer;
  }
  set();
  doc.x = left;
}

function body(doc: Doc, section: SheetSection): void {
  // A heading does not stand alone at the foot of a page.
  if (doc.y > doc.page.height - 150) doc.addPage();
  doc.moveDown(0.8).fontSize(SIZE.heading).text(section.heading).moveDown(0.3).fontSize(SIZE.text);
  if (section.kind === 'facts') {
    const rows = section.rows.map(({ label, value }) => [label, value]);
    doc.table({ ...TABLE, data: rows, columnStyles: [110, '*'] });
  } else if (section.kind === 'table') {
    const { columns, rows } = section;
    const columnStyles = columns.length === 2 ? [110, '*'] : undefined;
    const rowStyles = (row: number) => (row === 0 ? { backgroundColor: '#f0f0f0' } : {});
    doc.table({ ...TABLE, data: [columns, ...rows], rowStyles, ...(columnStyles && { columnStyles }) });
  } else section.lines.forEach((line, index) => doc.text(section.ordered ? `${index + 1}. ${line}` : line));
  doc.x = doc.page.margins.left;
}

function foot(doc: Doc, { proof }: GuideSheet): void {
  doc.moveDown(1).fontSize(SIZE.proof);
  for (const { label, value } of proof) doc.text(`${label}：${value}`);
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    // Below the margin, where text would otherwise begin a new page.
    const { bottom } = doc.page.margins;
    doc.page.margins.bottom = 0;
    doc.text(`${page - start + 1} / ${count}`, 50, doc.page.height - 35, {
      align: 'center',
      lineBreak: false,
      width: doc.page.width - 100,
    });
    doc.page.margins.bottom = bottom;
  }
}
