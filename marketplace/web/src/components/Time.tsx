/**
 * Times relative ("3 hours ago"), absolute on hover; countdowns to a deadline of the chain.
 *   <RelativeTime atSec={order.fundedAtSec} />
 *   <Countdown untilSec={order.shipDeadlineSec} nowSec={order.nowSec} />   `nowSec`: the chain's clock at fetch time
 * One timer serves the whole page.
 */
import { Tooltip } from "@mantine/core";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { formatAbsolute, formatDuration, formatRelative } from "../format/time.ts";
import { usePreferences } from "../preferences.ts";

const listeners = new Set<() => void>();
let nowSec = Math.floor(Date.now() / 1000);
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    nowSec = Math.floor(Date.now() / 1000);
    for (const notify of listeners) notify();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The wall clock in Unix seconds, ticking once a second. */
export function useNowSec(): number {
  return useSyncExternalStore(subscribe, () => nowSec);
}

/** The chain's clock, from the answer's `nowSec` and the time passed since it came. */
export function useChainNowSec(fetchedNowSec: number): number {
  const now = useNowSec();
  const offset = useRef(fetchedNowSec - now);
  const last = useRef(fetchedNowSec);
  useEffect(() => {
    if (last.current === fetchedNowSec) return;
    last.current = fetchedNowSec;
    offset.current = fetchedNowSec - Math.floor(Date.now() / 1000);
  }, [fetchedNowSec]);
  return now + offset.current;
}

export function RelativeTime({ atSec }: { atSec: number }) {
  const { language } = usePreferences();
  const now = useNowSec();
  return (
    <Tooltip label={formatAbsolute(atSec, language)}>
      <time dateTime={new Date(atSec * 1000).toISOString()}>
        {formatRelative(atSec, Math.max(now, 0), language)}
      </time>
    </Tooltip>
  );
}

export function Countdown({ untilSec, nowSec: fetchedNowSec }: { untilSec: number; nowSec: number }) {
  const { language } = usePreferences();
  const now = useChainNowSec(fetchedNowSec);
  return (
    <Tooltip label={formatAbsolute(untilSec, language)}>
      <time dateTime={new Date(untilSec * 1000).toISOString()} className="tabular">
        {formatDuration(untilSec - now, language)}
      </time>
    </Tooltip>
  );
}
