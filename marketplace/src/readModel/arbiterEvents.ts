// Events of ArbiterRegistry: who arbitrates, with which bond, and which cases he holds.
import { type BlockContext, type EventOf, lower } from "./context.ts";

type ArbiterEvent = EventOf<"arbiterRegistry">;

export async function applyArbiterEvent({ sql, atSec }: BlockContext, event: ArbiterEvent): Promise<void> {
  switch (event.eventName) {
    case "ArbiterRegistered":
      // One that comes back keeps its record.
      await sql.execute(
        `insert into arbiter (address, is_active, is_fallback, fee_bps, profile_hash, ruled, missed)
         values ($1, true, false, $2, $3, 0, 0) on conflict (address)
         do update set is_active = true, fee_bps = excluded.fee_bps, profile_hash = excluded.profile_hash`,
        [lower(event.args.arbiter), event.args.feeBps, event.args.profileHash],
      );
      return;
    case "ArbiterUpdated":
      await sql.execute("update arbiter set fee_bps = $2, profile_hash = $3 where address = $1", [
        lower(event.args.arbiter),
        event.args.feeBps,
        event.args.profileHash,
      ]);
      return;
    case "ArbiterRetired":
      await sql.execute("update arbiter set is_active = false where address = $1", [
        lower(event.args.arbiter),
      ]);
      return;
    case "FallbackChanged":
      await sql.execute("update arbiter set is_fallback = $2 where address = $1", [
        lower(event.args.arbiter),
        event.args.isFallback,
      ]);
      return;
    case "BondDeposited":
    case "BondWithdrawn":
      await sql.execute(
        `insert into arbiter_bond (arbiter, currency, bond_atto, reserved_atto) values ($1, $2, $3, 0)
         on conflict (arbiter, currency) do update set bond_atto = excluded.bond_atto`,
        [lower(event.args.arbiter), lower(event.args.currency), event.args.bond],
      );
      return;
    case "CaseOpened": {
      const { orderId, arbiter, currency, amount } = event.args;
      await sql.execute(
        `insert into arbiter_case (order_id, arbiter, currency, amount_atto, opened_at_sec, is_ruled)
         values ($1, $2, $3, $4, $5, false)`,
        [orderId, lower(arbiter), lower(currency), amount, atSec],
      );
      // An order of a dust amount needs no bond, so the row may be missing.
      await sql.execute(
        `insert into arbiter_bond (arbiter, currency, bond_atto, reserved_atto) values ($1, $2, 0, $3)
         on conflict (arbiter, currency)
         do update set reserved_atto = arbiter_bond.reserved_atto + excluded.reserved_atto`,
        [lower(arbiter), lower(currency), amount],
      );
      return;
    }
    case "CaseClosed": {
      const { orderId, arbiter, ruled } = event.args;
      await sql.execute(
        `update arbiter_bond b set reserved_atto = b.reserved_atto - c.amount_atto from arbiter_case c
         where c.order_id = $1 and c.arbiter = $2 and b.arbiter = c.arbiter and b.currency = c.currency`,
        [orderId, lower(arbiter)],
      );
      await sql.execute(
        "update arbiter_case set closed_at_sec = $3, is_ruled = $4 where order_id = $1 and arbiter = $2",
        [orderId, lower(arbiter), atSec, ruled],
      );
      if (ruled)
        await sql.execute("update arbiter set ruled = ruled + 1 where address = $1", [lower(arbiter)]);
      return;
    }
    case "ArbiterSlashed": {
      const { arbiter, currency, amount } = event.args;
      await sql.execute(
        "update arbiter_bond set bond_atto = bond_atto - $3 where arbiter = $1 and currency = $2",
        [lower(arbiter), lower(currency), amount],
      );
      await sql.execute("update arbiter set missed = missed + 1 where address = $1", [lower(arbiter)]);
    }
  }
}
