// Random numbers that are the same in every installation (mulberry32), so that a seed that was cut short goes on
// with the plan it began.

export type Random = {
  /** 0 <= n < bound */
  below(bound: number): number;
  pick<T>(items: readonly T[]): T;
  /** true in `percent` of 100 cases */
  chance(percent: number): boolean;
};

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound: number) => next() % bound;
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError("There is nothing to pick from.");
      return item;
    },
    chance: (percent) => below(100) < percent,
  };
}
