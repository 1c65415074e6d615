/**
 * Raw SQL, the same on PGlite and PostgreSQL. Results: int8 and numeric become bigint (numeric with a fraction stays
 * a string, money never has one), timestamps become Date (without zone: UTC), json is parsed, bytea is Uint8Array.
 * Parameters ($1…): bigint is allowed; a JavaScript array is a PostgreSQL array, so stringify JSON arrays yourself.
 */
export interface Result<Row> {
  rows: Row[];
  rowCount: number;
}

export interface Sql {
  /** Rows of one statement. */
  query<Row = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** The same with the number of affected rows. */
  execute<Row = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Result<Row>>;
  /** Several statements without parameters, e.g. a migration; all or none outside a transaction. */
  script(text: string): Promise<void>;
}

const OID = {
  bytea: 17,
  int8: 20,
  json: 114,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  numeric: 1700,
  jsonb: 3802,
};

const toInteger = (text: string) => (/^-?\d+$/.test(text) ? BigInt(text) : text);
const toDate = (text: string) => new Date(`${text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")}`);

/** Text form of a PostgreSQL value by type OID; other types keep the driver's own parser. */
export const valueParsers: Record<number, (text: string) => unknown> = {
  [OID.bytea]: (text) => new Uint8Array(Buffer.from(text.slice(2), "hex")),
  [OID.int8]: BigInt,
  [OID.numeric]: toInteger,
  [OID.date]: (text) => text,
  [OID.timestamp]: (text) => toDate(`${text}+00`),
  [OID.timestamptz]: toDate,
  [OID.json]: (text) => JSON.parse(text),
  [OID.jsonb]: (text) => JSON.parse(text),
};

/** Parameters as both drivers take them. */
function toParameters(values: readonly unknown[]): unknown[] {
  return values.map((value) => {
    if (value === undefined) return null;
    if (typeof value === "bigint") return value.toString();
    if (Array.isArray(value)) return toParameters(value);
    return value;
  });
}

/** The three calls of Sql over one driver call. */
export function sqlOver(driver: {
  run(text: string, parameters: unknown[]): Promise<Result<unknown>>;
  script(text: string): Promise<unknown>;
}): Sql {
  const execute = <Row>(text: string, parameters: readonly unknown[] = []) =>
    driver.run(text, toParameters(parameters)) as Promise<Result<Row>>;
  return {
    execute,
    query: async <Row>(text: string, parameters?: readonly unknown[]) =>
      (await execute<Row>(text, parameters)).rows,
    script: async (text) => {
      await driver.script(text);
    },
  };
}
