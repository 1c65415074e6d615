/**
 * One `@ethereumjs/evm` instance bound to an overlay, with native elliptic-curve recovery and WebAssembly keccak inside.
 * Building one costs milliseconds, so machines are pooled; a machine serves one execution at a time.
 */
import { type CustomCrypto, createCustomCommon, Mainnet } from "@ethereumjs/common";
import { createEVM, type EVM } from "@ethereumjs/evm";
import { keccak256 } from "../../crypto/keccak256.ts";
import { recoverPublicKey } from "../../crypto/recoverAddress.ts";
import { type Hex, hexToBytes } from "../../encoding/hex.ts";
import { bytesToBigint } from "../../encoding/integer.ts";
import type { Overlay } from "../../state/overlay.ts";
import { verifyPointEvaluation } from "../pointEvaluation.ts";
import type { Rules } from "../rules.ts";
import { OverlayStateManager } from "./stateManager.ts";

export type Machine = {
  evm: EVM;
  state: OverlayStateManager;
  /** Asked every few thousand instructions; throws to end the run. */
  check: (() => void) | undefined;
};

const INSTRUCTIONS_BETWEEN_CHECKS = 4_096;

export class MachinePool {
  readonly #chainId: number;
  readonly #rules: Rules;
  readonly #idle: Machine[] = [];

  constructor(chainId: number, rules: Rules) {
    this.#chainId = chainId;
    this.#rules = rules;
  }

  async use<T>(overlay: Overlay, run: (machine: Machine) => Promise<T>): Promise<T> {
    const machine = this.#idle.pop() ?? (await createMachine(this.#chainId, this.#rules, overlay));
    machine.state.overlay = overlay;
    machine.check = undefined;
    const result = await run(machine);
    machine.evm.events.removeAllListeners();
    this.#idle.push(machine); // a machine that threw is not used again
    return result;
  }
}

async function createMachine(chainId: number, rules: Rules, overlay: Overlay): Promise<Machine> {
  const state = new OverlayStateManager(overlay);
  const common = createCustomCommon({ chainId }, Mainnet, {
    hardfork: rules.name,
    customCrypto: { keccak256, ecrecover, kzg },
  });
  const evm = await createEVM({ common, stateManager: state, blockchain: blockHashes(state) });
  const machine: Machine = { evm, state, check: undefined };
  countInstructions(machine);
  return machine;
}

/** The interpreter asks its emitter once an instruction whether anyone listens: the one place where a run can be ended. */
function countInstructions(machine: Machine): void {
  const { events } = machine.evm;
  const listenerCount = events.listenerCount.bind(events);
  let instructions = 0;
  events.listenerCount = (event) => {
    if (machine.check !== undefined && ++instructions % INSTRUCTIONS_BETWEEN_CHECKS === 0) machine.check();
    return listenerCount(event);
  };
}

function ecrecover(hash: Uint8Array, v: bigint, r: Uint8Array, s: Uint8Array, chainId?: bigint): Uint8Array {
  const yParity =
    chainId === undefined ? Number(v === 0n || v === 1n ? v : v - 27n) : Number(v - (chainId * 2n + 35n));
  const signature = { r: bytesToBigint(r), s: bytesToBigint(s), yParity };
  const publicKey = yParity === 0 || yParity === 1 ? recoverPublicKey(hash, signature) : undefined;
  if (publicKey === undefined) throw new Error("signature does not recover");
  return publicKey;
}

const NO_BLOBS = (): never => {
  throw new Error("there are no blobs on this chain");
};

const kzg: NonNullable<CustomCrypto["kzg"]> = {
  verifyProof: (commitment, z, y, proof) =>
    verifyPointEvaluation(commitment as Hex, z as Hex, y as Hex, proof as Hex),
  blobToKzgCommitment: NO_BLOBS,
  computeBlobProof: NO_BLOBS,
  verifyBlobProofBatch: NO_BLOBS,
  computeCells: NO_BLOBS,
  computeCellsAndProofs: NO_BLOBS,
  recoverCellsAndProofs: NO_BLOBS,
  verifyCellKzgProofBatch: NO_BLOBS,
};

type Blockchain = NonNullable<NonNullable<Parameters<typeof createEVM>[0]>["blockchain"]>;

function blockHashes(state: OverlayStateManager): Blockchain {
  const chain: Blockchain = {
    getBlock: async (number) => ({
      hash: () => hexToBytes(state.overlay.blockHash(Number(number)) ?? (`0x${"0".repeat(64)}` as Hex)),
    }),
    putBlock: async () => {},
    shallowCopy: () => chain,
  };
  return chain;
}
