// Keys of the roles that an installation owns, made at its first start: one file a role in the keys folder, mode 0600.
// Only the demo buyers' keys are well known; these never are, and no log shows them.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Hex, isHex, size } from "viem";
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { SettingsError } from "./settings.ts";

const KEY_BYTES = 32;

/** owner: governs the contracts and gets the platform fee. faucet: gives newcomers test CMT. */
export const ROLES = ["owner", "faucet"] as const;
export type Role = (typeof ROLES)[number];

function readOrCreateKey(path: string): Hex {
  try {
    writeFileSync(path, `${generatePrivateKey()}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const key = readFileSync(path, "utf8").trim();
  if (!isHex(key) || size(key) !== KEY_BYTES) {
    throw new SettingsError(
      `The key file ${path} does not hold 64 hex digits after 0x: restore it from a backup.`,
    );
  }
  return key;
}

/** Reads every role's key from `<keysDir>/<role>.key`, making the missing ones. */
export function ensureRoleKeys(keysDir: string): Record<Role, PrivateKeyAccount> {
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  const accounts = ROLES.map((role) => [
    role,
    privateKeyToAccount(readOrCreateKey(join(keysDir, `${role}.key`))),
  ]);
  return Object.fromEntries(accounts);
}
