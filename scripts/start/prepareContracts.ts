// Between the chain and the services: fund the installation's keys from the devnet bank, then find or deploy the contracts.
import { deployAll } from "@cybermiles/contracts/deploy";
import type { PrivateKeyAccount } from "viem/accounts";
import { fundAccounts, ROLE_FUNDS } from "./fundAccounts.ts";
import { ROLES, type Role } from "./roleKeys.ts";

export async function prepareContracts(options: {
  readonly rpcUrl: string;
  readonly deploymentsDir: string;
  readonly accounts: Readonly<Record<Role, PrivateKeyAccount>>;
  readonly say: (line: string) => void;
}): Promise<void> {
  const { rpcUrl, deploymentsDir, accounts, say } = options;
  await fundAccounts(
    rpcUrl,
    ROLES.map((role) => ({ address: accounts[role].address, ...ROLE_FUNDS[role] })),
  );
  const deployment = await deployAll({
    rpcUrl,
    ownerAccount: accounts.owner,
    dir: deploymentsDir,
    demoToken: true,
    log: say,
  });
  say(`contracts are on chain ${deployment.chainId} since block ${deployment.blockNumber}`);
}
