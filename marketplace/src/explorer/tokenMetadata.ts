// Names, symbols and decimals of tokens: read once from the chain, kept in the database and in memory. Any contract can
// claim any name, so texts are cut and stripped of control characters; a token that answers nothing gets its address.
import { erc20Abi, type PublicClient } from "viem";
import type { Store } from "../database/store.ts";

export type TokenMetadata = { name: string; symbol: string; decimals: number };
export type TokenReader = (token: string) => Promise<TokenMetadata>;

const CMT: TokenMetadata = { name: "CyberMiles", symbol: "CMT", decimals: 18 };
const MAX_NAME = 60;
const MAX_SYMBOL = 16;

export function tokenReader(store: Store, client: PublicClient): TokenReader {
  const known = new Map<string, Promise<TokenMetadata>>();
  return (token) => {
    if (/^0x0+$/.test(token)) return Promise.resolve(CMT);
    const found = known.get(token) ?? readToken(store, client, token);
    known.set(token, found);
    found.catch(() => known.delete(token)); // an unreachable node is asked again
    return found;
  };
}

async function readToken(store: Store, client: PublicClient, token: string): Promise<TokenMetadata> {
  const kept = await store.prisma.tokenMetadata.findUnique({ where: { address: token } });
  if (kept) return { name: kept.name, symbol: kept.symbol, decimals: kept.decimals };
  const address = token as `0x${string}`;
  const ask = <N extends "name" | "symbol" | "decimals">(functionName: N) =>
    client.readContract({ address, abi: erc20Abi, functionName }).catch((error: unknown) => {
      if (isUnreachable(error)) throw error;
      return null;
    });
  const [name, symbol, decimals] = await Promise.all([ask("name"), ask("symbol"), ask("decimals")]);
  const shortAddress = `${token.slice(0, 6)}…${token.slice(-4)}`;
  const metadata = {
    name: cleanText(name, MAX_NAME) ?? shortAddress,
    symbol: cleanText(symbol, MAX_SYMBOL) ?? shortAddress,
    decimals: typeof decimals === "number" && decimals <= 77 ? decimals : 0,
  };
  await store.prisma.tokenMetadata.upsert({
    where: { address: token },
    create: { address: token, ...metadata },
    update: {},
  });
  return metadata;
}

function isUnreachable(error: unknown): boolean {
  return error instanceof Error && /HTTP request failed|took too long|fetch failed/i.test(error.message);
}

function cleanText(value: unknown, maxLength: number): string | null {
  if (typeof value !== "string") return null;
  const text = value.toWellFormed().replace(/\p{C}/gu, "").trim();
  return text === "" ? null : [...text].slice(0, maxLength).join("");
}
