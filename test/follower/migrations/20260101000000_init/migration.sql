-- A small read model for the follower's tests: transfers and balances come from the chain, invoices belong to users.
CREATE TABLE "transfers" (
  "hash" TEXT PRIMARY KEY,
  "from_address" TEXT NOT NULL,
  "to_address" TEXT NOT NULL,
  "amount_atto" DECIMAL(78,0) NOT NULL,
  "block_number" BIGINT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "tags" TEXT[] NOT NULL,
  "raw" BYTEA NOT NULL,
  "extra" JSONB NOT NULL,
  "searchable" TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', "from_address")) STORED
);
CREATE TABLE "balances" (
  "address" TEXT NOT NULL,
  "currency" TEXT NOT NULL,
  "balance_atto" DECIMAL(78,0) NOT NULL,
  "changes" INTEGER NOT NULL,
  PRIMARY KEY ("address", "currency")
);
CREATE TABLE "owners" (
  "address" TEXT NOT NULL,
  "currency" TEXT NOT NULL,
  "first_hash" TEXT NOT NULL REFERENCES "transfers" ("hash") ON DELETE CASCADE,
  PRIMARY KEY ("address", "currency"),
  FOREIGN KEY ("address", "currency") REFERENCES "balances" ("address", "currency") ON DELETE CASCADE
);
CREATE TABLE "invoices" (
  "id" TEXT PRIMARY KEY,
  "pay_to" TEXT NOT NULL UNIQUE,
  "memo" TEXT NOT NULL DEFAULT '',
  "paid_atto" DECIMAL(78,0) NOT NULL DEFAULT 0,
  "paid_in" TEXT
);
CREATE TABLE "outbox" ("key" TEXT PRIMARY KEY);
