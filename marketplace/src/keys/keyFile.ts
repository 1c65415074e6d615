// A private key that belongs to this installation: made at first use, in <dir>/<name>.key, readable by its owner only.
// Keys are never logged; a damaged file is an error, never replaced.
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";

export function accountFromKeyFile(dir: string, name: string): PrivateKeyAccount {
  const path = join(dir, `${name}.key`);
  if (!existsSync(path)) writeKey(dir, path);
  const text = readFileSync(path, "utf8").trim();
  if (!/^0x[0-9a-f]{64}$/i.test(text)) throw new KeyFileError(path);
  return privateKeyToAccount(text as `0x${string}`);
}

function writeKey(dir: string, path: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, `${generatePrivateKey()}\n`, { mode: 0o600 });
  chmodSync(temporary, 0o600); // whatever the umask
  renameSync(temporary, path);
}

export class KeyFileError extends Error {
  override readonly name = "KeyFileError";
  readonly code = "key_file_damaged";

  constructor(path: string) {
    super(
      `The key file ${path} is damaged: expected 0x and 64 hex digits. Restore it, or delete it to get a new key.`,
    );
  }
}
