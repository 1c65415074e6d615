// The receipt as a one-page PDF (more pages for many lines). The built-in Helvetica holds Western European letters
// only: others are printed as "?" and the foot then points to the receipt's page, which shows all of them.
import { formatDecimal } from "@cybermiles/contracts/units";
import PDFDocument from "pdfkit";
import type { Receipt } from "../api/schema/orders.ts";

const MARGIN = 56;
const RIGHT = 595 - MARGIN; // A4
const GREY = "#666666";

/** Letters of WinAnsi beyond Latin-1. */
const WIN_ANSI_EXTRA = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

export function receiptPdf(receipt: Receipt, options: { pageUrl: string }): Promise<Buffer> {
  const document = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    info: { Title: `Receipt ${receipt.number}`, CreationDate: new Date(receipt.issuedAtSec * 1000) },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  drawHead(document, receipt);
  drawLines(document, receipt);
  drawTotals(document, receipt);
  drawFoot(document, receipt, options.pageUrl);
  document.end();
  return done;
}

function drawHead(document: PDFKit.PDFDocument, receipt: Receipt): void {
  document.font("Helvetica-Bold").fontSize(22).text("Receipt");
  document.font("Helvetica").fontSize(10).fillColor(GREY);
  document
    .text(`No. ${receipt.number}`)
    .text(`Paid ${toUtc(receipt.paidAtSec)}`)
    .moveDown();
  for (const [label, party] of [
    ["Seller", receipt.seller],
    ["Buyer", receipt.buyer],
  ] as const) {
    document.fillColor(GREY).text(label);
    if (party.name !== null) document.fillColor("black").text(printable(party.name));
    document.fillColor("black").text(party.address).moveDown(0.5);
  }
  document.moveDown();
}

function drawLines(document: PDFKit.PDFDocument, receipt: Receipt): void {
  document.font("Helvetica-Bold").fontSize(10);
  row(document, ["Item", "Quantity", "Price", "Total"]);
  document.moveTo(MARGIN, document.y).lineTo(RIGHT, document.y).strokeColor("#cccccc").stroke();
  document.moveDown(0.5).font("Helvetica");
  for (const line of receipt.lines) {
    if (document.y > 720) document.addPage();
    const price = amount(line.unitPriceAtto, receipt);
    row(document, [printable(line.title), String(line.quantity), price, amount(line.totalAtto, receipt)]);
  }
  document.moveDown();
}

function drawTotals(document: PDFKit.PDFDocument, receipt: Receipt): void {
  if (document.y > 640) document.addPage();
  row(document, ["Subtotal", "", "", amount(receipt.subtotalAtto, receipt)]);
  if (receipt.discountAtto !== "0") {
    row(document, ["Reward discount", "", "", `-${amount(receipt.discountAtto, receipt)}`]);
  }
  document.font("Helvetica-Bold");
  row(document, ["Paid", "", "", amount(receipt.paidAtto, receipt)]);
  document.font("Helvetica");
  if (receipt.refundedAtto !== null && receipt.refundedAtto !== "0") {
    row(document, ["Returned to the buyer", "", "", amount(receipt.refundedAtto, receipt)]);
  }
  if (receipt.local) {
    const value = `~ ${formatDecimal(BigInt(receipt.local.micros), 6)} ${receipt.local.currency}`;
    row(document, [`Value today (${receipt.local.source})`, "", "", value]);
  }
  document.moveDown();
}

function drawFoot(document: PDFKit.PDFDocument, receipt: Receipt, pageUrl: string): void {
  document.fontSize(9).fillColor(GREY);
  document.text(`Order ${receipt.orderId}, ${receipt.state}, as of ${toUtc(receipt.issuedAtSec)}`, MARGIN);
  document.text(`Chain ${receipt.chainId}, block ${receipt.blockNumber}`);
  document.text(receipt.transactionHash);
  document.text(pageUrl, { link: pageUrl });
  const texts = [
    receipt.buyer.name ?? "",
    receipt.seller.name ?? "",
    ...receipt.lines.map((line) => line.title),
  ];
  if (texts.some((text) => printable(text) !== text)) {
    document.text("Letters shown as ? are on the receipt's page above.");
  }
}

const COLUMNS = [
  { x: MARGIN, width: 210, align: "left" },
  { x: MARGIN + 210, width: 50, align: "right" },
  { x: MARGIN + 260, width: 110, align: "right" },
  { x: MARGIN + 370, width: RIGHT - MARGIN - 370, align: "right" },
] as const;

function row(document: PDFKit.PDFDocument, cells: readonly string[]): void {
  const top = document.y;
  let bottom = top;
  cells.forEach((cell, index) => {
    const column = COLUMNS[index];
    if (!column) return;
    document.text(cell, column.x, top, { width: column.width, align: column.align });
    bottom = Math.max(bottom, document.y);
  });
  document.x = MARGIN;
  document.y = bottom + 4;
}

function amount(atto: string, receipt: Receipt): string {
  return `${formatDecimal(BigInt(atto), receipt.decimals)} ${printable(receipt.symbol)}`;
}

function toUtc(sec: number): string {
  return `${new Date(sec * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function printable(text: string): string {
  return [...text].map((letter) => (isWinAnsi(letter) ? letter : "?")).join("");
}

function isWinAnsi(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || WIN_ANSI_EXTRA.includes(letter);
}
