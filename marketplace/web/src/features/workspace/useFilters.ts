/** Filters of a list, kept in the URL: an empty value leaves it. The page is the same after a reload or a shared link. */
import { useSearchParams } from "react-router";

export function useFilters<const K extends string>(names: readonly K[]) {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, params.get(name)])) as Record<
    K,
    string | null
  >;
  const set = (changes: Partial<Record<K, string | null>>) => {
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        for (const [name, value] of Object.entries<string | null | undefined>(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  };
  const clear = () => set(Object.fromEntries(names.map((name) => [name, null])) as Record<K, null>);
  const isActive = names.some((name) => values[name] !== null);
  return { values, set, clear, isActive };
}
