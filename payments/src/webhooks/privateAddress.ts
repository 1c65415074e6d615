/**
 * Which addresses a webhook may be sent to. Everything that is not plain public unicast is refused: loopback, private,
 * link-local (cloud metadata lives there), carrier-grade NAT, multicast, reserved, and the same wrapped in IPv6.
 */
import ipaddr from "ipaddr.js";

export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  if (parsed.kind() === "ipv6") {
    const bytes = parsed.toByteArray();
    const embedded = embeddedIpv4(bytes);
    if (embedded !== undefined) return isPublicAddress(embedded);
  }
  return true;
}

/** NAT64 (64:ff9b::/96) and IPv4-compatible (::/96) addresses reach an IPv4 host. */
function embeddedIpv4(bytes: number[]): string | undefined {
  const head = bytes.slice(0, 12);
  const nat64 = [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];
  if (head.every((byte) => byte === 0) || head.every((byte, i) => byte === nat64[i]))
    return bytes.slice(12).join(".");
  return undefined;
}
