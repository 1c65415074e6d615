// Keeps the installation's working accounts in CMT on devnet: whoever is below its floor is filled up from the bank.
import { type Address, createPublicClient, createWalletClient, http, parseEther } from "viem";
import { bankAccount } from "./demoBuyers.ts";

export interface FundingTarget {
  readonly address: Address;
  readonly floorAtto: bigint;
  readonly fillToAtto: bigint;
}

/** What each role needs: gas for the owner, gifts for the faucet. Atto CMT. */
export const ROLE_FUNDS = {
  owner: { floorAtto: parseEther("100"), fillToAtto: parseEther("1000") },
  faucet: { floorAtto: parseEther("50000"), fillToAtto: parseEther("250000") },
} as const;

export async function fundAccounts(rpcUrl: string, targets: readonly FundingTarget[]): Promise<void> {
  const transport = http(rpcUrl);
  const reader = createPublicClient({ transport, pollingInterval: 100 });
  const chainId = await reader.getChainId();
  const chain = {
    id: chainId,
    name: "devnet",
    nativeCurrency: { name: "CyberMiles Token", symbol: "CMT", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  };
  const bank = createWalletClient({ account: bankAccount, chain, transport });
  for (const { address, floorAtto, fillToAtto } of targets) {
    const balanceAtto = await reader.getBalance({ address });
    if (balanceAtto >= floorAtto) continue;
    const hash = await bank.sendTransaction({ to: address, value: fillToAtto - balanceAtto });
    await reader.waitForTransactionReceipt({ hash });
  }
}
