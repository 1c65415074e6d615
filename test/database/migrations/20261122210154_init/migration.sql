-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "balance_atto" DECIMAL(78,0) NOT NULL,
    "limit_atto" DECIMAL(78,0),

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notes" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,

    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A function body with semicolons, as hand-written migrations have them
CREATE FUNCTION "double_of"(amount DECIMAL(78,0)) RETURNS DECIMAL LANGUAGE plpgsql AS $$
BEGIN
  amount := amount * 2;
  RETURN amount;
END;
$$;
