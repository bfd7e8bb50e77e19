// node read-pdf.mjs: a PDF on standard input; answers JSON with the text of each page, line by line, and the first page as PNG.
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const pdf = await getDocument({ data: new Uint8Array(await buffer(process.stdin)), verbosity: 0 }).promise;
const pages = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  pages.push(items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''));
}
const first = await pdf.getPage(1);
const viewport = first.getViewport({ scale: 1 });
const sheet = pdf.canvasFactory.create(Math.round(viewport.width), Math.round(viewport.height));
await first.render({ canvasContext: sheet.context, canvas: sheet.canvas, viewport }).promise;
const { info } = await pdf.getMetadata();
process.stdout.write(
  JSON.stringify({ pages, title: info.Title, lang: info.Language, png: sheet.canvas.toBuffer('image/png').toString('base64') }),
);
