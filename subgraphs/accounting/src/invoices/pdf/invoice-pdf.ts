import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { InvoicePage, PageLine } from './invoice-page.ts';

const require = createRequire(import.meta.url);
/** The fonts that PDF readers bring themselves know only western letters; names of customers don't stop there. */
const fonts = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
};

const page = { width: 595.28, height: 841.89, left: 56, right: 539, top: 56, bottom: 770 };
const columns = { text: 56, quantity: 300, price: 372, net: 456 };
const grey = '#6b7280';
const ink = '#111827';
const rule = '#d1d5db';

type Doc = InstanceType<typeof PDFDocument>;

/** Draws an invoice, on as many A4 pages as it takes. */
export function invoicePdf(content: InvoicePage, createdAt: Date): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: page.top, left: page.left, right: 56, bottom: 40 },
    bufferPages: true,
    info: { Title: `Invoice ${content.number}`, Author: content.seller, CreationDate: createdAt },
  });
  const written = collect(doc);
  doc.registerFont('regular', fonts.regular);
  doc.registerFont('bold', fonts.bold);
  drawHead(doc, content);
  drawLines(doc, content.lines);
  drawSums(doc, content);
  drawNotes(doc, content.notes);
  drawFeet(doc, content);
  doc.end();
  return written;
}

function collect(doc: Doc): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  doc.on('end', () => resolve(Buffer.concat(chunks)));
  doc.on('error', reject);
  return promise;
}

function drawHead(doc: Doc, { seller, buyer, facts }: InvoicePage): void {
  doc.font('bold').fontSize(11).fillColor(ink);
  doc.text(seller, page.left, page.top, { width: 300 });
  doc.fontSize(22).text('Invoice', page.left, doc.y + 24);
  const top = doc.y + 14;
  doc.fontSize(9).font('regular').fillColor(grey).text('Billed to', page.left, top);
  doc.font('bold').fillColor(ink).text(buyer.name, { width: 250 });
  doc.font('regular').text(buyer.address, { width: 250 });
  const left = doc.y;
  let y = top;
  for (const [label, value] of facts) {
    doc.font('regular').fillColor(grey).text(label, 340, y, { width: 70 });
    doc.fillColor(ink).text(value, 410, y, { width: page.right - 410, align: 'right' });
    y = doc.y + 3;
  }
  doc.y = Math.max(left, y) + 22;
}

function drawColumnHeads(doc: Doc): void {
  const y = doc.y;
  doc.font('regular').fontSize(8).fillColor(grey);
  doc.text('Description', columns.text, y);
  right(doc, 'Quantity', { from: columns.quantity, to: columns.price, y });
  right(doc, 'Unit price', { from: columns.price, to: columns.net, y });
  right(doc, 'Amount', { from: columns.net, to: page.right, y });
  line(doc, y + 14);
  doc.y = y + 21;
}

function drawLines(doc: Doc, lines: readonly PageLine[]): void {
  drawColumnHeads(doc);
  for (const one of lines) {
    if (doc.y + heightOf(doc, one) > page.bottom) {
      nextPage(doc);
      drawColumnHeads(doc);
    }
    drawLine(doc, one);
  }
}

const textWidth = columns.quantity - columns.text - 10;

function heightOf(doc: Doc, { description, detail }: PageLine): number {
  doc.font('regular').fontSize(9);
  const words = doc.heightOfString(description, { width: textWidth });
  return words + (detail === '' ? 0 : 11) + 10;
}

function drawLine(doc: Doc, { description, detail, quantity, price, net }: PageLine): void {
  const y = doc.y;
  doc.font('regular').fontSize(9).fillColor(ink);
  doc.text(description, columns.text, y, { width: textWidth });
  if (detail !== '') doc.fontSize(8).fillColor(grey).text(detail, { width: textWidth });
  const below = doc.y;
  doc.fontSize(9).fillColor(ink);
  right(doc, quantity, { from: columns.quantity, to: columns.price, y });
  right(doc, price, { from: columns.price, to: columns.net, y });
  right(doc, net, { from: columns.net, to: page.right, y });
  line(doc, below + 4);
  doc.y = below + 10;
}

function drawSums(doc: Doc, { sums, due }: InvoicePage): void {
  const rows = [...sums.map((row) => ({ row, isDue: false })), { row: due, isDue: true }];
  if (doc.y + rows.length * 17 + 20 > page.bottom) nextPage(doc);
  doc.y += 8;
  for (const { row, isDue } of rows) {
    const y = doc.y + (isDue ? 6 : 0);
    doc.font(isDue ? 'bold' : 'regular').fontSize(isDue ? 11 : 9);
    doc.fillColor(isDue ? ink : grey).text(row[0], columns.quantity, y, { width: 100 });
    doc.fillColor(ink);
    right(doc, row[1], { from: columns.price, to: page.right, y });
    doc.y = y + 16;
  }
}

function drawNotes(doc: Doc, notes: string): void {
  if (notes === '') return;
  doc.font('regular').fontSize(9);
  const height = doc.heightOfString(notes, { width: 380 });
  if (doc.y + 30 + height > page.bottom) nextPage(doc);
  doc.fillColor(grey).text('Note', page.left, doc.y + 20);
  doc.fillColor(ink).text(notes, { width: 380 });
}

/** The feet come last, when the number of pages is known. */
function drawFeet(doc: Doc, { seller, number }: InvoicePage): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    doc.font('regular').fontSize(8).fillColor(grey);
    const y = page.height - 52;
    doc.text(`${seller} · ${number}`, page.left, y, { width: 380, height: 10, ellipsis: true });
    right(doc, `Page ${index - start + 1} of ${count}`, { from: columns.net, to: page.right, y });
  }
}

function nextPage(doc: Doc): void {
  doc.addPage();
  doc.y = page.top;
}

type Cell = { readonly from: number; readonly to: number; readonly y: number };

const right = (doc: Doc, text: string, { from, to, y }: Cell) =>
  doc.text(text, from, y, { width: to - from, align: 'right', lineBreak: false });

const line = (doc: Doc, y: number) =>
  doc.moveTo(page.left, y).lineTo(page.right, y).lineWidth(0.5).strokeColor(rule).stroke();
