/**
 * Hex strings as Ethereum writes them: lower case, `0x` in front.
 * Addresses and hashes are carried as hex strings inside the node (they are map keys), call data and code as bytes.
 * `quantity` is JSON-RPC's number form: no leading zeros, `0x0` for zero.
 */
export type Hex = `0x${string}`;

export function bytesToHex(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`;
}

/** The caller has checked the form; odd lengths are a bug here, never input. */
export function hexToBytes(hex: string): Uint8Array {
  if (hex.length % 2 !== 0) throw new Error(`hex of odd length: ${hex.slice(0, 20)}`);
  return new Uint8Array(Buffer.from(hex.slice(2), "hex"));
}

export function quantity(value: bigint | number): Hex {
  return `0x${value.toString(16)}`;
}

/** Pads to 32 bytes on the left. */
export function word(value: bigint): Hex {
  return `0x${value.toString(16).padStart(64, "0")}`;
}
