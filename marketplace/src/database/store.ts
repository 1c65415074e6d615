// The marketplace's database: raw SQL for read models and search, the Prisma client for what people sent.
import { fileURLToPath } from "node:url";
import { type Database, openDatabase } from "@cybermiles/chain/database";
import { moneyExtension } from "@cybermiles/chain/database/money";
import { type Prisma, PrismaClient } from "../generated/prisma/client.ts";

const MIGRATIONS_DIR = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

export type Store = Awaited<ReturnType<typeof openStore>>;

export async function openStore(options: {
  url?: string | undefined;
  dir: string;
  chain: { chainId: number; genesisHash: string };
}) {
  const database: Database = await openDatabase({
    ...(options.url === undefined ? { dir: options.dir } : { url: options.url }),
    migrationsDir: MIGRATIONS_DIR,
    chain: options.chain as { chainId: number; genesisHash: `0x${string}` },
    extensions: ["pg_trgm"],
  });
  const base = new PrismaClient({ adapter: database.adapter });
  const prisma = base.$extends(moneyExtension<Prisma.TypeMap>(base));
  const close = async () => {
    await base.$disconnect();
    await database.close();
  };
  return { database, prisma, close };
}
