/**
 * Questions the built-in wallet asks the person: unlock it, or sign this. Asked by wallet code, answered by
 * WalletPrompts.tsx, one at a time in the order they came.
 */
import type { SignableMessage, TransactionSerializable, TypedDataDefinition } from "viem";
import { createStore } from "../persistentStore.ts";
import type { Address } from "./connection.ts";

export type SignRequest =
  | { type: "message"; message: SignableMessage }
  | { type: "typedData"; typedData: TypedDataDefinition }
  | { type: "transaction"; transaction: TransactionSerializable };

export type Prompt = { id: number; resolve(): void; reject(error: Error): void } & (
  | { kind: "unlock" }
  | { kind: "sign"; address: Address; request: SignRequest }
);

type Question = { kind: "unlock" } | { kind: "sign"; address: Address; request: SignRequest };

export const promptStore = createStore<Prompt[]>([]);
let nextId = 1;

/** Resolves when the person agreed (the vault is then unlocked); rejects with {@link UserRejectedError} otherwise. */
export function ask(question: Question): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const id = nextId++;
    const close = () => promptStore.set((prompts) => prompts.filter((prompt) => prompt.id !== id));
    const prompt: Prompt = {
      ...question,
      id,
      resolve() {
        close();
        resolve();
      },
      reject(error) {
        close();
        reject(error);
      },
    };
    promptStore.set((prompts) => [...prompts, prompt]);
  });
}

export class UserRejectedError extends Error {
  override readonly name = "UserRejectedError";
  readonly code = 4001; // EIP-1193

  constructor() {
    super("The request was declined in the wallet.");
  }
}
