/** Stops the kernel for a reason that is no result of the EVM. */
import { IO_FAULT } from "./layout";

export function fault(code: u32): void {
  store<u32>(IO_FAULT, code);
  unreachable();
}
