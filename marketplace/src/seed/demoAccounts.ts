// Who plays in the demo: buyers are accounts 1 to 4 of the well-known test mnemonic (printed at the start, funded by
// genesis); shops and arbiters have keys of this installation; the bank (account 0) funds those.
import { type LocalAccount, mnemonicToAccount } from "viem/accounts";
import { accountFromKeyFile } from "../keys/keyFile.ts";
import { type DemoArbiter, demoArbiters } from "./catalogue/demoArbiters.ts";
import type { DemoShop } from "./catalogue/demoShop.ts";
import { demoShops } from "./catalogue/demoShops.ts";

const MNEMONIC = "test test test test test test test test test test test junk";
const BUYERS = [1, 2, 3, 4];

export type DemoAccounts = {
  bank: LocalAccount;
  owner: LocalAccount;
  buyers: readonly LocalAccount[];
  sellers: readonly { shop: DemoShop; account: LocalAccount }[];
  arbiters: readonly { arbiter: DemoArbiter; account: LocalAccount }[];
};

/** @param owner governs the contracts; null: the key file `owner`. */
export function demoAccounts(keysDir: string, owner: LocalAccount | null): DemoAccounts {
  return {
    bank: mnemonicToAccount(MNEMONIC),
    owner: owner ?? accountFromKeyFile(keysDir, "owner"),
    buyers: BUYERS.map((addressIndex) => mnemonicToAccount(MNEMONIC, { addressIndex })),
    sellers: demoShops.map((shop) => ({
      shop,
      account: accountFromKeyFile(keysDir, `demo-shop-${shop.key}`),
    })),
    arbiters: demoArbiters.map((arbiter) => ({
      arbiter,
      account: accountFromKeyFile(keysDir, `demo-arbiter-${arbiter.key}`),
    })),
  };
}
