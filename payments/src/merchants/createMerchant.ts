/** A signed-in account opens its shop: merchant, owner and the gateway's signing key for it, in one transaction. */
import { hexToBytes } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import type { Transaction } from "../database/store.ts";
import { ApiError } from "../http/apiError.ts";
import { newId } from "../ids/newId.ts";
import { GATEWAY_KEY_PURPOSE } from "../invoices/signIntent.ts";
import type { ServiceKey } from "../keys/serviceKey.ts";
import { audit } from "./audit.ts";

/** Terms of a new shop: ship within 7 days, money releases 14 days after shipping. */
const SHIP_BY_SEC = 7 * 86_400;
const RELEASE_SEC = 14 * 86_400;

export async function createMerchant(
  tx: Transaction,
  options: { address: string; name: string; serviceKey: ServiceKey; nowSec: number },
): Promise<string> {
  const { address, name } = options;
  const createdAtSec = BigInt(options.nowSec);
  const id = newId("mer");
  const written = await tx.query(
    `insert into merchant (id, address, name, "shipToCountries", "blockedCountries", "defaultTaxRates", "shipBySec",
       "releaseSec", "createdAtSec")
     values ($1, $2, $3, '{}', '{}', '[]', $4, $5, $6) on conflict (address) do nothing returning id`,
    [id, address, name, SHIP_BY_SEC, RELEASE_SEC, createdAtSec],
  );
  if (written.length === 0) throw new ApiError("merchant_exists", `${address} has a shop already`);
  const privateKey = generatePrivateKey();
  await tx.prisma.gatewayKey.create({
    data: {
      merchantId: id,
      address: privateKeyToAccount(privateKey).address,
      sealedKey: options.serviceKey.seal(GATEWAY_KEY_PURPOSE, hexToBytes(privateKey)),
      createdAtSec,
    },
  });
  await tx.prisma.member.create({
    data: { merchantId: id, address, role: "owner", addedAtSec: createdAtSec },
  });
  await audit(tx, { merchantId: id, actor: address, action: "merchant.created", target: id });
  return id;
}
