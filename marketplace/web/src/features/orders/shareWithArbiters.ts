/** Gives the order's arbiters the content keys of every message and document that this account can read. */
import type { Envelope } from "../../../../src/api/schema/envelopes.ts";
import type { Message, Shares, SharesAnswer } from "../../../../src/api/schema/messages.ts";
import type { Order } from "../../../../src/api/schema/orders.ts";
import type { Page } from "../../../../src/api/schema/paging.ts";
import { request } from "../../api/http.ts";
import { queryClient } from "../../api/queryClient.ts";
import { CannotReadError, type Reader, shareEnvelope } from "../../crypto/envelope.ts";
import { createMessageKey, fetchMessageKeys } from "../../crypto/messageKey.ts";
import { connectionStore } from "../../wallet/connection.ts";

/** @returns how many texts were shared. */
export async function shareWithArbiters(order: Order): Promise<number> {
  const account = connectionStore.get()?.address;
  if (!account) return 0;
  const { privateKey } = await createMessageKey(account);
  const arbiters = await arbitersOf(order);
  const messages = await allMessages(order.id);
  const shares: Shares["shares"] = [];
  for (const arbiter of arbiters) {
    const wrapFor = (envelope: Envelope) => {
      if (envelope.wraps.some((wrap) => wrap.to === arbiter.address)) return null;
      try {
        return shareEnvelope(envelope, account, privateKey, arbiter);
      } catch (error) {
        if (error instanceof CannotReadError) return null;
        throw error;
      }
    };
    for (const message of messages) {
      const wrap = wrapFor(message.envelope);
      if (wrap) shares.push({ messageId: message.id, wrap });
    }
    for (const document of order.documents) {
      const wrap = document.envelope && wrapFor(document.envelope);
      if (wrap) shares.push({ documentHash: document.hash, wrap });
    }
  }
  if (shares.length === 0) return 0;
  const answer = await request<SharesAnswer>(`/api/orders/${order.id}/shares`, {
    method: "POST",
    body: { shares },
  });
  await queryClient.invalidateQueries({ queryKey: ["orders"] });
  return answer.shared;
}

async function arbitersOf(order: Order): Promise<Reader[]> {
  const addresses = [
    order.arbiter.address,
    ...(order.fallbackArbiter ? [order.fallbackArbiter.address] : []),
  ];
  const keys = await fetchMessageKeys(addresses);
  return addresses.flatMap((address) => {
    const messageKey = keys.get(address);
    return messageKey ? [{ address, messageKey }] : [];
  });
}

async function allMessages(orderId: string): Promise<Message[]> {
  const messages: Message[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Message> = await request(`/api/orders/${orderId}/messages`, {
      query: { cursor, limit: 100 },
    });
    messages.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor);
  return messages;
}
