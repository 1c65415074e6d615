/**
 * Accounts that act on a chain in tests: each call is sent, mined and must succeed.
 * A call that must fail is named by its revert (`refused`), found by simulation before anything is sent.
 */
import assert from "node:assert/strict";
import {
  type Abi,
  type Account,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  createPublicClient,
  createWalletClient,
  defineChain,
  encodeFunctionData,
  type Hex,
  http,
  type PublicClient,
  type TransactionReceipt,
} from "viem";
import { decodeRevert } from "../../lib/errors.ts";

type Writable = "nonpayable" | "payable";

interface Call<A extends Abi, F extends ContractFunctionName<A, Writable>> {
  readonly address: Address;
  readonly abi: A;
  readonly functionName: F;
  readonly args: ContractFunctionArgs<A, Writable, F>;
  readonly value?: bigint;
}

export interface Stage {
  readonly client: PublicClient;
  send<const A extends Abi, F extends ContractFunctionName<A, Writable>>(
    who: Account,
    call: Call<A, F>,
  ): Promise<TransactionReceipt>;
  /** A plain transfer, as any wallet or exchange makes it. */
  pay(who: Account, to: Address, value: bigint): Promise<TransactionReceipt>;
  /** The name of the error that the call reverts with. */
  refused<const A extends Abi, F extends ContractFunctionName<A, Writable>>(
    who: Account,
    call: Call<A, F>,
  ): Promise<string>;
  /** Moves the chain's clock; needs a node with development methods. */
  wait(seconds: number): Promise<void>;
}

export async function openStage(rpcUrl: string): Promise<Stage> {
  const transport = http(rpcUrl);
  const client: PublicClient = createPublicClient({ transport, pollingInterval: 50, cacheTime: 0 });
  const chain = defineChain({
    id: await client.getChainId(),
    name: "stage",
    nativeCurrency: { name: "CMT", symbol: "CMT", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });

  async function transact(
    account: Account,
    transaction: { to: Address; data?: Hex; value: bigint },
  ): Promise<TransactionReceipt> {
    const wallet = createWalletClient({ account, chain, transport });
    const hash = await wallet.sendTransaction(transaction);
    const receipt = await client.waitForTransactionReceipt({ hash, timeout: 20_000 });
    assert.equal(receipt.status, "success");
    return receipt;
  }

  return {
    client,
    send: (who, call) =>
      transact(who, {
        to: call.address,
        data: encodeFunctionData(call as Parameters<typeof encodeFunctionData>[0]),
        value: call.value ?? 0n,
      }),
    pay: (who, to, value) => transact(who, { to, value }),
    refused: async (who, call) => {
      const data = encodeFunctionData(call as Parameters<typeof encodeFunctionData>[0]);
      try {
        await client.call({ account: who, to: call.address, data, value: call.value ?? 0n });
      } catch (error) {
        return decodeRevert(error)?.name ?? String(error);
      }
      return "nothing";
    },
    wait: async (seconds) => {
      const rpc = client as unknown as {
        request(call: { method: string; params: unknown[] }): Promise<unknown>;
      };
      await rpc.request({ method: "evm_increaseTime", params: [seconds] });
      await rpc.request({ method: "evm_mine", params: [] });
    },
  };
}
