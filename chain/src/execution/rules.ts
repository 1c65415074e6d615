/**
 * Ethereum's rules by fork, as far as they differ here. A chain runs what its preset names for a height; the older sets are
 * there because the published state tests speak them.
 */
export const RULES = {
  cancun: { name: "cancun", hasCalldataFloor: false, hasAuthorizations: false, hasTransactionGasCap: false },
  prague: { name: "prague", hasCalldataFloor: true, hasAuthorizations: true, hasTransactionGasCap: false },
  osaka: { name: "osaka", hasCalldataFloor: true, hasAuthorizations: true, hasTransactionGasCap: true },
} as const;

export type RulesName = keyof typeof RULES;
export type Rules = (typeof RULES)[RulesName];

export function rulesAt(forks: readonly { rules: RulesName; fromBlock: number }[], number: number): Rules {
  const active = forks.filter(({ fromBlock }) => fromBlock <= number).at(-1);
  if (active === undefined) throw new Error(`no fork is active at block ${number}`);
  return RULES[active.rules];
}
