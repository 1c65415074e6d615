/**
 * Sign-in with Ethereum. The payment gateway issues the session cookie; the marketplace accepts it.
 * `useSession()` tells who is signed in; `ensureSession()` signs in where needed (connect, then sign one message);
 * pages that show private data wrap themselves in <SignInGate> (session/SignInGate.tsx).
 * A session belongs to one account: after switching accounts the visitor signs in again.
 */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { loadConfig } from "../api/config.ts";
import { request, setCsrfToken } from "../api/http.ts";
import { queryClient } from "../api/queryClient.ts";
import { type Address, requireAccount, useWallet } from "../wallet/connection.ts";

export interface Session {
  address: Address | null;
  csrfToken?: string;
  roles?: string[];
  merchants?: { id: string; name: string; address: string; role: string }[];
}

const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }) => remember(await request<Session>("/gateway/v1/auth/session", { signal })),
  staleTime: 5 * 60_000,
});

export interface SessionState {
  session: Session | undefined;
  isLoading: boolean;
  /** signed in as the connected account */
  isSignedIn: boolean;
}

export function useSession(): SessionState {
  const { address } = useWallet();
  const query = useQuery(sessionQuery);
  return {
    session: query.data,
    isLoading: query.isPending,
    isSignedIn: address !== null && query.data?.address === address,
  };
}

/** @returns the session of the connected account, or null where the visitor declined. */
export async function ensureSession(): Promise<Session | null> {
  const address = await requireAccount();
  if (!address) return null;
  const current = await queryClient.fetchQuery(sessionQuery);
  if (current.address === address) return current;
  return signIn(address);
}

export async function signOut(): Promise<void> {
  await request("/gateway/v1/auth/logout", { method: "POST" });
  remember({ address: null });
  queryClient.setQueryData(sessionQuery.queryKey, { address: null });
  await queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "config" });
}

async function signIn(address: Address): Promise<Session> {
  const config = await loadConfig();
  const { nonce } = await request<{ nonce: string }>("/gateway/v1/auth/nonce", { method: "POST" });
  const [{ createSiweMessage }, { getAddress }, { getWalletClient }] = await Promise.all([
    import("viem/siwe"),
    import("viem"),
    import("../wallet/clients.ts"),
  ]);
  const message = createSiweMessage({
    address: getAddress(address),
    chainId: config.chain.chainId,
    domain: location.host,
    uri: location.origin,
    version: "1",
    nonce,
    issuedAt: new Date(),
    statement: "Sign in to CyberMiles. This costs nothing and moves no money.",
  });
  const client = await getWalletClient();
  const signature = await client.signMessage({ message });
  const session = remember(
    await request<Session>("/gateway/v1/auth/verify", { method: "POST", body: { message, signature } }),
  );
  queryClient.setQueryData(sessionQuery.queryKey, session);
  await queryClient.invalidateQueries({
    predicate: (query) => !["config", "session", "rates"].includes(String(query.queryKey[0])),
  });
  return session;
}

function remember(session: Session): Session {
  setCsrfToken(session.csrfToken ?? null);
  return { ...session, address: (session.address?.toLowerCase() as Address | undefined) ?? null };
}
