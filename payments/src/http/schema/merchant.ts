/**
 * A merchant is an account's shop at this gateway. `gatewaySigner` is the key that signs payment intents for it; the
 * merchant allows it on the chain with `MerchantRegistry.addSigner(address, expiresAtSec)`, and `status` is what the
 * chain says. Sessions that belong to several merchants choose one by the header `cybermiles-merchant: mer_…`.
 */
import { z } from "zod";
import { RoleName } from "./auth.ts";
import { Address, CountryCode, Seconds, Text } from "./common.ts";

export const TaxRate = z.strictObject({
  name: Text(60),
  /** 1000 = 10 %. */
  rateBps: z.number().int().min(0).max(10_000),
});

export const MerchantSettings = z.strictObject({
  name: Text(120),
  shipToCountries: z
    .array(CountryCode)
    .max(250)
    .meta({ description: "Countries that invoices may ship to; empty means all" }),
  blockedCountries: z
    .array(CountryCode)
    .max(250)
    .meta({ description: "Never shipped to, whatever shipToCountries says" }),
  defaultTaxRates: z
    .array(TaxRate)
    .max(10)
    .meta({ description: "Used by invoices that name no tax; prices include them" }),
  shipBySec: z
    .number()
    .int()
    .min(3600)
    .max(60 * 86_400),
  releaseSec: z
    .number()
    .int()
    .min(3600)
    .max(60 * 86_400),
  arbiter: Address.nullable().meta({
    description: "Arbiter of this shop's orders; null is the gateway's default",
  }),
});

export const MerchantCreate = z.strictObject({
  name: Text(120),
});
export const MerchantUpdate = MerchantSettings.partial();

export const GatewaySigner = z.object({
  address: Address,
  status: z
    .enum(["not_registered", "not_added", "current", "expired", "revoked"])
    .meta({ description: "not_registered: the merchant's account is not in MerchantRegistry yet" }),
  expiresAtSec: Seconds.nullable(),
});

export const Merchant = MerchantSettings.extend({
  object: z.literal("merchant"),
  id: z.string(),
  address: Address,
  gatewaySigner: GatewaySigner,
  role: RoleName.optional(),
  createdAtSec: Seconds,
});

export const Member = z.object({
  object: z.literal("member"),
  address: Address,
  role: RoleName,
  addedAtSec: Seconds,
});
export const MemberPut = z.strictObject({ role: z.enum(["admin", "staff", "arbiter", "organiser"]) });
