/**
 * Transactions that wait for a block. Per sender by nonce: those that follow the account's nonce without a gap are pending,
 * the rest are queued. A replacement must raise both fees by 10%; a full pool drops the lowest tip, queued before pending.
 * In memory only: a restart forgets what was not in a block, as Ethereum nodes do. Texts of refusals are geth's.
 */
import type { Hex } from "../encoding/hex.ts";
import type { Rules } from "../execution/rules.ts";
import type { RuleLimits } from "../execution/transactionRules.ts";
import { insufficientFunds, nonceTooLow, staticFault } from "../execution/transactionRules.ts";
import type { Account } from "../state/stateReader.ts";
import { effectiveTip, maximumCost, type Transaction } from "../transaction/transaction.ts";

export type MempoolLimits = Omit<RuleLimits, "rules"> & {
  maxTransactions: number;
  maxPerSender: number;
  queuedLifetimeMs: number;
  minFeePerGas: bigint;
};

export type ChainView = {
  account(address: Hex): Account | undefined;
  baseFeePerGas(): bigint;
  /** Of the next block. */
  rules(): Rules;
  nowMs(): number;
};

type Entry = { tx: Transaction; order: number; arrivedMs: number };
type Sender = Map<bigint, Entry>;

const REPLACEMENT_PERCENT = 110n;

export class Mempool {
  readonly #limits: MempoolLimits;
  readonly #chain: ChainView;
  readonly #senders = new Map<Hex, Sender>();
  readonly #byHash = new Map<Hex, Entry>();
  #arrivals = 0;

  constructor(limits: MempoolLimits, chain: ChainView) {
    this.#limits = limits;
    this.#chain = chain;
  }

  get size(): number {
    return this.#byHash.size;
  }

  get(hash: Hex): Transaction | undefined {
    return this.#byHash.get(hash)?.tx;
  }

  /** The nonce the sender's next transaction should carry. */
  nextNonce(address: Hex): bigint {
    let nonce = this.#chain.account(address)?.nonce ?? 0n;
    const sender = this.#senders.get(address);
    while (sender?.has(nonce)) nonce++;
    return nonce;
  }

  /** @throws MempoolRefusal */
  add(tx: Transaction): void {
    if (this.#byHash.has(tx.hash)) throw new MempoolRefusal("already known");
    const limits = { ...this.#limits, rules: this.#chain.rules() };
    const fault = staticFault(tx, limits) ?? this.#stateFault(tx);
    if (fault !== undefined) throw new MempoolRefusal(fault);
    const sender = this.#senders.get(tx.from);
    const replaced = sender?.get(tx.nonce);
    if (replaced !== undefined) this.#checkReplacement(replaced.tx, tx);
    else this.#makeRoom(tx, sender);
    this.#insert(tx, replaced?.order ?? this.#arrivals++);
  }

  /** Executable transactions, best tip first, nonces of a sender in order, for about `gasLimit` of gas. */
  select(gasLimit: bigint): Transaction[] {
    const baseFee = this.#chain.baseFeePerGas();
    const heads = new Map<Hex, Entry>();
    for (const [address, sender] of this.#senders) {
      const head = sender.get(this.#chain.account(address)?.nonce ?? 0n);
      if (head !== undefined) heads.set(address, head);
    }
    const selected: Transaction[] = [];
    let gasLeft = gasLimit;
    while (heads.size > 0) {
      const [address, best] = bestHead(heads, baseFee);
      if (best.tx.gasLimit > gasLeft || effectiveTip(best.tx, baseFee) < 0n) {
        heads.delete(address);
        continue;
      }
      selected.push(best.tx);
      gasLeft -= best.tx.gasLimit;
      const next = this.#senders.get(address)?.get(best.tx.nonce + 1n);
      if (next === undefined) heads.delete(address);
      else heads.set(address, next);
    }
    return selected;
  }

  hasPending(): boolean {
    const baseFee = this.#chain.baseFeePerGas();
    for (const [address, sender] of this.#senders) {
      const head = sender.get(this.#chain.account(address)?.nonce ?? 0n);
      if (head !== undefined && effectiveTip(head.tx, baseFee) >= 0n) return true;
    }
    return false;
  }

  /** Called after each block: drops what is mined or outdated. */
  prune(): void {
    const oldestMs = this.#chain.nowMs() - this.#limits.queuedLifetimeMs;
    for (const [address, sender] of this.#senders) {
      const nonce = this.#chain.account(address)?.nonce ?? 0n;
      for (const entry of sender.values())
        if (entry.tx.nonce < nonce || entry.arrivedMs < oldestMs) this.#drop(entry.tx);
    }
  }

  remove(hash: Hex): boolean {
    const entry = this.#byHash.get(hash);
    if (entry !== undefined) this.#drop(entry.tx);
    return entry !== undefined;
  }

  clear(): void {
    this.#senders.clear();
    this.#byHash.clear();
  }

  content(): { pending: Transaction[]; queued: Transaction[] } {
    const pending: Transaction[] = [];
    const queued: Transaction[] = [];
    for (const [address, sender] of this.#senders) {
      const next = this.nextNonce(address);
      const inOrder = [...sender.values()].sort((a, b) => (a.tx.nonce < b.tx.nonce ? -1 : 1));
      for (const { tx } of inOrder) (tx.nonce < next ? pending : queued).push(tx);
    }
    return { pending, queued };
  }

  #stateFault(tx: Transaction): string | undefined {
    if (tx.maxFeePerGas < this.#limits.minFeePerGas)
      return `transaction underpriced: gas fee cap ${tx.maxFeePerGas}, minimum needed ${this.#limits.minFeePerGas}`;
    const account = this.#chain.account(tx.from);
    const nonce = account?.nonce ?? 0n;
    if (tx.nonce < nonce) return nonceTooLow(tx, nonce);
    let wanted = maximumCost(tx);
    for (const { tx: other } of this.#senders.get(tx.from)?.values() ?? [])
      if (other.nonce < tx.nonce && other.nonce >= nonce) wanted += maximumCost(other);
    const balance = account?.balance ?? 0n;
    return balance < wanted ? insufficientFunds(tx.from, balance, wanted) : undefined;
  }

  #checkReplacement(old: Transaction, tx: Transaction): void {
    const raised = (before: bigint, now: bigint): boolean =>
      now * 100n >= before * REPLACEMENT_PERCENT && now > before;
    const tipOk =
      raised(old.maxPriorityFeePerGas, tx.maxPriorityFeePerGas) ||
      (old.maxPriorityFeePerGas === 0n && tx.maxPriorityFeePerGas === 0n);
    if (!raised(old.maxFeePerGas, tx.maxFeePerGas) || !tipOk)
      throw new MempoolRefusal("replacement transaction underpriced");
  }

  #makeRoom(tx: Transaction, sender: Sender | undefined): void {
    if (sender !== undefined && sender.size >= this.#limits.maxPerSender)
      throw new MempoolRefusal(
        `account limit exceeded: ${this.#limits.maxPerSender} transactions wait for ${tx.from}`,
      );
    if (this.#byHash.size < this.#limits.maxTransactions) return;
    const baseFee = this.#chain.baseFeePerGas();
    const victim = this.#cheapest(baseFee, tx);
    if (victim === undefined || effectiveTip(victim, baseFee) >= effectiveTip(tx, baseFee))
      throw new MempoolRefusal("txpool is full");
    this.#drop(victim);
  }

  /** The last transaction of some sender, and none that the newcomer follows, so that no gap is torn; queued ones first. */
  #cheapest(baseFee: bigint, newcomer: Transaction): Transaction | undefined {
    let best: { tx: Transaction; isPending: boolean; tip: bigint } | undefined;
    for (const [address, sender] of this.#senders) {
      const next = this.nextNonce(address);
      let last: Transaction | undefined;
      for (const { tx } of sender.values()) if (last === undefined || tx.nonce > last.nonce) last = tx;
      if (last === undefined || (address === newcomer.from && last.nonce < newcomer.nonce)) continue;
      const candidate = { tx: last, isPending: last.nonce < next, tip: effectiveTip(last, baseFee) };
      if (best === undefined || isWorse(candidate, best)) best = candidate;
    }
    return best?.tx;
  }

  #insert(tx: Transaction, order: number): void {
    const entry: Entry = { tx, order, arrivedMs: this.#chain.nowMs() };
    const sender = this.#senders.get(tx.from) ?? new Map<bigint, Entry>();
    const old = sender.get(tx.nonce);
    if (old !== undefined) this.#byHash.delete(old.tx.hash);
    sender.set(tx.nonce, entry);
    this.#senders.set(tx.from, sender);
    this.#byHash.set(tx.hash, entry);
  }

  #drop(tx: Transaction): void {
    this.#byHash.delete(tx.hash);
    const sender = this.#senders.get(tx.from);
    sender?.delete(tx.nonce);
    if (sender?.size === 0) this.#senders.delete(tx.from);
  }
}

function bestHead(heads: Map<Hex, Entry>, baseFee: bigint): [Hex, Entry] {
  let best: [Hex, Entry] | undefined;
  for (const candidate of heads) {
    if (best === undefined) best = candidate;
    else {
      const tip = effectiveTip(candidate[1].tx, baseFee);
      const bestTip = effectiveTip(best[1].tx, baseFee);
      if (tip > bestTip || (tip === bestTip && candidate[1].order < best[1].order)) best = candidate;
    }
  }
  return best as [Hex, Entry];
}

type Candidate = { isPending: boolean; tip: bigint };

function isWorse(a: Candidate, b: Candidate): boolean {
  return a.isPending === b.isPending ? a.tip < b.tip : !a.isPending;
}

/** An expected refusal; its message goes to the wallet as it is. */
export class MempoolRefusal extends Error {
  override readonly name = "MempoolRefusal";
}
