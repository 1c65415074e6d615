// The read model: tables whose every row comes from the chain. The follower's journal undoes them on a reorg and a
// rebuild empties them. A new table here needs its handler and a place in the rebuild test.

export const readModelTables = {
  listing: "rows",
  shop_order: "rows",
  order_line: "rows",
  order_event: "rows",
  offer: "rows",
  merchant: "rows",
  message_key: "rows",
  arbiter: "rows",
  arbiter_bond: "rows",
  arbiter_case: "rows",
  credit: "rows",
  ledger_entry: "rows",
  program: "rows",
  program_event: "rows",
  currency: "rows",
  platform: "rows",
  chain_transaction: "rows",
  transfer: "rows",
  token: "rows",
  token_balance: "rows",
} as const;
