/**
 * A tiny observable value that React can read, optionally kept in localStorage and in step across tabs.
 * For what must outlive a page but is not the server's: preferences, the cart, pending transactions.
 * Values must survive JSON; bigint goes in as decimal strings.
 */
import { useSyncExternalStore } from "react";

export interface Store<T> {
  get(): T;
  set(next: T | ((current: T) => T)): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      const result = typeof next === "function" ? (next as (current: T) => T)(value) : next;
      if (Object.is(result, value)) return;
      value = result;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function createPersistentStore<T>(key: string, initial: T): Store<T> {
  const store = createStore<T>(read(key, initial));
  let writing = false;
  store.subscribe(() => {
    if (!writing) localStorage.setItem(key, JSON.stringify(store.get()));
  });
  addEventListener("storage", (event) => {
    if (event.key !== key) return;
    writing = true;
    store.set(read(key, initial));
    writing = false;
  });
  return store;
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

function read<T>(key: string, initial: T): T {
  const text = localStorage.getItem(key);
  if (text === null) return initial;
  try {
    return JSON.parse(text) as T;
  } catch {
    return initial;
  }
}
