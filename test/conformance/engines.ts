// The engines that the published cases can be run against, one instance a fork. Ethereum's rules: the base fee is burnt.
import { createEngine } from "../../chain/src/execution/ethereumjs/engine.ts";
import type { Engine } from "../../chain/src/execution/execution.ts";
import type { RulesName } from "../../chain/src/execution/rules.ts";
import { createVmEngine } from "../../chain/src/execution/vm/engine.ts";

export const ENGINE_NAMES = ["vm", "ethereumjs"] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** EIP-7825. */
const TRANSACTION_GAS_CAP = 16_777_216n;
const engines = new Map<string, Engine>();

export function engineFor(name: EngineName, rules: RulesName, chainId: number): Engine {
  const key = `${name} ${rules} ${chainId}`;
  let engine = engines.get(key);
  if (engine === undefined) {
    const create = name === "vm" ? createVmEngine : createEngine;
    engine = create({
      chainId,
      baseFeeSink: "burn",
      transactionGasCap: TRANSACTION_GAS_CAP,
      forks: [{ rules, fromBlock: 0 }],
    });
    engines.set(key, engine);
  }
  return engine;
}
