-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "listing" (
    "id" DECIMAL(78,0) NOT NULL,
    "seller" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "arbiter" TEXT NOT NULL,
    "ship_by_sec" BIGINT NOT NULL,
    "release_sec" BIGINT NOT NULL,
    "price_atto" DECIMAL(78,0) NOT NULL,
    "content_hash" TEXT NOT NULL,
    "stock" DECIMAL(78,0) NOT NULL,
    "sold" DECIMAL(78,0) NOT NULL,
    "is_paused" BOOLEAN NOT NULL,
    "created_at_sec" BIGINT NOT NULL,
    "transaction_hash" TEXT NOT NULL,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop_order" (
    "id" DECIMAL(78,0) NOT NULL,
    "buyer" TEXT NOT NULL,
    "seller" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "arbiter" TEXT NOT NULL,
    "fallback_arbiter" TEXT,
    "state" TEXT NOT NULL,
    "amount_atto" DECIMAL(78,0) NOT NULL,
    "discount_atto" DECIMAL(78,0) NOT NULL,
    "reward_amount_atto" DECIMAL(78,0) NOT NULL,
    "fee_bps" INTEGER NOT NULL,
    "earn_bps" INTEGER NOT NULL,
    "arbiter_fee_bps" INTEGER NOT NULL,
    "buyer_bps" INTEGER,
    "funded_at_sec" BIGINT NOT NULL,
    "ship_deadline_sec" BIGINT NOT NULL,
    "shipped_at_sec" BIGINT,
    "release_sec" BIGINT NOT NULL,
    "release_at_sec" BIGINT,
    "deadline_sec" BIGINT,
    "disputed_at_sec" BIGINT,
    "closed_at_sec" BIGINT,
    "opener" TEXT,
    "bond_atto" DECIMAL(78,0) NOT NULL,
    "arbiter_fee_atto" DECIMAL(78,0) NOT NULL,
    "buyer_amount_atto" DECIMAL(78,0),
    "seller_amount_atto" DECIMAL(78,0),
    "fee_atto" DECIMAL(78,0),
    "note_hash" TEXT,
    "payment_key" TEXT,
    "payment_id" TEXT,
    "payer" TEXT,
    "pledged_atto" DECIMAL(78,0) NOT NULL,
    "vested_atto" DECIMAL(78,0),
    "returned_atto" DECIMAL(78,0),
    "is_reward_deferred" BOOLEAN NOT NULL,
    "transaction_hash" TEXT NOT NULL,
    "block_number" BIGINT NOT NULL,

    CONSTRAINT "shop_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "order_id" DECIMAL(78,0) NOT NULL,
    "line_index" INTEGER NOT NULL,
    "listing_id" DECIMAL(78,0) NOT NULL,
    "quantity" DECIMAL(78,0) NOT NULL,
    "unit_price_atto" DECIMAL(78,0) NOT NULL,
    "content_hash" TEXT,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("order_id","line_index")
);

-- CreateTable
CREATE TABLE "order_event" (
    "block_number" BIGINT NOT NULL,
    "log_index" INTEGER NOT NULL,
    "order_id" DECIMAL(78,0) NOT NULL,
    "event" TEXT NOT NULL,
    "at_sec" BIGINT NOT NULL,
    "transaction_hash" TEXT NOT NULL,
    "by_address" TEXT,
    "buyer_bps" INTEGER,
    "document_hash" TEXT,
    "state" TEXT,

    CONSTRAINT "order_event_pkey" PRIMARY KEY ("block_number","log_index")
);

-- CreateTable
CREATE TABLE "offer" (
    "order_id" DECIMAL(78,0) NOT NULL,
    "by_address" TEXT NOT NULL,
    "buyer_bps" INTEGER NOT NULL,
    "at_sec" BIGINT NOT NULL,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("order_id","by_address")
);

-- CreateTable
CREATE TABLE "merchant" (
    "address" TEXT NOT NULL,
    "payout" TEXT NOT NULL,
    "registered_at_sec" BIGINT NOT NULL,
    "profile_hash" TEXT NOT NULL,

    CONSTRAINT "merchant_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "message_key" (
    "account" TEXT NOT NULL,
    "message_key" TEXT NOT NULL,

    CONSTRAINT "message_key_pkey" PRIMARY KEY ("account")
);

-- CreateTable
CREATE TABLE "arbiter" (
    "address" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL,
    "is_fallback" BOOLEAN NOT NULL,
    "fee_bps" INTEGER NOT NULL,
    "profile_hash" TEXT NOT NULL,
    "ruled" INTEGER NOT NULL,
    "missed" INTEGER NOT NULL,

    CONSTRAINT "arbiter_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "arbiter_bond" (
    "arbiter" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "bond_atto" DECIMAL(78,0) NOT NULL,
    "reserved_atto" DECIMAL(78,0) NOT NULL,

    CONSTRAINT "arbiter_bond_pkey" PRIMARY KEY ("arbiter","currency")
);

-- CreateTable
CREATE TABLE "arbiter_case" (
    "order_id" DECIMAL(78,0) NOT NULL,
    "arbiter" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount_atto" DECIMAL(78,0) NOT NULL,
    "opened_at_sec" BIGINT NOT NULL,
    "closed_at_sec" BIGINT,
    "is_ruled" BOOLEAN NOT NULL,

    CONSTRAINT "arbiter_case_pkey" PRIMARY KEY ("order_id","arbiter")
);

-- CreateTable
CREATE TABLE "credit" (
    "account" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount_atto" DECIMAL(78,0) NOT NULL,

    CONSTRAINT "credit_pkey" PRIMARY KEY ("account","currency")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "block_number" BIGINT NOT NULL,
    "log_index" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount_atto" DECIMAL(78,0) NOT NULL,
    "order_id" DECIMAL(78,0),
    "to_address" TEXT,
    "at_sec" BIGINT NOT NULL,
    "transaction_hash" TEXT NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("block_number","log_index")
);

-- CreateTable
CREATE TABLE "program" (
    "merchant" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "earn_bps" INTEGER NOT NULL,
    "rate_atto" DECIMAL(78,0) NOT NULL,
    "next_rate_atto" DECIMAL(78,0),
    "next_rate_at_sec" BIGINT,

    CONSTRAINT "program_pkey" PRIMARY KEY ("merchant")
);

-- CreateTable
CREATE TABLE "program_event" (
    "block_number" BIGINT NOT NULL,
    "log_index" INTEGER NOT NULL,
    "merchant" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "at_sec" BIGINT NOT NULL,
    "transaction_hash" TEXT NOT NULL,
    "earn_bps" INTEGER,
    "rate_atto" DECIMAL(78,0),

    CONSTRAINT "program_event_pkey" PRIMARY KEY ("block_number","log_index")
);

-- CreateTable
CREATE TABLE "currency" (
    "address" TEXT NOT NULL,
    "bond_floor_atto" DECIMAL(78,0) NOT NULL,
    "is_allowed" BOOLEAN NOT NULL,

    CONSTRAINT "currency_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "platform" (
    "id" INTEGER NOT NULL,
    "fee_bps" INTEGER NOT NULL,

    CONSTRAINT "platform_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chain_transaction" (
    "hash" TEXT NOT NULL,
    "block_number" BIGINT NOT NULL,
    "transaction_index" INTEGER NOT NULL,
    "at_sec" BIGINT NOT NULL,
    "from_address" TEXT NOT NULL,
    "to_address" TEXT,
    "contract_address" TEXT,
    "value_atto" DECIMAL(78,0) NOT NULL,
    "fee_atto" DECIMAL(78,0) NOT NULL,
    "is_success" BOOLEAN NOT NULL,
    "selector" TEXT,

    CONSTRAINT "chain_transaction_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "transfer" (
    "block_number" BIGINT NOT NULL,
    "transaction_index" INTEGER NOT NULL,
    "log_index" INTEGER NOT NULL,
    "transaction_hash" TEXT NOT NULL,
    "at_sec" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "from_address" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "amount_atto" DECIMAL(78,0) NOT NULL,
    "order_id" DECIMAL(78,0),

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("block_number","transaction_index","log_index")
);

-- CreateTable
CREATE TABLE "token" (
    "address" TEXT NOT NULL,
    "supply_atto" DECIMAL(78,0) NOT NULL,
    "transfers" INTEGER NOT NULL,
    "first_block" BIGINT NOT NULL,

    CONSTRAINT "token_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "token_balance" (
    "token" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "balance_atto" DECIMAL(78,0) NOT NULL,

    CONSTRAINT "token_balance_pkey" PRIMARY KEY ("token","holder")
);

-- CreateTable
CREATE TABLE "document" (
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "order_id" DECIMAL(78,0),
    "title" TEXT,
    "category" TEXT,
    "country" TEXT,
    "search_text" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at_sec" BIGINT NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "media" (
    "hash" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "color" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at_sec" BIGINT NOT NULL,

    CONSTRAINT "media_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "message" (
    "id" BIGSERIAL NOT NULL,
    "order_id" DECIMAL(78,0) NOT NULL,
    "from_address" TEXT NOT NULL,
    "envelope" JSONB NOT NULL,
    "created_at_sec" BIGINT NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_read" (
    "order_id" DECIMAL(78,0) NOT NULL,
    "account" TEXT NOT NULL,
    "message_id" BIGINT NOT NULL,

    CONSTRAINT "message_read_pkey" PRIMARY KEY ("order_id","account")
);

-- CreateTable
CREATE TABLE "share" (
    "id" BIGSERIAL NOT NULL,
    "order_id" DECIMAL(78,0) NOT NULL,
    "target" TEXT NOT NULL,
    "reader" TEXT NOT NULL,
    "wrap" JSONB NOT NULL,
    "shared_by" TEXT NOT NULL,
    "created_at_sec" BIGINT NOT NULL,

    CONSTRAINT "share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "order_id" DECIMAL(78,0) NOT NULL,
    "buyer" TEXT NOT NULL,
    "seller" TEXT NOT NULL,
    "stars" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "created_at_sec" BIGINT NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("order_id")
);

-- CreateTable
CREATE TABLE "faucet_grant" (
    "id" BIGSERIAL NOT NULL,
    "address" TEXT NOT NULL,
    "visitor" TEXT NOT NULL,
    "amount_atto" DECIMAL(78,0) NOT NULL,
    "transaction_hash" TEXT,
    "created_at_sec" BIGINT NOT NULL,

    CONSTRAINT "faucet_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token_metadata" (
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "decimals" INTEGER NOT NULL,

    CONSTRAINT "token_metadata_pkey" PRIMARY KEY ("address")
);

-- CreateIndex
CREATE INDEX "listing_seller_idx" ON "listing"("seller");

-- CreateIndex
CREATE INDEX "listing_content_hash_idx" ON "listing"("content_hash");

-- CreateIndex
CREATE INDEX "listing_currency_price_atto_id_idx" ON "listing"("currency", "price_atto", "id");

-- CreateIndex
CREATE INDEX "listing_created_at_sec_id_idx" ON "listing"("created_at_sec", "id");

-- CreateIndex
CREATE INDEX "shop_order_buyer_id_idx" ON "shop_order"("buyer", "id");

-- CreateIndex
CREATE INDEX "shop_order_seller_id_idx" ON "shop_order"("seller", "id");

-- CreateIndex
CREATE INDEX "shop_order_arbiter_idx" ON "shop_order"("arbiter");

-- CreateIndex
CREATE INDEX "shop_order_fallback_arbiter_idx" ON "shop_order"("fallback_arbiter");

-- CreateIndex
CREATE INDEX "shop_order_transaction_hash_idx" ON "shop_order"("transaction_hash");

-- CreateIndex
CREATE INDEX "shop_order_note_hash_idx" ON "shop_order"("note_hash");

-- CreateIndex
CREATE INDEX "shop_order_state_idx" ON "shop_order"("state");

-- CreateIndex
CREATE INDEX "order_line_listing_id_idx" ON "order_line"("listing_id");

-- CreateIndex
CREATE INDEX "order_event_order_id_idx" ON "order_event"("order_id");

-- CreateIndex
CREATE INDEX "order_event_document_hash_idx" ON "order_event"("document_hash");

-- CreateIndex
CREATE INDEX "merchant_payout_idx" ON "merchant"("payout");

-- CreateIndex
CREATE INDEX "arbiter_case_arbiter_idx" ON "arbiter_case"("arbiter");

-- CreateIndex
CREATE INDEX "ledger_entry_account_block_number_log_index_idx" ON "ledger_entry"("account", "block_number", "log_index");

-- CreateIndex
CREATE UNIQUE INDEX "program_token_key" ON "program"("token");

-- CreateIndex
CREATE INDEX "program_event_merchant_idx" ON "program_event"("merchant");

-- CreateIndex
CREATE INDEX "chain_transaction_block_number_transaction_index_idx" ON "chain_transaction"("block_number", "transaction_index");

-- CreateIndex
CREATE INDEX "chain_transaction_from_address_block_number_transaction_ind_idx" ON "chain_transaction"("from_address", "block_number", "transaction_index");

-- CreateIndex
CREATE INDEX "chain_transaction_to_address_block_number_transaction_index_idx" ON "chain_transaction"("to_address", "block_number", "transaction_index");

-- CreateIndex
CREATE INDEX "chain_transaction_contract_address_idx" ON "chain_transaction"("contract_address");

-- CreateIndex
CREATE INDEX "chain_transaction_at_sec_idx" ON "chain_transaction"("at_sec");

-- CreateIndex
CREATE INDEX "transfer_from_address_block_number_idx" ON "transfer"("from_address", "block_number");

-- CreateIndex
CREATE INDEX "transfer_to_address_block_number_idx" ON "transfer"("to_address", "block_number");

-- CreateIndex
CREATE INDEX "transfer_token_block_number_idx" ON "transfer"("token", "block_number");

-- CreateIndex
CREATE INDEX "transfer_transaction_hash_idx" ON "transfer"("transaction_hash");

-- CreateIndex
CREATE INDEX "token_balance_holder_idx" ON "token_balance"("holder");

-- CreateIndex
CREATE INDEX "token_balance_token_balance_atto_idx" ON "token_balance"("token", "balance_atto");

-- CreateIndex
CREATE INDEX "document_order_id_idx" ON "document"("order_id");

-- CreateIndex
CREATE INDEX "document_kind_created_at_sec_idx" ON "document"("kind", "created_at_sec");

-- CreateIndex
CREATE INDEX "media_created_by_created_at_sec_idx" ON "media"("created_by", "created_at_sec");

-- CreateIndex
CREATE INDEX "message_order_id_id_idx" ON "message"("order_id", "id");

-- CreateIndex
CREATE INDEX "share_order_id_idx" ON "share"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "share_target_reader_key" ON "share"("target", "reader");

-- CreateIndex
CREATE INDEX "review_seller_created_at_sec_idx" ON "review"("seller", "created_at_sec");

-- CreateIndex
CREATE INDEX "faucet_grant_address_created_at_sec_idx" ON "faucet_grant"("address", "created_at_sec");

-- CreateIndex
CREATE INDEX "faucet_grant_visitor_created_at_sec_idx" ON "faucet_grant"("visitor", "created_at_sec");

-- Search: words with English stemming (titles weigh more), and trigrams for parts of words, typing errors and
-- languages without spaces. Expression indexes are not part of the Prisma schema.
CREATE INDEX "document_words_idx" ON "document" USING gin (
  (setweight(to_tsvector('english', coalesce("title", '')), 'A')
   || setweight(to_tsvector('english', coalesce("search_text", '')), 'C'))
) WHERE "kind" = 'listing';

CREATE INDEX "document_title_trigram_idx" ON "document" USING gin (lower("title") gin_trgm_ops);

CREATE INDEX "document_text_trigram_idx" ON "document" USING gin (lower("search_text") gin_trgm_ops);
