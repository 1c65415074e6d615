/**
 * Reads and writes an order's private texts with the account's message key. The key is asked for once (it may need
 * the wallet's password), by a click of the person, never by merely opening the page.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Envelope } from "../../../../src/api/schema/envelopes.ts";
import { queryClient } from "../../api/queryClient.ts";
import type { MessageKey } from "../../crypto/messageKey.ts";
import { type Address, useWallet } from "../../wallet/connection.ts";

export type PrivateText<T> = { isReadable: true; content: T } | { isReadable: false; reason: string };

export function useMessageKey() {
  const { address } = useWallet();
  const [isBusy, setBusy] = useState(false);
  const { data: key } = useQuery<MessageKey | null>({
    queryKey: ["message-key", address],
    queryFn: () => null,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const unlock = async (): Promise<MessageKey | null> => {
    if (!address) return null;
    if (key) return key;
    setBusy(true);
    try {
      const { createMessageKey } = await import("../../crypto/messageKey.ts");
      const made = await createMessageKey(address);
      queryClient.setQueryData(["message-key", address], made);
      return made;
    } catch {
      return null; // declined
    } finally {
      setBusy(false);
    }
  };
  return { key: key ?? null, unlock, isBusy, address };
}

/** Opens an envelope as soon as the key is there; undefined while it is not. */
export function usePrivateText<T>(envelope: Envelope | null, id: string): PrivateText<T> | undefined {
  const { key, address } = useMessageKey();
  const { data } = useQuery({
    queryKey: ["private-text", address, id, key?.publicKey, envelope?.wraps.length],
    queryFn: () => read<T>(envelope as Envelope, address as Address, (key as MessageKey).privateKey),
    enabled: envelope !== null && key !== null && address !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  return data;
}

async function read<T>(
  envelope: Envelope,
  address: Address,
  privateKey: Uint8Array,
): Promise<PrivateText<T>> {
  const { openEnvelope, CannotReadError } = await import("../../crypto/envelope.ts");
  try {
    return { isReadable: true, content: openEnvelope(envelope, address, privateKey) as T };
  } catch (error) {
    return { isReadable: false, reason: error instanceof CannotReadError ? error.code : "damaged" };
  }
}
