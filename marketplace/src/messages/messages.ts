// Private messages of an order. Only ciphertexts are kept; parties read all of them, an arbiter those that were wrapped
// to him. Sharing adds a wrap of an existing content key for an arbiter of the disputed order.
import { toDecimal } from "@cybermiles/chain/database/money";
import type { Envelope, Wrap } from "../api/schema/envelopes.ts";
import type { Message, MessagePage, Shares } from "../api/schema/messages.ts";
import type { PageQuery } from "../api/schema/paging.ts";
import type { Store } from "../database/store.ts";
import { ApiError } from "../http/apiError.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../http/cursor.ts";
import { isArbiterOf, requireParty, requireReaders } from "../orders/orderAccess.ts";
import { withWraps } from "../orders/readOrder.ts";

const MAX_MESSAGES_PER_ORDER = 2000;

type MessageRow = {
  id: bigint;
  from_address: `0x${string}`;
  envelope: Envelope;
  created_at_sec: bigint;
  wraps: Wrap[] | null;
};

export async function listMessages(
  store: Store,
  options: { orderId: string; reader: string; query: PageQuery },
): Promise<MessagePage> {
  const { orderId, reader, query } = options;
  const order = await requireParty(store, orderId, reader, { allowArbiter: true });
  const isParty = reader === order.buyer || reader === order.seller;
  const after = decodeCursor("messages", 1, query.cursor);
  const rows = await store.database.query<MessageRow>(
    `select * from (
       select g.id, g.from_address, g.envelope, g.created_at_sec, g.order_id,
         (select jsonb_agg(s.wrap order by s.id) from share s where s.target = g.id::text) as wraps
       from message g where g.order_id = $1) found
     where ($2::bigint is null or id < $2::bigint) and ($3 or envelope->'wraps' @> $4::jsonb or wraps @> $4::jsonb)
     order by id desc limit ${query.limit + 1}`,
    [orderId, after?.[0] ?? null, isParty, JSON.stringify([{ to: reader }])],
  );
  return pageFrom(rows, query.limit, {
    item: toMessage,
    cursor: (row) => encodeCursor("messages", [row.id]),
  });
}

function toMessage(row: MessageRow): Message {
  return {
    id: String(row.id),
    from: row.from_address,
    createdAtSec: Number(row.created_at_sec),
    envelope: withWraps(row.envelope, row.wraps),
  };
}

export async function sendMessage(
  store: Store,
  options: { orderId: string; author: string; envelope: Envelope; nowSec: number },
): Promise<Message> {
  const { orderId, author, envelope, nowSec } = options;
  const order = await requireParty(store, orderId, author, { allowArbiter: true });
  requireReaders(order, author, envelope.wraps, { allowNamedArbiter: false });
  const count = await store.prisma.message.count({ where: { orderId: toDecimal(order.id) } });
  if (count >= MAX_MESSAGES_PER_ORDER) {
    throw new ApiError("too_many", `An order holds at most ${MAX_MESSAGES_PER_ORDER} messages.`);
  }
  const row = await store.prisma.message.create({
    data: { orderId: toDecimal(order.id), from: author, envelope, createdAtSec: BigInt(nowSec) },
  });
  return {
    id: String(row.id),
    from: author as `0x${string}`,
    createdAtSec: nowSec,
    envelope,
  };
}

/** Everything up to the newest message counts as read. */
export async function markRead(store: Store, orderId: string, reader: string): Promise<void> {
  await requireParty(store, orderId, reader, { allowArbiter: true });
  await store.database.execute(
    `insert into message_read (order_id, account, message_id)
     select $1, $2, coalesce(max(id), 0) from message where order_id = $1
     on conflict (order_id, account) do update set message_id = excluded.message_id`,
    [orderId, reader],
  );
}

/** All or none. @returns how many wraps are new. */
export async function shareWithArbiter(
  store: Store,
  options: { orderId: string; author: string; shares: Shares["shares"]; nowSec: number },
): Promise<number> {
  const { orderId, author, shares, nowSec } = options;
  const order = await requireParty(store, orderId, author, { allowArbiter: false });
  if (!order.isDisputed) throw new ApiError("not_disputed", `Order ${orderId} is not in dispute.`);
  const stranger = shares.find(({ wrap }) => !isArbiterOf(order, wrap.to));
  if (stranger) {
    throw new ApiError("wrong_reader", `shares: ${stranger.wrap.to} is no arbiter of order ${orderId}.`, {
      param: "shares",
    });
  }
  const rows = shares.map((share) => ({
    target: "messageId" in share ? share.messageId : share.documentHash,
    wrap: share.wrap,
  }));
  return store.database.transaction(async (tx) => {
    const known = await tx.query<{ target: string }>(
      `select id::text as target from message where order_id = $1 and id::text = any($2)
       union select d.hash from document d where d.hash = any($2) and (d.order_id = $1
         or exists (select 1 from shop_order o where o.id = $1 and o.note_hash = d.hash))`,
      [orderId, rows.map((row) => row.target)],
    );
    const unknown = rows.find((row) => !known.some(({ target }) => target === row.target));
    if (unknown) {
      throw new ApiError("not_found", `shares: ${unknown.target} does not belong to order ${orderId}.`);
    }
    const { rowCount } = await tx.execute(
      `insert into share (order_id, target, reader, wrap, shared_by, created_at_sec)
       select $1::numeric, r.target, r.wrap->>'to', r.wrap, $2, $3::bigint
       from jsonb_to_recordset($4::jsonb) as r(target text, wrap jsonb)
       on conflict (target, reader) do nothing`,
      [orderId, author, nowSec, JSON.stringify(rows)],
    );
    return rowCount;
  });
}
