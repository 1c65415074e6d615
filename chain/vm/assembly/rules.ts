/** The fork whose rules hold, and whether a tracer listens. */
import { CANCUN } from "./layout";

export let rules: u32 = CANCUN;
export let isTracing: bool = false;

export function setRules(fork: u32): void {
  rules = fork;
}

export function setTracing(on: bool): void {
  isTracing = on;
}
