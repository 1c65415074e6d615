/**
 * Refreshes the explorer's lists whenever the marketplace tells of a new block (server-sent events). Several blocks in
 * one second cost one refresh. Without the stream the lists still refresh on focus; nothing breaks.
 */
import { useEffect, useState } from "react";
import type { LiveEvent } from "../../../../src/api/schema/events.ts";
import { queryClient } from "../../api/queryClient.ts";

const REFRESH_EVERY_MS = 1000;

/** @returns whether the stream is connected. */
export function useBlockStream(queryKey: readonly unknown[]): boolean {
  const [isLive, setLive] = useState(false);
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    const source = new EventSource("/api/events");
    let timer: ReturnType<typeof setTimeout> | undefined;
    source.onopen = () => setLive(true);
    source.onerror = () => setLive(false);
    source.onmessage = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as LiveEvent;
      if (event.type !== "block" || timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries({ queryKey: JSON.parse(key) });
      }, REFRESH_EVERY_MS);
    };
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [key]);
  return isLive;
}
