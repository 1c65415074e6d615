// The demo buyers: accounts 1 to 4 of the mnemonic that every Ethereum developer knows; genesis funds them on devnet.
// Account 0 is the bank that funds the keys of this installation at its first start.
import { type HDAccount, mnemonicToAccount } from "viem/accounts";

const MNEMONIC = "test test test test test test test test test test test junk";
const DEMO_BUYER_COUNT = 4;

export const bankAccount: HDAccount = mnemonicToAccount(MNEMONIC);

export const demoBuyers: readonly HDAccount[] = Array.from({ length: DEMO_BUYER_COUNT }, (_, i) =>
  mnemonicToAccount(MNEMONIC, { addressIndex: i + 1 }),
);
