/**
 * Money in Prisma: every Decimal column is Decimal(78,0) in the smallest unit and leaves the storage module as bigint.
 * Prisma's Decimal prints 1e+21 and rounds sums at 20 digits, so nobody else may touch it.
 * Results are mapped by moneyExtension, inputs (data, where) take toDecimal(bigint).
 * `_sum` of aggregate() and groupBy() is not mapped: sum in SQL or over bigints.
 */
interface DecimalLike {
  toFixed(digits: number): string;
  isNegative(): boolean;
}

/** The column type's own limits: 78 digits. */
const LIMIT = 10n ** 78n;

/** bigint to what Prisma takes as Decimal. */
export function toDecimal(amount: bigint): string {
  if (amount >= LIMIT || amount <= -LIMIT)
    throw new RangeError(`amount: expected at most 78 digits, got ${amount}`);
  return amount.toString();
}

function toBigint(decimal: DecimalLike | null): bigint | null {
  return decimal === null ? null : BigInt(decimal.toFixed(0));
}

type MoneyFields<Scalars> = {
  [Field in keyof Scalars as NonNullable<Scalars[Field]> extends DecimalLike ? Field : never]: {
    needs: Record<Field, true>;
    compute: (row: never) => null extends Scalars[Field] ? bigint | null : bigint;
  };
};

interface ModelTypes {
  payload: { scalars: unknown };
}

/** Generated types name the models as in the schema; the client names them with a small first letter. */
type MoneyResult<Models extends Record<string, ModelTypes>> = {
  [Model in keyof Models as Uncapitalize<Model & string>]: MoneyFields<Models[Model]["payload"]["scalars"]>;
};

interface RuntimeDataModel {
  models: Record<string, { fields: { name: string; kind: string; type: string }[] }>;
}

/**
 * The one result extension: `base.$extends(moneyExtension<Prisma.TypeMap>(base))`.
 * The fields come from the client's own data model, so a new money column cannot be forgotten.
 */
export function moneyExtension<TypeMap extends { model: Record<string, ModelTypes> }>(
  client: object,
): { result: MoneyResult<TypeMap["model"]> } {
  const { models } = (client as { _runtimeDataModel: RuntimeDataModel })._runtimeDataModel;
  const result: Record<string, unknown> = {};
  for (const [model, { fields }] of Object.entries(models)) {
    const money = fields
      .filter((field) => field.kind === "scalar" && field.type === "Decimal")
      .map(({ name }) => name);
    if (money.length === 0) continue;
    result[model.charAt(0).toLowerCase() + model.slice(1)] = Object.fromEntries(
      money.map((name) => [
        name,
        {
          needs: { [name]: true },
          compute: (row: Record<string, DecimalLike | null>) => toBigint(row[name] ?? null),
        },
      ]),
    );
  }
  return { result } as { result: MoneyResult<TypeMap["model"]> };
}
