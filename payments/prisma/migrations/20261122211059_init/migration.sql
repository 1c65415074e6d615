-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "auth_nonce" (
    "nonce" TEXT NOT NULL,
    "expiresAtSec" BIGINT NOT NULL,
    "usedAtSec" BIGINT,

    CONSTRAINT "auth_nonce_pkey" PRIMARY KEY ("nonce")
);

-- CreateTable
CREATE TABLE "session" (
    "tokenHash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "csrfToken" TEXT NOT NULL,
    "createdAtSec" BIGINT NOT NULL,
    "expiresAtSec" BIGINT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "merchant" (
    "id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shipToCountries" TEXT[],
    "blockedCountries" TEXT[],
    "defaultTaxRates" JSONB NOT NULL,
    "shipBySec" INTEGER NOT NULL,
    "releaseSec" INTEGER NOT NULL,
    "arbiter" TEXT,
    "createdAtSec" BIGINT NOT NULL,

    CONSTRAINT "merchant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gateway_key" (
    "merchantId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "sealedKey" BYTEA NOT NULL,
    "createdAtSec" BIGINT NOT NULL,

    CONSTRAINT "gateway_key_pkey" PRIMARY KEY ("merchantId")
);

-- CreateTable
CREATE TABLE "member" (
    "merchantId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "addedAtSec" BIGINT NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("merchantId","address")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "scopes" TEXT[],
    "secretHash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "createdAtSec" BIGINT NOT NULL,
    "lastUsedAtSec" BIGINT,
    "revokedAtSec" BIGINT,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "atSec" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT,
    "data" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "id" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "createdAtSec" BIGINT NOT NULL,
    "responseStatus" INTEGER,
    "responseBody" TEXT,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "additionalStatus" TEXT NOT NULL,
    "mark" TEXT,
    "markedBy" TEXT,
    "price" DECIMAL(78,0) NOT NULL,
    "priceCurrency" TEXT NOT NULL,
    "priceDecimals" INTEGER NOT NULL,
    "paymentCurrency" TEXT NOT NULL,
    "paymentSymbol" TEXT NOT NULL,
    "paymentDecimals" INTEGER NOT NULL,
    "amount" DECIMAL(78,0) NOT NULL,
    "rate" JSONB,
    "taxLines" JSONB NOT NULL,
    "description" TEXT,
    "orderReference" TEXT,
    "metadata" JSONB NOT NULL,
    "customer" JSONB,
    "shipToCountry" TEXT,
    "redirectUrl" TEXT,
    "refundAddress" TEXT,
    "payer" TEXT,
    "arbiter" TEXT NOT NULL,
    "feeCapBps" INTEGER NOT NULL,
    "shipBySec" INTEGER NOT NULL,
    "releaseSec" INTEGER NOT NULL,
    "intentId" TEXT NOT NULL,
    "paymentKey" TEXT NOT NULL,
    "createdAtSec" BIGINT NOT NULL,
    "deadlineSec" BIGINT NOT NULL,
    "derivedAtBlock" BIGINT NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_intent" (
    "id" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "refundTo" TEXT NOT NULL,
    "payer" TEXT NOT NULL,
    "signer" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "depositAddress" TEXT NOT NULL,
    "createdAtSec" BIGINT NOT NULL,

    CONSTRAINT "invoice_intent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deposit_observation" (
    "depositAddress" TEXT NOT NULL,
    "blockHash" TEXT NOT NULL,
    "blockNumber" BIGINT NOT NULL,
    "balance" DECIMAL(78,0) NOT NULL,

    CONSTRAINT "deposit_observation_pkey" PRIMARY KEY ("depositAddress","blockHash")
);

-- CreateTable
CREATE TABLE "chain_payment" (
    "paymentKey" TEXT NOT NULL,
    "merchant" TEXT NOT NULL,
    "orderId" DECIMAL(78,0) NOT NULL,
    "rail" TEXT NOT NULL,
    "payer" TEXT NOT NULL,
    "amount" DECIMAL(78,0) NOT NULL,
    "discount" DECIMAL(78,0) NOT NULL,
    "transactionHash" TEXT NOT NULL,
    "blockNumber" BIGINT NOT NULL,
    "blockHash" TEXT NOT NULL,
    "atSec" BIGINT NOT NULL,

    CONSTRAINT "chain_payment_pkey" PRIMARY KEY ("paymentKey")
);

-- CreateTable
CREATE TABLE "chain_deposit" (
    "depositAddress" TEXT NOT NULL,
    "balance" DECIMAL(78,0) NOT NULL,
    "received" DECIMAL(78,0) NOT NULL,
    "receivedInTime" DECIMAL(78,0) NOT NULL,
    "swept" DECIMAL(78,0) NOT NULL,
    "refunded" DECIMAL(78,0) NOT NULL,
    "blockNumber" BIGINT NOT NULL,

    CONSTRAINT "chain_deposit_pkey" PRIMARY KEY ("depositAddress")
);

-- CreateTable
CREATE TABLE "chain_order" (
    "orderId" DECIMAL(78,0) NOT NULL,
    "buyer" TEXT NOT NULL,
    "seller" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" DECIMAL(78,0) NOT NULL,
    "state" TEXT NOT NULL,
    "buyerAmount" DECIMAL(78,0),
    "sellerAmount" DECIMAL(78,0),
    "fee" DECIMAL(78,0),
    "fundedAtSec" BIGINT NOT NULL,
    "shipDeadlineSec" BIGINT NOT NULL,
    "releaseAtSec" BIGINT,
    "closedAtSec" BIGINT,

    CONSTRAINT "chain_order_pkey" PRIMARY KEY ("orderId")
);

-- CreateTable
CREATE TABLE "chain_merchant" (
    "address" TEXT NOT NULL,
    "payout" TEXT NOT NULL,
    "registeredAtSec" BIGINT NOT NULL,

    CONSTRAINT "chain_merchant_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "chain_arbiter" (
    "address" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "isFallback" BOOLEAN NOT NULL,

    CONSTRAINT "chain_arbiter_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "chain_signer" (
    "merchant" TEXT NOT NULL,
    "signer" TEXT NOT NULL,
    "expiresAtSec" BIGINT NOT NULL,
    "revoked" BOOLEAN NOT NULL,

    CONSTRAINT "chain_signer_pkey" PRIMARY KEY ("merchant","signer")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "event" (
    "id" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "uniqueKey" TEXT NOT NULL,
    "createdAtSec" BIGINT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_endpoint" (
    "id" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "description" TEXT,
    "eventTypes" TEXT[],
    "livemode" BOOLEAN NOT NULL,
    "sealedSecret" BYTEA NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "disabledReason" TEXT,
    "failingSinceSec" BIGINT,
    "deletedAtSec" BIGINT,
    "createdAtSec" BIGINT NOT NULL,

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" TEXT NOT NULL,
    "endpointId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attemptCount" INTEGER NOT NULL DEFAULT 0,
    "createdAtSec" BIGINT NOT NULL,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "id" TEXT NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "atSec" BIGINT NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "responseStatus" INTEGER,
    "responseBody" TEXT,
    "error" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "uniqueKey" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "runAtSec" BIGINT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "createdAtSec" BIGINT NOT NULL,
    "relayedAtSec" BIGINT,
    "doneAtSec" BIGINT,
    "lastError" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queue_item" (
    "id" TEXT NOT NULL,
    "outboxId" TEXT NOT NULL,
    "lockedUntilSec" BIGINT,

    CONSTRAINT "queue_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "auth_nonce_expiresAtSec_idx" ON "auth_nonce"("expiresAtSec");

-- CreateIndex
CREATE INDEX "session_address_idx" ON "session"("address");

-- CreateIndex
CREATE INDEX "session_expiresAtSec_idx" ON "session"("expiresAtSec");

-- CreateIndex
CREATE UNIQUE INDEX "merchant_address_key" ON "merchant"("address");

-- CreateIndex
CREATE UNIQUE INDEX "gateway_key_address_key" ON "gateway_key"("address");

-- CreateIndex
CREATE INDEX "member_address_idx" ON "member"("address");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_secretHash_key" ON "api_key"("secretHash");

-- CreateIndex
CREATE INDEX "api_key_merchantId_idx" ON "api_key"("merchantId");

-- CreateIndex
CREATE INDEX "audit_entry_merchantId_id_idx" ON "audit_entry"("merchantId", "id");

-- CreateIndex
CREATE INDEX "idempotency_key_createdAtSec_idx" ON "idempotency_key"("createdAtSec");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_intentId_key" ON "invoice"("intentId");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_paymentKey_key" ON "invoice"("paymentKey");

-- CreateIndex
CREATE INDEX "invoice_merchantId_id_idx" ON "invoice"("merchantId", "id");

-- CreateIndex
CREATE INDEX "invoice_merchantId_status_id_idx" ON "invoice"("merchantId", "status", "id");

-- CreateIndex
CREATE INDEX "invoice_merchantId_orderReference_idx" ON "invoice"("merchantId", "orderReference");

-- CreateIndex
CREATE INDEX "invoice_status_deadlineSec_idx" ON "invoice"("status", "deadlineSec");

-- CreateIndex
CREATE INDEX "invoice_derivedAtBlock_idx" ON "invoice"("derivedAtBlock");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_intent_depositAddress_key" ON "invoice_intent"("depositAddress");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_intent_invoiceId_refundTo_payer_key" ON "invoice_intent"("invoiceId", "refundTo", "payer");

-- CreateIndex
CREATE INDEX "deposit_observation_blockHash_idx" ON "deposit_observation"("blockHash");

-- CreateIndex
CREATE INDEX "chain_payment_blockNumber_idx" ON "chain_payment"("blockNumber");

-- CreateIndex
CREATE INDEX "chain_payment_orderId_idx" ON "chain_payment"("orderId");

-- CreateIndex
CREATE INDEX "chain_order_seller_idx" ON "chain_order"("seller");

-- CreateIndex
CREATE UNIQUE INDEX "event_uniqueKey_key" ON "event"("uniqueKey");

-- CreateIndex
CREATE INDEX "event_merchantId_id_idx" ON "event"("merchantId", "id");

-- CreateIndex
CREATE INDEX "webhook_endpoint_merchantId_idx" ON "webhook_endpoint"("merchantId");

-- CreateIndex
CREATE INDEX "webhook_delivery_status_idx" ON "webhook_delivery"("status");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_endpointId_eventId_key" ON "webhook_delivery"("endpointId", "eventId");

-- CreateIndex
CREATE INDEX "webhook_attempt_deliveryId_id_idx" ON "webhook_attempt"("deliveryId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_uniqueKey_key" ON "outbox"("uniqueKey");

-- CreateIndex
CREATE INDEX "outbox_doneAtSec_relayedAtSec_runAtSec_idx" ON "outbox"("doneAtSec", "relayedAtSec", "runAtSec");

-- AddForeignKey
ALTER TABLE "gateway_key" ADD CONSTRAINT "gateway_key_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_intent" ADD CONSTRAINT "invoice_intent_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "webhook_endpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "webhook_delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
