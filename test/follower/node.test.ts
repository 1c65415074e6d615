/** The follower on our own node: blocks within milliseconds, a 3-block reorg by evm_revert, Prisma handlers. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "@cybermiles/chain/database";
import { moneyExtension, toDecimal } from "@cybermiles/chain/database/money";
import { startFollower } from "@cybermiles/chain/follower";
import { dumpReadModel, rebuildReadModel } from "@cybermiles/chain/follower/readModel";
import { startNode } from "@cybermiles/chain/node";
import { devnet } from "@cybermiles/chain/presets";
import { type Address, createTestClient, createWalletClient, http } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { onBothDatabases, shareOnePostgres } from "../support/databases.ts";

shareOnePostgres();

const schema = join(import.meta.dirname, "../database/schema.prisma");
const tables = { accounts: "rows", notes: "rows" } as const;

execFileSync("npx", ["prisma", "generate", "--schema", schema], {
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true" },
  stdio: "ignore",
});

onBothDatabases("a 3-block reorg on the real node, followed with Prisma", async (place) => {
  const dataDir = mkdtempSync(join(tmpdir(), "cm-chain-"));
  const node = await startNode({
    dataDir,
    preset: devnet,
    host: "127.0.0.1",
    port: 0,
    dev: true,
    heartbeatMs: 500,
  });
  const account = mnemonicToAccount("test test test test test test test test test test test junk");
  const wallet = createWalletClient({ account, transport: http(node.url) });
  const tester = createTestClient({ mode: "anvil", transport: http(node.url) });
  const addressOf = (digit: number) => `0x${String(digit).repeat(40)}` as Address;
  const pay = (digit: number, value: bigint) =>
    wallet.sendTransaction({ chain: null, to: addressOf(digit), value });

  const database = await openDatabase({
    ...place,
    migrationsDir: join(import.meta.dirname, "../database/migrations"),
    chain: { chainId: node.chainId, genesisHash: node.genesisHash },
  });
  const { PrismaClient } = await import("../.output/prisma-for-database/client.ts" as string);
  const base = new PrismaClient({ adapter: database.adapter });
  const prisma = base.$extends(moneyExtension(base));
  const rolledBackTo: bigint[] = [];
  const start = () =>
    startFollower({
      rpcUrl: node.url,
      wsUrl: node.wsUrl,
      database,
      tables,
      prisma,
      applyBlock: async (tx, block) => {
        for (const { to: id, value } of block.transactions) {
          const known = await tx.prisma.account.findUnique({ where: { id } });
          const balanceAtto = toDecimal((known?.balanceAtto ?? 0n) + value);
          await tx.prisma.account.upsert({
            where: { id },
            create: { id, balanceAtto },
            update: { balanceAtto },
          });
          const [row] = await tx.query<{ own: bigint }>(
            "SELECT balance_atto AS own FROM accounts WHERE id = $1",
            [id],
          );
          assert.equal(row?.own, BigInt(balanceAtto), "raw SQL sees what Prisma wrote");
        }
      },
      onRollback: async (_tx, ancestor) => {
        rolledBackTo.push(ancestor.number);
      },
    });
  /** Waits until exactly these accounts have these balances. */
  const until = async (expected: Record<number, bigint>) => {
    const wanted = Object.entries(expected).map(
      ([digit, balance]) => `${addressOf(Number(digit))} ${balance}`,
    );
    const endMs = Date.now() + 15_000;
    for (;;) {
      const rows: { id: string; balanceAtto: bigint }[] = await prisma.account.findMany({
        orderBy: { id: "asc" },
      });
      const seen = rows.map((row) => `${row.id} ${row.balanceAtto}`);
      if (seen.join() === wanted.join()) return;
      assert.ok(Date.now() < endMs, `expected ${wanted}, got ${seen}`);
      await sleep(5);
    }
  };

  const follower = await start();
  await pay(1, 10n ** 21n);
  const sentMs = Date.now();
  await until({ 1: 10n ** 21n });
  assert.ok(Date.now() - sentMs < 1_000, "a payment is in the read model within a second");
  const forkedAt = follower.head().number;
  const snapshot = await tester.snapshot();
  for (const digit of [2, 3, 4]) {
    await pay(digit, 5n);
    await tester.mine({ blocks: 1 });
  }
  await until({ 1: 10n ** 21n, 2: 5n, 3: 5n, 4: 5n });
  await tester.revert({ id: snapshot });
  for (const digit of [3, 5, 6]) {
    await pay(digit, 7n);
    await tester.mine({ blocks: 1 });
  }
  await until({ 1: 10n ** 21n, 3: 7n, 5: 7n, 6: 7n });
  assert.ok(rolledBackTo.length === 1 && (rolledBackTo[0] as bigint) >= forkedAt, `${rolledBackTo}`);
  const live = await dumpReadModel(database, tables);
  const { number } = follower.head();
  await follower.close();

  await rebuildReadModel(database, tables);
  const again = await start();
  await again.caughtUpTo(number);
  await again.close();
  assert.equal(await dumpReadModel(database, tables), live);
  await database.close();
  await node.close();
  rmSync(dataDir, { recursive: true });
});
