/**
 * Who may talk to the node. A web page must not drive a local node: its Origin must be listed, and the Host it thinks it talks to
 * must be ours (a page can point its own name at 127.0.0.1). Programs send no Origin. Browser extensions (wallets) may.
 */
import type { IncomingHttpHeaders } from "node:http";

export type AccessLists = { allowedOrigins: readonly string[]; allowedHosts: readonly string[] };

const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "::1"];
const EXTENSION_SCHEMES = ["chrome-extension:", "moz-extension:", "safari-web-extension:"];

export function isLoopback(host: string): boolean {
  return LOOPBACK_HOSTS.includes(host);
}

/** @returns why not, or undefined. */
export function refusal(headers: IncomingHttpHeaders, lists: AccessLists): string | undefined {
  const host = hostName(headers.host ?? "");
  if (
    !LOOPBACK_HOSTS.includes(host) &&
    !lists.allowedHosts.includes(host) &&
    !lists.allowedHosts.includes("*")
  )
    return "invalid host specified";
  const { origin } = headers;
  return origin === undefined || isAllowedOrigin(origin, lists) ? undefined : "invalid origin specified";
}

export function isAllowedOrigin(origin: string, { allowedOrigins }: AccessLists): boolean {
  if (allowedOrigins.includes("*") || allowedOrigins.includes(origin)) return true;
  return URL.canParse(origin) && EXTENSION_SCHEMES.includes(new URL(origin).protocol);
}

function hostName(host: string): string {
  const bracketed = /^\[([^\]]*)\]/.exec(host);
  return (bracketed?.[1] ?? host.replace(/:\d+$/, "")).toLowerCase();
}
