/** The picture that an address always has. Decorative: the address or name stands beside it. */
import { Avatar } from "@mantine/core";
import { blo } from "blo";

export function Identicon({ address, size = 24 }: { address: string; size?: number }) {
  return <Avatar src={blo(address.toLowerCase() as `0x${string}`)} size={size} radius="xl" alt="" />;
}
