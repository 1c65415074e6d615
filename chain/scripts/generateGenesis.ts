/**
 * Writes chain/genesis/<name>.json: system contracts with their bytecode, development balances, and the hash of block 0.
 * Run once per chain before its launch (`node scripts/generateGenesis.ts`); the files are committed and never made again
 * for a chain that lives. Timestamps are fixed, so the result does not depend on when it runs.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { mnemonicToAccount } from "viem/accounts";
import { bytesToHex, type Hex } from "../src/encoding/hex.ts";
import { HISTORY_CONTRACT, HISTORY_CONTRACT_CODE } from "../src/execution/historyContract.ts";
import { developmentMnemonic } from "../src/genesis/developmentAccounts.ts";
import { type Genesis, type GenesisAccount, genesisHash } from "../src/genesis/genesis.ts";
import { type ChainPreset, presets } from "../src/presets/presets.ts";
import { compileSolidity } from "./compileSolidity.ts";

const MULTICALL3: Hex = "0xca11bde05977b3631167028862be2a173976ca11";
const MULTICALL3_SOURCE = new URL("../../contracts/src/system/Multicall3.sol", import.meta.url);
const CREATE2_DEPLOYER: Hex = "0x4e59b44847b379578588920ca78fbf26c0b4956c";
/** The well-known proxy: salt and init code in, CREATE2, address out. */
const CREATE2_DEPLOYER_CODE: Hex =
  "0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3";
const DEVELOPMENT_BALANCE_ATTO = 1_000_000n * 10n ** 18n;
const DEVELOPMENT_ACCOUNTS = 10;
const LAUNCH_SEC = Date.UTC(2026, 0, 1) / 1_000;

export function makeGenesis(preset: ChainPreset): Genesis {
  const alloc: Record<Hex, GenesisAccount> = {
    [HISTORY_CONTRACT]: { nonce: 1, code: HISTORY_CONTRACT_CODE },
    [CREATE2_DEPLOYER]: { nonce: 1, code: CREATE2_DEPLOYER_CODE },
    [MULTICALL3]: {
      nonce: 1,
      code: compileSolidity("Multicall3", readFileSync(MULTICALL3_SOURCE, "utf8")).runtime,
    },
  };
  if (preset.hasDevelopmentAccounts) {
    for (let i = 0; i < DEVELOPMENT_ACCOUNTS; i++) {
      const { address } = mnemonicToAccount(developmentMnemonic, { addressIndex: i });
      alloc[address.toLowerCase() as Hex] = { balanceAtto: DEVELOPMENT_BALANCE_ATTO.toString() };
    }
  }
  const unhashed = {
    chainId: preset.chainId,
    timestampSec: LAUNCH_SEC,
    extraData: bytesToHex(Buffer.from(`CyberMiles ${preset.name}`)),
    alloc,
  };
  return { ...unhashed, hash: genesisHash(preset, unhashed) };
}

if (import.meta.main) {
  for (const preset of Object.values(presets)) {
    const file = new URL(`../genesis/${preset.name}.json`, import.meta.url);
    const text = `${JSON.stringify(makeGenesis(preset), null, 2)}\n`;
    if (readIfThere(file) !== text) writeFileSync(file, text);
  }
}

function readIfThere(file: URL): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
