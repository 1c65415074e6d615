/** A 32-byte key in a file: 64 hex digits, mode 0600, made at the first start, never overwritten. */
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export function keyFile(keysDir: string, name: string): Uint8Array {
  const file = path.join(keysDir, name);
  try {
    mkdirSync(keysDir, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(32).toString("hex")}\n`, { flag: "wx", mode: 0o600 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST")
      throw new KeyFileError(file, "cannot be written", cause);
    chmodSync(file, 0o600);
  }
  const text = readFileSync(file, "utf8").trim().replace(/^0x/, "");
  if (!/^[0-9a-fA-F]{64}$/.test(text)) throw new KeyFileError(file, "does not hold 64 hex digits");
  return new Uint8Array(Buffer.from(text, "hex"));
}

export class KeyFileError extends Error {
  override readonly name = "KeyFileError";
  readonly code = "KEY_FILE_INVALID";

  constructor(file: string, fault: string, cause?: unknown) {
    super(`The key file ${file} ${fault}.`, { cause });
  }
}
