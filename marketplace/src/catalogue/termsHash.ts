// What a buyer agrees to: keccak256(abi.encode(listingId, seller, terms)), the same as Listings.termsHashOf.
import { encodeAbiParameters, keccak256, parseAbiParameters } from "viem";

const TERMS = parseAbiParameters([
  "uint256 listingId, address seller, Terms terms",
  "struct Terms { address currency; address arbiter; uint32 shipBySec; uint32 releaseSec; uint256 price; bytes32 contentHash; }",
]);

export function termsHash(listing: {
  id: bigint;
  seller: string;
  currency: string;
  arbiter: string;
  shipBySec: number;
  releaseSec: number;
  priceAtto: bigint;
  contentHash: string;
}): `0x${string}` {
  const terms = {
    currency: listing.currency as `0x${string}`,
    arbiter: listing.arbiter as `0x${string}`,
    shipBySec: listing.shipBySec,
    releaseSec: listing.releaseSec,
    price: listing.priceAtto,
    contentHash: listing.contentHash as `0x${string}`,
  };
  return keccak256(encodeAbiParameters(TERMS, [listing.id, listing.seller as `0x${string}`, terms]));
}
