/**
 * The accounts every Ethereum developer knows. They hold funds on the devnet only, and only a `--dev` node signs for them.
 */
import { type HDAccount, mnemonicToAccount } from "viem/accounts";

export const developmentMnemonic = "test test test test test test test test test test test junk";
const COUNT = 10;

export function developmentAccounts(): HDAccount[] {
  return Array.from({ length: COUNT }, (_, i) => mnemonicToAccount(developmentMnemonic, { addressIndex: i }));
}
