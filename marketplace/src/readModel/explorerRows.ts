// The explorer's rows: every transaction, every move of CMT that can be seen without tracing, every ERC-20 transfer,
// token supplies and balances. Amounts of foreign tokens may be absurd, so sums are held within numeric(78,0).
// A native payment to Checkout is shown as its orders (CMT from the buyer into escrow); their sum is the payment.
import type { Deployment } from "@cybermiles/contracts/deployments";
import type { BlockContext, FollowedBlock } from "./context.ts";
import type { DecodedEvent, TokenTransfer } from "./decodeLogs.ts";

const ZERO = "0x0000000000000000000000000000000000000000";
const NATIVE_LOG_INDEX = -1;
const BOUND = "9".repeat(78);

type TransferRow = {
  transaction_index: number;
  log_index: number;
  transaction_hash: string;
  kind: string;
  token: string;
  from_address: string;
  to_address: string;
  amount_atto: string;
  order_id: string | null;
};

export async function applyExplorer(
  context: BlockContext,
  block: FollowedBlock,
  events: readonly DecodedEvent[],
  tokens: readonly TokenTransfer[],
  deployment: Deployment,
): Promise<void> {
  if (block.transactions.length > 0) await insertTransactions(context, block);
  const rows = [...nativeTransfers(block, events, deployment), ...tokens.map(tokenRow)];
  if (rows.length > 0) await insertTransfers(context, rows);
  if (tokens.length > 0) await moveBalances(context, tokens);
}

async function insertTransactions(context: BlockContext, block: FollowedBlock): Promise<void> {
  const rows = block.transactions.map((transaction) => ({
    hash: transaction.hash,
    transaction_index: transaction.index,
    from_address: transaction.from,
    to_address: transaction.to,
    contract_address: transaction.contractAddress,
    value_atto: String(transaction.value),
    fee_atto: String(transaction.gasUsed * transaction.effectiveGasPrice),
    is_success: isSuccess(transaction),
    selector:
      transaction.to !== null && transaction.input.length >= 10 ? transaction.input.slice(0, 10) : null,
  }));
  await context.sql.execute(
    `insert into chain_transaction (hash, block_number, transaction_index, at_sec, from_address, to_address,
       contract_address, value_atto, fee_atto, is_success, selector)
     select hash, $2::bigint, transaction_index, $3::bigint, from_address, to_address, contract_address, value_atto,
       fee_atto, is_success, selector
     from jsonb_to_recordset($1::jsonb) as r(hash text, transaction_index int, from_address text, to_address text,
       contract_address text, value_atto numeric, fee_atto numeric, is_success boolean, selector text)`,
    [JSON.stringify(rows), context.blockNumber, context.atSec],
  );
}

type FollowedTransaction = FollowedBlock["transactions"][number];

function isSuccess(transaction: FollowedTransaction): boolean {
  return transaction.status === "success";
}

function nativeTransfers(
  block: FollowedBlock,
  events: readonly DecodedEvent[],
  deployment: Deployment,
): TransferRow[] {
  const checkout = deployment.contracts.checkout.toLowerCase();
  const escrow = deployment.contracts.escrow.toLowerCase();
  const rows: TransferRow[] = [];
  for (const transaction of block.transactions) {
    if (transaction.value === 0n || !isSuccess(transaction) || transaction.to === checkout) continue;
    rows.push({
      transaction_index: transaction.index,
      log_index: NATIVE_LOG_INDEX,
      transaction_hash: transaction.hash,
      kind: "native",
      token: ZERO,
      from_address: transaction.from,
      to_address: transaction.to ?? transaction.contractAddress ?? ZERO,
      amount_atto: String(transaction.value),
      order_id: null,
    });
  }
  for (const event of events) {
    const isMove = event.eventName === "OrderFunded" || event.eventName === "Withdrawn";
    if (!isMove || event.args.currency !== ZERO) continue;
    const isOrder = event.eventName === "OrderFunded";
    const transaction = block.transactions[event.place.transactionIndex];
    const payer = transaction?.to === checkout ? transaction.from : checkout;
    rows.push({
      transaction_index: event.place.transactionIndex,
      log_index: event.place.logIndex,
      transaction_hash: event.place.transactionHash,
      kind: isOrder ? "order" : "withdrawal",
      token: ZERO,
      from_address: isOrder ? payer : escrow,
      to_address: isOrder ? escrow : event.args.to.toLowerCase(),
      amount_atto: String(event.args.amount),
      order_id: isOrder ? String(event.args.orderId) : null,
    });
  }
  return rows;
}

function tokenRow(transfer: TokenTransfer): TransferRow {
  return {
    transaction_index: transfer.place.transactionIndex,
    log_index: transfer.place.logIndex,
    transaction_hash: transfer.place.transactionHash,
    kind: "token",
    token: transfer.token,
    from_address: transfer.from,
    to_address: transfer.to,
    amount_atto: String(transfer.amountAtto),
    order_id: null,
  };
}

async function insertTransfers(context: BlockContext, rows: readonly TransferRow[]): Promise<void> {
  await context.sql.execute(
    `insert into transfer (block_number, transaction_index, log_index, transaction_hash, at_sec, kind, token,
       from_address, to_address, amount_atto, order_id)
     select $2::bigint, transaction_index, log_index, transaction_hash, $3::bigint, kind, token, from_address,
       to_address, amount_atto, order_id
     from jsonb_to_recordset($1::jsonb) as r(transaction_index int, log_index int, transaction_hash text, kind text,
       token text, from_address text, to_address text, amount_atto numeric, order_id numeric)`,
    [JSON.stringify(rows), context.blockNumber, context.atSec],
  );
}

async function moveBalances(context: BlockContext, transfers: readonly TokenTransfer[]): Promise<void> {
  for (const { token, from, to, amountAtto } of transfers) {
    const minted = from === ZERO ? amountAtto : 0n;
    const burnt = to === ZERO ? amountAtto : 0n;
    await context.sql.execute(
      `insert into token (address, supply_atto, transfers, first_block) values ($1, $2::numeric, 1, $3)
       on conflict (address) do update set transfers = token.transfers + 1,
         supply_atto = greatest(least(token.supply_atto + excluded.supply_atto, ${BOUND}), -${BOUND})`,
      [token, minted - burnt, context.blockNumber],
    );
    if (from !== ZERO) await addBalance(context, token, from, -amountAtto);
    if (to !== ZERO) await addBalance(context, token, to, amountAtto);
  }
}

async function addBalance(
  context: BlockContext,
  token: string,
  holder: string,
  change: bigint,
): Promise<void> {
  await context.sql.execute(
    `insert into token_balance (token, holder, balance_atto) values ($1, $2, $3)
     on conflict (token, holder) do update set
       balance_atto = greatest(least(token_balance.balance_atto + excluded.balance_atto, ${BOUND}), -${BOUND})`,
    [token, holder, change],
  );
}
