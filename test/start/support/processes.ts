// Which processes a start has running, read from the folder locks they hold, and whether they have gone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const LOCKED = { chain: "chain", payments: "payments/database", marketplace: "marketplace/db" } as const;
type Service = keyof typeof LOCKED;

export function pidsOf(dataDir: string): Record<Service, number> {
  const pid = (service: Service) =>
    JSON.parse(readFileSync(join(dataDir, LOCKED[service], "lock.json"), "utf8")).pid as number;
  return { chain: pid("chain"), payments: pid("payments"), marketplace: pid("marketplace") };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function untilGone(pids: readonly number[], patienceMs: number): Promise<void> {
  const endMs = Date.now() + patienceMs;
  while (pids.some(isAlive)) {
    if (Date.now() > endMs) throw new Error(`still alive after ${patienceMs} ms: ${pids.filter(isAlive)}`);
    await delay(25);
  }
}
