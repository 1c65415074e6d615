// Listings as a table. Export writes what an import reads. An import checks every row first and stores nothing with
// any fault; what it answers are the contract calls for the seller's wallet, since only he can change his listings.
//
// Columns (schema/seller.ts CSV_COLUMNS): an empty listing_id makes a new listing. price_atto is exact; where it is
// empty, the price is price_amount in price_currency, CMT only. Several pictures or countries are separated by spaces.
// Text that a spreadsheet would run as a formula is written with a leading apostrophe, and read without it.
import { parseDecimal, UnitsError } from "@cybermiles/contracts/units";
import { parse as parseCsv } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { type ListingDocument, listingDocumentSchema } from "../api/schema/contents.ts";
import { addressSchema, idSchema, uintSchema, ZERO_ADDRESS } from "../api/schema/primitives.ts";
import { CSV_COLUMNS, type CsvAnswer, type PreparedListing } from "../api/schema/seller.ts";
import type { ListingRow } from "../catalogue/listingRows.ts";
import { contentHash } from "../documents/contentHash.ts";

const MAX_ROWS = 1000;
const MAX_STOCK = 1_000_000_000n;
const MIN_WINDOW_SEC = 3600;
const MAX_WINDOW_SEC = 60 * 24 * 3600;
const FORMULA = /^[=+\-@\t\r]/;

export function listingsToCsv(rows: readonly ListingRow[]): string {
  const records = rows.map((row) => ({
    listing_id: row.id,
    title: row.body.title,
    description: row.body.description,
    category: row.body.category,
    country: row.body.country,
    ships_to: row.body.shipsTo.join(" "),
    price_currency: row.body.priceBasis.currency,
    price_amount: row.body.priceBasis.amount,
    price_atto: row.price_atto,
    currency: row.currency,
    stock: row.stock,
    ship_by_sec: row.ship_by_sec,
    release_sec: row.release_sec,
    arbiter: row.arbiter,
    pictures: row.body.pictures.join(" "),
    paused: row.is_paused ? "yes" : "no",
  }));
  const cells = records.map((record) => CSV_COLUMNS.map((column) => guardFormula(String(record[column]))));
  return stringify([[...CSV_COLUMNS], ...cells], { bom: true });
}

function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function unguardFormula(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

const windowSchema = z.coerce.number().int().min(MIN_WINDOW_SEC).max(MAX_WINDOW_SEC);
const listSchema = z.string().transform((text) => text.split(/\s+/).filter((part) => part !== ""));

const rowSchema = z.object({
  listing_id: z.union([z.literal(""), idSchema]),
  title: z.string(),
  description: z.string(),
  category: z.string(),
  country: z.string(),
  ships_to: listSchema,
  price_currency: z.string(),
  price_amount: z.string(),
  price_atto: z.union([z.literal(""), uintSchema]),
  currency: z.union([z.literal("").transform(() => ZERO_ADDRESS as `0x${string}`), addressSchema]),
  stock: uintSchema.refine((text) => BigInt(text) <= MAX_STOCK, "is more than 1000000000"),
  ship_by_sec: windowSchema,
  release_sec: windowSchema,
  arbiter: addressSchema,
  pictures: listSchema,
  paused: z.enum(["", "yes", "no"]),
});
type CsvRow = z.infer<typeof rowSchema>;

export type CsvPlan = CsvAnswer & { documents: ListingDocument[] };
type Fault = CsvAnswer["faults"][number];

/** @param own the seller's listings now. Pure: storing the documents is for the caller. */
export function planCsv(text: string, own: readonly ListingRow[]): CsvPlan {
  const faults: Fault[] = [];
  const plan: CsvPlan = { prepared: [], unchanged: 0, faults, documents: [] };
  const records = readRecords(text, faults);
  records.forEach((record, index) => {
    const row = index + 2; // row 1 is the head
    const parsed = rowSchema.safeParse(record);
    if (!parsed.success) {
      faults.push(...faultsOf(row, parsed.error));
      return;
    }
    planRow(plan, { row, cells: parsed.data, own });
  });
  if (faults.length === 0) return plan;
  return { prepared: [], unchanged: 0, faults, documents: [] };
}

function readRecords(text: string, faults: Fault[]): Record<string, string>[] {
  try {
    const records = parseCsv(text, {
      bom: true,
      columns: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
      cast: unguardFormula,
    }) as Record<string, string>[];
    const missing = CSV_COLUMNS.find((column) => records[0] && !(column in records[0]));
    if (missing) faults.push({ row: 1, column: missing, message: "the column is missing" });
    if (records.length === 0) faults.push({ row: 1, column: "", message: "there is no row" });
    if (records.length > MAX_ROWS) {
      faults.push({ row: MAX_ROWS + 2, column: "", message: `at most ${MAX_ROWS} rows are read at once` });
    }
    return faults.length === 0 ? records : [];
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    faults.push({ row: line, column: "", message: `is not CSV: ${(error as Error).message}` });
    return [];
  }
}

function faultsOf(row: number, error: z.ZodError): Fault[] {
  return error.issues.map((issue) => ({ row, column: String(issue.path[0] ?? ""), message: issue.message }));
}

function planRow(plan: CsvPlan, input: { row: number; cells: CsvRow; own: readonly ListingRow[] }): void {
  const { row, cells } = input;
  const current = input.own.find((listing) => String(listing.id) === cells.listing_id);
  if (cells.listing_id !== "" && !current) {
    plan.faults.push({ row, column: "listing_id", message: `${cells.listing_id} is not a listing of yours` });
    return;
  }
  const price = priceOf(row, cells, plan.faults);
  const document = listingDocumentSchema.safeParse({
    kind: "listing",
    title: cells.title,
    description: cells.description,
    category: cells.category,
    country: cells.country,
    shipsTo: cells.ships_to,
    pictures: cells.pictures,
    priceBasis: { currency: cells.price_currency, amount: cells.price_amount },
    attributes: current?.body.attributes ?? [],
  });
  if (!document.success) {
    const columns: Record<string, string> = { shipsTo: "ships_to", priceBasis: "price_amount" };
    for (const fault of faultsOf(row, document.error)) {
      plan.faults.push({ ...fault, column: columns[fault.column] ?? fault.column });
    }
    return;
  }
  if (price === null) return;
  const prepared = prepare(row, { cells, document: document.data, price, current });
  if (prepared === "stockReduced") {
    plan.faults.push({
      row,
      column: "stock",
      message: `cannot fall below the ${current?.stock} pieces on the chain`,
    });
  } else if (prepared.length === 0) {
    plan.unchanged += 1;
  } else {
    plan.documents.push(document.data);
    plan.prepared.push(...prepared);
  }
}

function priceOf(row: number, cells: CsvRow, faults: Fault[]): bigint | null {
  if (cells.price_atto !== "" && cells.price_atto !== "0") return BigInt(cells.price_atto);
  try {
    const isCmt = cells.price_currency === "CMT" && cells.currency === ZERO_ADDRESS;
    const price = isCmt && cells.price_atto === "" ? parseDecimal(cells.price_amount, 18) : 0n;
    if (price > 0n) return price;
    faults.push({
      row,
      column: "price_atto",
      message: "expected a price above 0 (price_amount serves for CMT only)",
    });
  } catch (error) {
    if (!(error instanceof UnitsError)) throw error;
    faults.push({ row, column: "price_amount", message: error.message });
  }
  return null;
}

type Wish = { cells: CsvRow; document: ListingDocument; price: bigint; current: ListingRow | undefined };

/** The calls that turn the listing into what the row says, in order. */
function prepare(row: number, wish: Wish): PreparedListing[] | "stockReduced" {
  const { cells, document, price, current } = wish;
  const stock = BigInt(cells.stock);
  const terms = {
    currency: cells.currency,
    arbiter: cells.arbiter,
    shipBySec: cells.ship_by_sec,
    releaseSec: cells.release_sec,
    price: String(price),
    contentHash: contentHash(document),
  };
  const call = (action: PreparedListing["action"], pieces: bigint): PreparedListing => ({
    row,
    action,
    listingId: current ? String(current.id) : null,
    title: document.title,
    stock: Number(pieces),
    terms,
  });
  if (!current) return [call("create", stock)];
  if (stock < current.stock) return "stockReduced";
  const calls: PreparedListing[] = [];
  if (isChanged(current, terms)) calls.push(call("update", 0n));
  if (stock > current.stock) calls.push(call("restock", stock - current.stock));
  if (cells.paused === "yes" && !current.is_paused) calls.push(call("pause", 0n));
  if (cells.paused === "no" && current.is_paused) calls.push(call("resume", 0n));
  return calls;
}

function isChanged(current: ListingRow, terms: PreparedListing["terms"]): boolean {
  return (
    current.currency !== terms.currency ||
    current.arbiter !== terms.arbiter ||
    Number(current.ship_by_sec) !== terms.shipBySec ||
    Number(current.release_sec) !== terms.releaseSec ||
    String(current.price_atto) !== terms.price ||
    current.content_hash !== terms.contentHash
  );
}
