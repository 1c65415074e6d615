// Arbiters as buyers and sellers see them before they rely on one: fee, bonds, record.
import type { ArbiterCard, Bond } from "../api/schema/arbiters.ts";
import type { ArbiterDocument } from "../api/schema/contents.ts";
import type { Store } from "../database/store.ts";

type ArbiterRow = {
  address: `0x${string}`;
  is_active: boolean;
  is_fallback: boolean;
  fee_bps: number;
  ruled: number;
  missed: number;
  body: ArbiterDocument | null;
  message_key: `0x${string}` | null;
  open_cases: number;
  median_ruling: number | null;
  bonds: { currency: `0x${string}`; bond: string; reserved: string }[] | null;
};

/** @param addresses null reads all, active ones first. */
export async function readArbiters(
  store: Store,
  addresses: readonly string[] | null,
): Promise<ArbiterCard[]> {
  const rows = await store.database.query<ArbiterRow>(
    `select a.*, d.body, k.message_key,
       (select count(*)::int from arbiter_case c where c.arbiter = a.address and c.closed_at_sec is null) as open_cases,
       (select (percentile_disc(0.5) within group (order by c.closed_at_sec - c.opened_at_sec))::float8
          from arbiter_case c where c.arbiter = a.address and c.is_ruled) as median_ruling,
       (select jsonb_agg(jsonb_build_object('currency', b.currency, 'bond', b.bond_atto::text,
          'reserved', b.reserved_atto::text) order by b.currency) from arbiter_bond b where b.arbiter = a.address) as bonds
     from arbiter a left join document d on d.hash = a.profile_hash and d.kind = 'arbiter'
     left join message_key k on k.account = a.address
     where $1::text[] is null or a.address = any($1::text[])
     order by a.is_active desc, a.ruled desc, a.address`,
    [addresses === null ? null : [...addresses]],
  );
  return rows.map(toArbiter);
}

function toArbiter(row: ArbiterRow): ArbiterCard {
  return {
    address: row.address,
    name: row.body?.name ?? null,
    about: row.body?.about ?? "",
    languages: row.body?.languages ?? [],
    isActive: row.is_active,
    isFallback: row.is_fallback,
    feeBps: row.fee_bps,
    ruled: row.ruled,
    missed: row.missed,
    openCases: row.open_cases,
    medianRulingSec: row.median_ruling,
    messageKey: row.message_key,
    bonds: (row.bonds ?? []).map(
      (bond): Bond => ({ currency: bond.currency, bondAtto: bond.bond, reservedAtto: bond.reserved }),
    ),
  };
}
