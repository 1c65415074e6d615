/**
 * Devnet only: where the sweeper has too little CMT for gas, the first account of the well-known devnet
 * mnemonic gives it 10 CMT. Elsewhere an operator funds it; /healthz tells its address and balance.
 */
import { type Address, createWalletClient, http, parseEther } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import type { GatewayChain } from "./gatewayChain.ts";

const DEVNET_CHAIN_ID = 441_070_802;
const DEVNET_MNEMONIC = "test test test test test test test test test test test junk";
export const LOW_BALANCE_ATTO = parseEther("1");
const GIFT_ATTO = parseEther("10");

export async function fundSweeper(chain: GatewayChain, sweeper: Address, rpcUrl: string): Promise<boolean> {
  if (chain.deployment.chainId !== DEVNET_CHAIN_ID) return false;
  if ((await chain.client.getBalance({ address: sweeper })) >= LOW_BALANCE_ATTO) return false;
  const wallet = createWalletClient({
    account: mnemonicToAccount(DEVNET_MNEMONIC),
    chain: chain.viemChain,
    transport: http(rpcUrl),
  });
  const hash = await wallet.sendTransaction({ to: sweeper, value: GIFT_ATTO });
  await chain.client.waitForTransactionReceipt({ hash, pollingInterval: 100, timeout: 30_000 });
  return true;
}
