// A receipt says what was paid, by whom, to whom, and where the chain shows it. Its local value is an estimate.
import { attoToLocalMicros } from "../api/schema/localMoney.ts";
import type { Receipt } from "../api/schema/orders.ts";
import { ZERO_ADDRESS } from "../api/schema/primitives.ts";
import type { Rate } from "../api/schema/rates.ts";
import type { Store } from "../database/store.ts";
import type { TokenReader } from "../explorer/tokenMetadata.ts";
import { ApiError } from "../http/apiError.ts";
import { type OrderRow, orderLines, party } from "../orders/orderRows.ts";
import { accountNames } from "../sellers/accountNames.ts";

export async function readReceipt(
  store: Store,
  options: { id: string; chainId: number; nowSec: number; tokens: TokenReader; rate: Rate | null },
): Promise<Receipt> {
  const { id, chainId, nowSec, tokens, rate } = options;
  const [row] = await store.database.query<OrderRow>("select * from shop_order where id = $1", [id]);
  if (!row) throw new ApiError("not_found", `There is no order ${id}.`);
  const names = await accountNames(store, [row.buyer, row.seller]);
  const { symbol, decimals } = await tokens(row.currency);
  const subtotal = row.amount_atto + row.discount_atto;
  const lines = (await orderLines(store, [row.id])).get(id) ?? [];
  const shown =
    lines.length > 0
      ? lines
      : [{ title: `Payment ${row.payment_id ?? ""}`.trim(), quantity: 1, unitPriceAtto: String(subtotal) }];
  return {
    number: `${chainId}-${id}`,
    orderId: id,
    issuedAtSec: nowSec,
    paidAtSec: Number(row.funded_at_sec),
    state: row.state,
    buyer: party(row.buyer, names),
    seller: party(row.seller, names),
    lines: shown.map(({ title, quantity, unitPriceAtto }) => ({
      title,
      quantity,
      unitPriceAtto,
      totalAtto: String(BigInt(unitPriceAtto) * BigInt(quantity)),
    })),
    currency: row.currency as `0x${string}`,
    symbol,
    decimals,
    subtotalAtto: String(subtotal),
    discountAtto: String(row.discount_atto),
    paidAtto: String(row.amount_atto),
    refundedAtto: row.buyer_amount_atto === null ? null : String(row.buyer_amount_atto),
    local: row.currency === ZERO_ADDRESS && rate !== null ? localValue(row.amount_atto, rate) : null,
    chainId,
    transactionHash: row.transaction_hash as `0x${string}`,
    blockNumber: Number(row.block_number),
  };
}

function localValue(amountAtto: bigint, rate: Rate): Receipt["local"] {
  return {
    currency: rate.currency,
    micros: String(attoToLocalMicros(amountAtto, rate)),
    source: rate.source,
  };
}
