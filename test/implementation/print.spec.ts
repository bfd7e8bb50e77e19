import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import pixelmatch from 'pixelmatch';
import { guideOf, inherit } from '../../src/modules/implementation/content/guide-of.rules';
import { GuidePrinter } from '../../src/modules/implementation/people/guide-print.service';
import { guideContent } from '../kit/given-guide';
import { itemElements } from '../kit/given-item';

const UYGHUR = 'ئاممىۋى سورۇن تازىلىق ئىجازەتنامىسى';
/** Written anew with RENEW_REFERENCE=1; look at it before it is committed. */
const REFERENCE = join(__dirname, 'print-first-page.png');

/** Always the same guide, so that its print is always the same. */
function fixedOffer() {
  const area = '650104000000';
  const organization = {
    id: 'o',
    uscc: '11650000010183859F',
    name: '示例区卫生健康委员会',
    divisionCode: area,
    areaPath: [area],
  };
  const elements = itemElements({ basicCode: '000123020000', name: '公共场所卫生许可' });
  const { name, basicCode, itemType } = elements;
  const item = {
    itemId: 'i',
    versionId: 'v',
    versionNumber: 1,
    effectiveFrom: '2026-01-01',
    name,
    basicCode,
    itemType,
    elements,
  };
  const content = inherit(guideContent({ uyghurName: UYGHUR }), item);
  const code = '11650000010183859F4000123020000';
  return {
    ...{ versionId: 'g', versionNumber: 3, digest: '0123456789abcdef'.repeat(4), code, variantCode: `${code}01` },
    guide: guideOf({ basicCode, itemType, level: '4', variantName: '新办' }, content, { ...organization, state: 'active' }),
  };
}

const print = () => new GuidePrinter().print(fixedOffer(), '2026-01-01T00:00:00Z');
let pdf: Buffer;
let read: { pages: string[]; title: string; lang: string; png: string };
beforeAll(async () => {
  pdf = await print();
  const reader = join(__dirname, '../kit/read-pdf.mjs');
  const told = execFileSync(process.execPath, [reader], { input: pdf, maxBuffer: 64 * 1024 * 1024 });
  read = JSON.parse(told.toString()) as typeof read;
});

test('implementation/I11: the Chinese text of the print can be read out of it', () => {
  const text = read.pages.join('').replace(/\s/g, '');
  const { guide, digest, variantCode } = fixedOffer();
  const { name, organization, materials, steps, windows, legalBasis, remedies } = guide;
  const told = [name, organization.name, ...legalBasis, remedies.lawsuit, digest, variantCode];
  for (const each of [...materials, ...steps, ...windows]) told.push(each.name);
  for (const each of told) expect(text).toContain(each.replace(/\s/g, ''));
  expect(read).toMatchObject({ title: name, lang: 'zh-CN' });
});

test('implementation/I11: the Uyghur name of the print can be read out of it', () => expect(read.pages[0]).toContain(UYGHUR));

test('implementation/I11: the first page looks as it did when it was looked at', async () => {
  if (process.env.RENEW_REFERENCE) writeFileSync(REFERENCE, Buffer.from(read.png, 'base64'));
  const [is, was] = await Promise.all([pixels(Buffer.from(read.png, 'base64')), pixels(readFileSync(REFERENCE))]);
  expect([is.width, is.height]).toEqual([was.width, was.height]);
  expect(pixelmatch(is.data, was.data, undefined, is.width, is.height, { threshold: 0.2 })).toBeLessThan(50);
});

test('implementation/I11: the same version is printed as the same bytes', async () =>
  expect(pdf.equals(await print())).toBe(true));

async function pixels(png: Buffer) {
  const image = await loadImage(png);
  const sheet = createCanvas(image.width, image.height).getContext('2d');
  sheet.drawImage(image, 0, 0);
  return sheet.getImageData(0, 0, image.width, image.height);
}
