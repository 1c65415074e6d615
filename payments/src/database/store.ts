/**
 * The gateway's storage: one database, one Prisma client with the money extension (every Decimal is a bigint), and
 * transactions in which Prisma and raw SQL share a connection. Inside a transaction use only what it gives you.
 */
import path from "node:path";
import { type Database, openDatabase, type Sql } from "@cybermiles/chain/database";
import { moneyExtension } from "@cybermiles/chain/database/money";
import type { PaymentsConfig } from "../config.ts";
import { type Prisma, PrismaClient } from "../generated/prisma/client.ts";

const MIGRATIONS = path.join(import.meta.dirname, "..", "..", "prisma", "migrations");

function prismaOver(db: Database) {
  const base = new PrismaClient({ adapter: db.adapter });
  return base.$extends(moneyExtension<Prisma.TypeMap>(base));
}

export type GatewayPrisma = ReturnType<typeof prismaOver>;
export type TransactionPrisma = Omit<
  GatewayPrisma,
  "$connect" | "$disconnect" | "$on" | "$use" | "$transaction" | "$extends"
>;
export type Transaction = Sql & { prisma: TransactionPrisma };

export type Store = {
  db: Database;
  prisma: GatewayPrisma;
  transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export async function openStore(
  config: Pick<PaymentsConfig, "databaseUrl" | "dataDir">,
  chain: { chainId: number; genesisHash: string },
): Promise<Store> {
  const db = await openDatabase({
    ...(config.databaseUrl === undefined
      ? { dir: path.join(config.dataDir, "database") }
      : { url: config.databaseUrl }),
    migrationsDir: MIGRATIONS,
    chain: { chainId: chain.chainId, genesisHash: chain.genesisHash as `0x${string}` },
  });
  const prisma = prismaOver(db);
  return {
    db,
    prisma,
    transaction: (run) => db.prismaTransaction(prisma, run),
    async close() {
      await prisma.$disconnect();
      await db.close();
    },
  };
}
