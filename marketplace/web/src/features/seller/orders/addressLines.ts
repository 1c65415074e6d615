/** A shipping address as it is written on a parcel, from the name to the country. */
import type { ShippingAddress } from "../../../../../src/api/schema/envelopes.ts";

export function addressLines(address: ShippingAddress, countryName: (code: string) => string): string[] {
  const town = [address.postalCode, address.city].filter(Boolean).join(" ");
  return [
    address.name,
    address.line1,
    address.line2,
    town,
    address.region,
    countryName(address.country),
  ].filter((line): line is string => Boolean(line));
}
