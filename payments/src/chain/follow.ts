/**
 * The follower's handlers: a block's events and balances go into the read model, invoices whose facts changed get their
 * state, and webhooks' events are written, all in the block's one transaction. Blocks without a transaction only move
 * the cursor; `tick` then looks at deadlines and confirmations. A rebuild applies old blocks again in silence.
 */

import type { Sql } from "@cybermiles/chain/database";
import type { FollowedBlock, FollowerTransaction, Rpc } from "@cybermiles/chain/follower";
import type { DeployedContracts } from "@cybermiles/contracts/deployments";
import type { ChainHead } from "../invoices/stateMachine.ts";
import { invoicesToLookAt, type StateRules, updateStates } from "../invoices/updateState.ts";
import { applyLogs } from "./applyLogs.ts";
import {
  applyDeposits,
  depositsByTransfer,
  type Observation,
  observeDeposits,
  recordedDeposits,
} from "./observeDeposits.ts";
import { derivedThrough, setDerivedThrough } from "./readModel.ts";
import { writeOrderEvents, writePaymentEvents } from "./writeChainEvents.ts";

type Deps = { sql: Sql; contracts: DeployedContracts; rules: StateRules; headNumber: () => bigint };

/** A block this far below the head may have no state at the node any more. */
const PRUNED_AFTER_BLOCKS = 64n;

export function followHandlers({ sql, contracts, rules, headNumber }: Deps) {
  return {
    async prepare(block: FollowedBlock, rpc: Rpc): Promise<Observation[]> {
      if (block.number <= (await derivedThrough(sql))) return recordedDeposits(sql, block.hash);
      try {
        return await observeDeposits(sql, rpc, block);
      } catch (error) {
        const latest = BigInt(await rpc.call<string>("eth_blockNumber"));
        if (latest - block.number < PRUNED_AFTER_BLOCKS) throw error;
        return depositsByTransfer(sql, block);
      }
    },

    async applyBlock(
      tx: FollowerTransaction<unknown>,
      block: FollowedBlock,
      observations: Observation[],
    ): Promise<void> {
      const silent = block.number <= (await derivedThrough(tx));
      const effects = await applyLogs(tx, block, contracts);
      const came = await applyDeposits(tx, block, observations, effects.outflows);
      if (silent) return;
      const head = { number: block.number, timestampSec: Number(block.timestampSec) };
      const touched = {
        paymentKeys: effects.paymentKeys,
        depositAddresses: [
          ...observations.map((one) => one.depositAddress),
          ...effects.outflows.map((flow) => flow.deposit),
        ],
      };
      await writePaymentEvents(tx, { block, head, came, paymentKeys: effects.paymentKeys, rules });
      await updateStates(
        tx,
        await invoicesToLookAt(tx, { head, fromBlock: head.number }, touched),
        head,
        rules,
      );
      await writeOrderEvents(tx, { head, orders: effects.orders });
      await setDerivedThrough(tx, block.number);
    },

    async onRollback(
      tx: FollowerTransaction<unknown>,
      ancestor: { number: bigint; timestampSec: bigint },
    ): Promise<void> {
      const head = { number: ancestor.number, timestampSec: Number(ancestor.timestampSec) };
      const ids = await invoicesToLookAt(tx, { head, fromBlock: head.number + 1n });
      await updateStates(tx, ids, head, rules);
      if ((await derivedThrough(tx)) > ancestor.number) await setDerivedThrough(tx, ancestor.number);
    },

    /** @returns whether an invoice changed or might have. */
    async tick(
      transaction: <T>(run: (tx: Sql) => Promise<T>) => Promise<T>,
      head: ChainHead,
    ): Promise<boolean> {
      const at = { head, fromBlock: head.number + 1n };
      if (head.number < (await derivedThrough(sql))) return false;
      if ((await invoicesToLookAt(sql, at)).length === 0) return false;
      await transaction(async (tx) => {
        if (headNumber() !== head.number) return;
        await updateStates(tx, await invoicesToLookAt(tx, at), head, rules);
      });
      return true;
    },
  };
}
