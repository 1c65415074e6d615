// Gives a newcomer some CMT on a devnet. Each address once an hour and three times a day, each visitor 50 times a day;
// the grant is written before the transfer, so that a crash never pays twice. Transfers go one after the other, by nonce.
import { toDecimal } from "@cybermiles/chain/database/money";
import { type Hex, type PublicClient, parseEther } from "viem";
import type { FaucetAnswer } from "../api/schema/faucet.ts";
import type { Sender } from "../chain/sender.ts";
import type { Store } from "../database/store.ts";
import { ApiError } from "../http/apiError.ts";

export const FAUCET_AMOUNT_ATTO = parseEther("5000");
export const FAUCET_PER_ADDRESS_PER_DAY = 3;
const PER_VISITOR_PER_DAY = 50;
const PAUSE_SEC = 3600;
const DAY_SEC = 24 * 3600;

export type Faucet = (request: { address: string; visitor: string; nowSec: number }) => Promise<FaucetAnswer>;

export function faucet(parts: { store: Store; client: PublicClient; sender: Sender }): Faucet {
  const { store, client, sender } = parts;
  return async ({ address, visitor, nowSec }) => {
    const id = await reserve(store, { address, visitor, nowSec });
    let transactionHash: Hex;
    try {
      transactionHash = await sender.send({ to: address as Hex, value: FAUCET_AMOUNT_ATTO });
    } catch (cause) {
      await store.prisma.faucetGrant.delete({ where: { id } });
      const left = await client.getBalance({ address: sender.address }).catch(() => null);
      const isEmpty = left !== null && left < FAUCET_AMOUNT_ATTO;
      const message = isEmpty
        ? "The faucet is empty."
        : "The chain did not take the transfer. Try again in a moment.";
      throw new ApiError("chain_unavailable", message, { cause });
    }
    await store.prisma.faucetGrant.update({ where: { id }, data: { transactionHash } });
    return { transactionHash, amountAtto: String(FAUCET_AMOUNT_ATTO) };
  };
}

async function reserve(
  store: Store,
  request: { address: string; visitor: string; nowSec: number },
): Promise<bigint> {
  const { address, visitor, nowSec } = request;
  return store.database.transaction(async (tx) => {
    await tx.execute("lock table faucet_grant in exclusive mode"); // two requests may not count the same grants
    const [counts] = await tx.query<{ address_day: number; address_hour: number; visitor_day: number }>(
      `select count(*) filter (where address = $1)::int as address_day,
         count(*) filter (where address = $1 and created_at_sec > $3::bigint - ${PAUSE_SEC})::int as address_hour,
         count(*) filter (where visitor = $2)::int as visitor_day
       from faucet_grant where created_at_sec > $3::bigint - ${DAY_SEC} and (address = $1 or visitor = $2)`,
      [address, visitor, nowSec],
    );
    if ((counts?.address_hour ?? 0) > 0) {
      throw new ApiError("rate_limited", "This address had its share within the last hour.");
    }
    if (
      (counts?.address_day ?? 0) >= FAUCET_PER_ADDRESS_PER_DAY ||
      (counts?.visitor_day ?? 0) >= PER_VISITOR_PER_DAY
    ) {
      throw new ApiError("rate_limited", "That was enough for today. Come back tomorrow.");
    }
    const [row] = await tx.query<{ id: bigint }>(
      `insert into faucet_grant (address, visitor, amount_atto, created_at_sec) values ($1, $2, $3, $4) returning id`,
      [address, visitor, toDecimal(FAUCET_AMOUNT_ATTO), nowSec],
    );
    if (!row) throw new Error("the grant was not written");
    return row.id;
  });
}
