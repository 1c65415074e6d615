// Puts the demo's people on the chain: money from the bank, merchants with profiles and message keys, arbiters with
// bonds and a fallback pool, reward programmes. Each step looks first whether it is done.
import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { arbiterRegistryAbi } from "@cybermiles/contracts/abi/arbiterRegistry";
import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import { profilesAbi } from "@cybermiles/contracts/abi/profiles";
import { rewardsProgramAbi } from "@cybermiles/contracts/abi/rewardsProgram";
import { encodeFunctionData, type Hex, type LocalAccount, parseEther, zeroHash } from "viem";
import { CMT, type SeedContext } from "./seedContext.ts";
import type { Call } from "./transactionPipeline.ts";
import { uploadProfiles } from "./uploadCatalogue.ts";

const SELLER_FUNDS = { floorAtto: parseEther("200"), fillToAtto: parseEther("500") };
const ARBITER_FUNDS = { floorAtto: parseEther("20"), fillToAtto: parseEther("100") };
const BOND_ATTO = parseEther("30000");
const TOKEN_RATE_ATTO = parseEther("1"); // one token redeems one CMT

export async function fundPeople(context: SeedContext): Promise<void> {
  const { accounts, pipeline, contracts } = context;
  const people = [
    ...accounts.sellers.map(({ account }) => ({ ...SELLER_FUNDS, address: account.address })),
    ...(await Promise.all(
      accounts.arbiters.map(async ({ account }) => {
        const [bond] = await pipeline.client.readContract({
          address: contracts.arbiterRegistry,
          abi: arbiterRegistryAbi,
          functionName: "bondOf",
          args: [account.address, CMT],
        });
        const missing = bond < BOND_ATTO ? BOND_ATTO - bond : 0n;
        return {
          address: account.address,
          floorAtto: ARBITER_FUNDS.floorAtto + missing,
          fillToAtto: ARBITER_FUNDS.fillToAtto + missing,
        };
      }),
    )),
  ];
  const balances = await Promise.all(people.map(({ address }) => pipeline.client.getBalance({ address })));
  const calls = people.flatMap(({ address, floorAtto, fillToAtto }, index): Call[] => {
    const balance = balances[index] ?? 0n;
    if (balance >= floorAtto) return [];
    return [
      {
        from: accounts.bank,
        to: address,
        value: fillToAtto - balance,
        gas: 21_000n,
        what: "fund an account",
      },
    ];
  });
  await pipeline.send(calls);
}

export async function openShops(context: SeedContext): Promise<void> {
  const { accounts, pipeline, say } = context;
  const profiles = await uploadProfiles(context);
  const calls: Call[] = [];
  for (const [index, { account }] of accounts.sellers.entries()) {
    calls.push(...(await sellerCalls(context, index, profiles.shops[index] ?? zeroHash)));
    calls.push(...(await messageKeyCalls(context, account)));
  }
  for (const [index, { account }] of accounts.arbiters.entries()) {
    calls.push(...(await messageKeyCalls(context, account)));
    calls.push(...(await arbiterCalls(context, index, profiles.arbiters[index] ?? zeroHash)));
  }
  await pipeline.send(calls);
  await pipeline.send(await fallbackCalls(context));
  say("shops and arbiters are on the chain");
}

async function messageKeyCalls(context: SeedContext, account: LocalAccount): Promise<Call[]> {
  const { pipeline, contracts, keysDir } = context;
  const published = await pipeline.client.readContract({
    address: contracts.profiles,
    abi: profilesAbi,
    functionName: "messageKeyOf",
    args: [account.address],
  });
  if (published !== zeroHash) return [];
  const args = [messageKeyOf(keysDir, account.address)] as const;
  const data = encodeFunctionData({ abi: profilesAbi, functionName: "publish", args });
  return [{ from: account, to: contracts.profiles, data, gas: 150_000n, what: "publish a message key" }];
}

async function sellerCalls(context: SeedContext, index: number, profileHash: Hex): Promise<Call[]> {
  const { accounts, pipeline, contracts } = context;
  const seller = accounts.sellers[index];
  if (!seller) return [];
  const { account: from, shop } = seller;
  const calls: Call[] = [];
  const isRegistered = await pipeline.client.readContract({
    address: contracts.merchantRegistry,
    abi: merchantRegistryAbi,
    functionName: "isRegistered",
    args: [from.address],
  });
  if (!isRegistered) {
    const args = [from.address, profileHash] as const;
    const data = encodeFunctionData({ abi: merchantRegistryAbi, functionName: "register", args });
    calls.push({ from, to: contracts.merchantRegistry, data, gas: 250_000n, what: `register ${shop.name}` });
  }
  const program = await pipeline.client.readContract({
    address: contracts.rewardsProgram,
    abi: rewardsProgramAbi,
    functionName: "programOf",
    args: [from.address],
  });
  if (shop.rewards && program.token === CMT) {
    const { name, symbol, earnBps } = shop.rewards;
    const args = [name, symbol, CMT, earnBps, TOKEN_RATE_ATTO] as const;
    const data = encodeFunctionData({ abi: rewardsProgramAbi, functionName: "create", args });
    calls.push({
      from,
      to: contracts.rewardsProgram,
      data,
      gas: 4_000_000n,
      what: `rewards of ${shop.name}`,
    });
  }
  return calls;
}

async function arbiterCalls(context: SeedContext, index: number, profileHash: Hex): Promise<Call[]> {
  const { accounts, pipeline, contracts } = context;
  const known = accounts.arbiters[index];
  if (!known) return [];
  const { account: from, arbiter } = known;
  const to = contracts.arbiterRegistry;
  const read = { address: to, abi: arbiterRegistryAbi } as const;
  const isActive = await pipeline.client.readContract({
    ...read,
    functionName: "isActive",
    args: [from.address],
  });
  const [bond] = await pipeline.client.readContract({
    ...read,
    functionName: "bondOf",
    args: [from.address, CMT],
  });
  const calls: Call[] = [];
  if (!isActive) {
    const args = [arbiter.feeBps, profileHash] as const;
    const data = encodeFunctionData({ abi: arbiterRegistryAbi, functionName: "register", args });
    calls.push({ from, to, data, gas: 250_000n, what: `register ${arbiter.name}` });
  }
  if (bond < BOND_ATTO) {
    const value = BOND_ATTO - bond;
    const data = encodeFunctionData({ abi: arbiterRegistryAbi, functionName: "deposit", args: [CMT, value] });
    calls.push({ from, to, data, value, gas: 200_000n, what: `bond of ${arbiter.name}` });
  }
  return calls;
}

async function fallbackCalls(context: SeedContext): Promise<Call[]> {
  const { accounts, pipeline, contracts } = context;
  const to = contracts.arbiterRegistry;
  const pool = await pipeline.client.readContract({
    address: to,
    abi: arbiterRegistryAbi,
    functionName: "fallbackArbiters",
  });
  return accounts.arbiters.flatMap(({ arbiter, account }): Call[] => {
    if (!arbiter.isFallback || pool.includes(account.address)) return [];
    const args = [account.address, true] as const;
    const data = encodeFunctionData({ abi: arbiterRegistryAbi, functionName: "setFallback", args });
    return [{ from: accounts.owner, to, data, gas: 200_000n, what: `fallback pool: ${arbiter.name}` }];
  });
}

/** An X25519 key: the private part stays in the keys folder (JWK, mode 0600), the public one goes on the chain. */
function messageKeyOf(keysDir: string, address: string): Hex {
  const path = join(keysDir, `demo-message-${address.toLowerCase()}.jwk`);
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync("x25519");
    writeFileSync(path, JSON.stringify(privateKey.export({ format: "jwk" })), { mode: 0o600 });
  }
  const { x } = JSON.parse(readFileSync(path, "utf8")) as { x: string };
  return `0x${Buffer.from(x, "base64url").toString("hex")}`;
}
