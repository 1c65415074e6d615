/** API keys: 32 random bytes behind a prefix that tells the mode. A fast hash is enough for a secret that nobody chose. */
import { createHash, randomBytes } from "node:crypto";

export function newApiKey(livemode: boolean): { secret: string; secretHash: string; hint: string } {
  const prefix = livemode ? "cm_live_" : "cm_test_";
  const secret = prefix + randomBytes(32).toString("base64url");
  return { secret, secretHash: hashApiKey(secret), hint: `${prefix}…${secret.slice(-4)}` };
}

export function hashApiKey(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
