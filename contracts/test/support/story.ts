/**
 * The whole path on a chain, told once and run on every chain we claim to support: list, pay two sellers, ship,
 * confirm, reward, redeem, pay by intent and by deposit address, dispute, rule, withdraw. Real contracts, real signatures.
 * Money: 1 CMT is parseEther("1"); the platform fee is 1%.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import {
  type Address,
  erc20Abi,
  type Hex,
  keccak256,
  parseEther,
  parseEventLogs,
  type TransactionReceipt,
  toHex,
  zeroAddress,
  zeroHash,
} from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { arbiterRegistryAbi } from "../../abi/arbiterRegistry.ts";
import { checkoutAbi } from "../../abi/checkout.ts";
import { demoTokenAbi } from "../../abi/demoToken.ts";
import { depositFactoryAbi } from "../../abi/depositFactory.ts";
import { escrowAbi } from "../../abi/escrow.ts";
import { listingsAbi } from "../../abi/listings.ts";
import { merchantRegistryAbi } from "../../abi/merchantRegistry.ts";
import { rewardsProgramAbi } from "../../abi/rewardsProgram.ts";
import { deployAll } from "../../lib/deploy.ts";
import type { Deployment } from "../../lib/deployments.ts";
import { type Intent, intentTypedData } from "../../lib/intent.ts";
import { openStage, type Stage } from "./people.ts";

const MNEMONIC = "test test test test test test test test test test test junk";
const DAY_SEC = 86_400;
const person = (addressIndex: number) => mnemonicToAccount(MNEMONIC, { addressIndex });
const owner = person(0);
const buyer = person(1);
const teaSeller = person(2);
const cupSeller = person(3);
const arbiter = person(4);
const fallback = person(5);
const gateway = person(6);
const stranger = person(7);

const CMT = zeroAddress;
const SHIP_BY_SEC = 3 * DAY_SEC;
const RELEASE_SEC = 7 * DAY_SEC;
const note = keccak256(toHex("encrypted address"));

/** @param start Starts a chain where the test mnemonic's accounts have CMT and the clock can be moved. */
export function describeStory(
  chain: string,
  start: () => Promise<{ url: string; close(): Promise<void> }>,
): void {
  describe(`the whole path on ${chain}`, () => {
    let stage: Stage;
    let deployment: Deployment;
    let closeChain: () => Promise<void> = async () => undefined;
    const dir = mkdtempSync(join(tmpdir(), "story-"));
    const orders: bigint[] = [];

    before(async () => {
      const { url, close } = await start();
      closeChain = close;
      stage = await openStage(url);
      deployment = await deployAll({ rpcUrl: url, ownerAccount: owner, dir, demoToken: true });
    });

    after(async () => {
      await closeChain();
      rmSync(dir, { recursive: true });
    });

    const merchants = () =>
      ({ address: deployment.contracts.merchantRegistry, abi: merchantRegistryAbi }) as const;
    const arbiters = () =>
      ({ address: deployment.contracts.arbiterRegistry, abi: arbiterRegistryAbi }) as const;
    const listings = () => ({ address: deployment.contracts.listings, abi: listingsAbi }) as const;
    const checkout = () => ({ address: deployment.contracts.checkout, abi: checkoutAbi }) as const;
    const deposits = () =>
      ({ address: deployment.contracts.depositFactory, abi: depositFactoryAbi }) as const;
    const escrow = () => ({ address: deployment.contracts.escrow, abi: escrowAbi }) as const;
    const rewards = () => ({ address: deployment.contracts.rewardsProgram, abi: rewardsProgramAbi }) as const;

    const withdrawable = (who: Address, currency: Address = CMT) =>
      stage.client.readContract({ ...escrow(), functionName: "withdrawableOf", args: [who, currency] });
    const orderOf = (orderId: bigint) =>
      stage.client.readContract({ ...escrow(), functionName: "orderOf", args: [orderId] });
    const orderAt = (index: number): bigint => orders[index] ?? assert.fail(`order ${index} was not opened`);

    async function points(): Promise<bigint> {
      const { token } = await stage.client.readContract({
        ...rewards(),
        functionName: "programOf",
        args: [teaSeller.address],
      });
      return stage.client.readContract({
        address: token,
        abi: erc20Abi,
        functionName: "balanceOf",
        args: [buyer.address],
      });
    }

    async function list(seller: typeof teaSeller, currency: Address, price: bigint): Promise<bigint> {
      const terms = {
        currency,
        arbiter: arbiter.address,
        shipBySec: SHIP_BY_SEC,
        releaseSec: RELEASE_SEC,
        price,
        contentHash: keccak256(toHex("document")),
      };
      const receipt = await stage.send(seller, { ...listings(), functionName: "create", args: [terms, 5n] });
      const [created] = parseEventLogs({ abi: listingsAbi, eventName: "ListingCreated", logs: receipt.logs });
      return created?.args.listingId ?? assert.fail("no listing");
    }

    async function orderFor(listingId: bigint, rewardAmount = 0n) {
      const args = [listingId] as const;
      const termsHash = await stage.client.readContract({ ...listings(), functionName: "termsHashOf", args });
      return { lines: [{ listingId, quantity: 1n, termsHash }], rewardAmount, noteHash: note };
    }

    function keepOrders(receipt: TransactionReceipt): void {
      const paid = parseEventLogs({ abi: escrowAbi, eventName: "OrderFunded", logs: receipt.logs });
      for (const { args } of paid) orders.push(args.orderId);
    }

    async function signIntent(id: Hex, amount: bigint): Promise<{ intent: Intent; signature: Hex }> {
      const { timestamp } = await stage.client.getBlock();
      const intent: Intent = {
        merchant: teaSeller.address,
        id,
        currency: CMT,
        amount,
        feeCapBps: 100,
        arbiter: arbiter.address,
        shipBySec: SHIP_BY_SEC,
        releaseSec: RELEASE_SEC,
        deadlineSec: timestamp + 3_600n,
        refundTo: buyer.address,
        payer: CMT,
      };
      const at = { chainId: deployment.chainId, checkout: deployment.contracts.checkout };
      return { intent, signature: await gateway.signTypedData(intentTypedData(at, intent)) };
    }

    async function ship(seller: typeof teaSeller, orderId: bigint): Promise<void> {
      await stage.send(seller, {
        ...escrow(),
        functionName: "ship",
        args: [orderId, keccak256(toHex("parcel"))],
      });
    }

    it("sellers open shops, arbiters bond", async () => {
      const { timestamp } = await stage.client.getBlock();
      for (const seller of [teaSeller, cupSeller]) {
        const args = [seller.address, zeroHash] as const;
        await stage.send(seller, { ...merchants(), functionName: "register", args });
      }
      await stage.send(teaSeller, {
        ...merchants(),
        functionName: "addSigner",
        args: [gateway.address, timestamp + BigInt(365 * DAY_SEC)],
      });
      await stage.send(teaSeller, {
        ...rewards(),
        functionName: "create",
        args: ["Tea house points", "TEA", CMT, 500, parseEther("0.01")],
      });
      for (const judge of [arbiter, fallback]) {
        await stage.send(judge, { ...arbiters(), functionName: "register", args: [200, zeroHash] });
        const bond = parseEther("500");
        await stage.send(judge, { ...arbiters(), functionName: "deposit", args: [CMT, bond], value: bond });
      }
      await stage.send(owner, { ...arbiters(), functionName: "setFallback", args: [fallback.address, true] });
    });

    it("one transaction pays two sellers, exactly", async () => {
      const tea = await list(teaSeller, CMT, parseEther("100"));
      const cup = await list(cupSeller, CMT, parseEther("40"));
      const args = [[await orderFor(tea), await orderFor(cup)], []] as const;
      const pay = { ...checkout(), functionName: "pay", args } as const;
      assert.equal(await stage.refused(buyer, { ...pay, value: parseEther("141") }), "WrongAmount");
      keepOrders(await stage.send(buyer, { ...pay, value: parseEther("140") }));
      assert.equal(orders.length, 2);
      const { stock } = await stage.client.readContract({
        ...listings(),
        functionName: "listingOf",
        args: [tea],
      });
      assert.equal(stock, 4n);
    });

    it("the buyer confirms one, time releases the other, both sellers are paid", async () => {
      await ship(teaSeller, orderAt(0));
      await ship(cupSeller, orderAt(1));
      const confirm = { ...escrow(), functionName: "confirm", args: [orderAt(0)] } as const;
      assert.equal(await stage.refused(stranger, confirm), "NotAuthorised");
      await stage.send(buyer, confirm);
      const release = { ...escrow(), functionName: "release", args: [orderAt(1)] } as const;
      assert.equal(await stage.refused(stranger, release), "TooEarly");
      await stage.wait(RELEASE_SEC);
      await stage.send(stranger, release);
      assert.equal(await withdrawable(teaSeller.address), parseEther("99"));
      assert.equal(await withdrawable(cupSeller.address), parseEther("39.6"));
      assert.equal(await withdrawable(owner.address), parseEther("1.4"));
    });

    it("the buyer earned 5% in tokens and redeems them, earning on the money alone", async () => {
      assert.equal(await points(), parseEther("500"));
      const tea = await list(teaSeller, CMT, parseEther("100"));
      const args = [[await orderFor(tea, parseEther("500"))], []] as const;
      keepOrders(
        await stage.send(buyer, { ...checkout(), functionName: "pay", args, value: parseEther("95") }),
      );
      assert.equal(await points(), 0n);
      const liability = { ...rewards(), functionName: "liabilityOf", args: [teaSeller.address] } as const;
      const { issued, held, pledged } = await stage.client.readContract(liability);
      assert.deepEqual([issued, held, pledged], [0n, parseEther("500"), parseEther("475")]);
    });

    it("a dispute on it is ruled 60 to 40: money, bonds, fee and tokens follow", async () => {
      const orderId = orderAt(2);
      await ship(teaSeller, orderId);
      const args = [orderId, keccak256(toHex("chipped"))] as const;
      const [bond, fee] = await stage.client.readContract({
        ...escrow(),
        functionName: "depositFor",
        args: [orderId],
      });
      assert.deepEqual([bond, fee], [parseEther("4.75"), parseEther("1.9")]);
      await stage.send(buyer, { ...escrow(), functionName: "dispute", args, value: bond + fee });
      await stage.send(teaSeller, { ...escrow(), functionName: "answer", args, value: bond + fee });
      const [before, sellerBefore] = [
        await withdrawable(buyer.address),
        await withdrawable(teaSeller.address),
      ];
      const rule = { ...escrow(), functionName: "rule", args: [orderId, 6_000, zeroHash] } as const;
      assert.equal(await stage.refused(stranger, rule), "NotAuthorised");
      await stage.send(arbiter, rule);
      // The buyer: 60% of 95, both bonds and its own fee back. The seller: 40% of 95 less 1%.
      assert.equal((await withdrawable(buyer.address)) - before, parseEther("57") + 2n * bond + fee);
      assert.equal((await withdrawable(teaSeller.address)) - sellerBefore, parseEther("37.62"));
      assert.equal(await withdrawable(arbiter.address), fee);
      // 60% of the 500 redeemed tokens come back; 40% of the pledged 475 vest.
      assert.equal(await points(), parseEther("300") + parseEther("190"));
      assert.equal(await stage.refused(arbiter, rule), "WrongState");
    });

    it("an arbiter that stays silent is slashed and the fallback takes the case", async () => {
      const tea = await list(teaSeller, CMT, parseEther("100"));
      const args = [[await orderFor(tea)], []] as const;
      keepOrders(
        await stage.send(buyer, { ...checkout(), functionName: "pay", args, value: parseEther("100") }),
      );
      const orderId = orderAt(3);
      await ship(teaSeller, orderId);
      const dispute = [orderId, zeroHash] as const;
      const [bond, fee] = await stage.client.readContract({
        ...escrow(),
        functionName: "depositFor",
        args: [orderId],
      });
      await stage.send(buyer, { ...escrow(), functionName: "dispute", args: dispute, value: bond + fee });
      await stage.send(teaSeller, { ...escrow(), functionName: "answer", args: dispute, value: bond + fee });
      await stage.wait(7 * DAY_SEC + 1);
      await stage.send(stranger, { ...escrow(), functionName: "escalate", args: [orderId] });
      assert.equal((await orderOf(orderId)).fallbackArbiter, fallback.address);
      const bondOf = { ...arbiters(), functionName: "bondOf", args: [arbiter.address, CMT] } as const;
      assert.deepEqual(await stage.client.readContract(bondOf), [parseEther("490"), 0n]);
      await stage.send(fallback, { ...escrow(), functionName: "rule", args: [orderId, 0, zeroHash] });
      assert.equal((await orderOf(orderId)).buyerBps, 0);
    });

    it("a signed intent is paid once", async () => {
      const { intent, signature } = await signIntent(keccak256(toHex("invoice 1")), parseEther("20"));
      const args = [[], [{ intent, signature, rewardAmount: 0n }]] as const;
      const pay = { ...checkout(), functionName: "pay", args, value: intent.amount } as const;
      keepOrders(await stage.send(stranger, pay));
      assert.equal(await stage.refused(stranger, pay), "AlreadyPaid");
      assert.equal((await orderOf(orderAt(4))).buyer, stranger.address);
      await stage.send(teaSeller, { ...escrow(), functionName: "cancel", args: [orderAt(4)] });
      assert.equal(await withdrawable(stranger.address), parseEther("20"));
    });

    it("money sent to a deposit address pays the intent, the rest goes back", async () => {
      const { intent, signature } = await signIntent(keccak256(toHex("invoice 2")), parseEther("20"));
      const deposit = await stage.client.readContract({
        ...deposits(),
        functionName: "addressOf",
        args: [intent],
      });
      const sweep = { ...deposits(), functionName: "sweep", args: [intent, signature] } as const;
      await stage.pay(stranger, deposit, parseEther("15"));
      assert.equal(await stage.refused(stranger, sweep), "NotEnough");
      await stage.pay(stranger, deposit, parseEther("6"));
      const before = await stage.client.getBalance({ address: buyer.address });
      keepOrders(await stage.send(stranger, sweep));
      assert.equal((await orderOf(orderAt(5))).buyer, buyer.address);
      assert.equal((await stage.client.getBalance({ address: buyer.address })) - before, parseEther("1"));
    });

    it("an order in an allow-listed token is refunded when nobody ships", async () => {
      const token = deployment.demoTokens?.[0]?.address ?? assert.fail("no demo token");
      const dollars = { address: token, abi: demoTokenAbi } as const;
      await stage.send(owner, { ...dollars, functionName: "mint", args: [buyer.address, parseEther("30")] });
      const cup = await list(cupSeller, token, parseEther("30"));
      const args = [[await orderFor(cup)], []] as const;
      const pay = { ...checkout(), functionName: "pay", args } as const;
      assert.equal(await stage.refused(buyer, pay), "ERC20InsufficientAllowance");
      const allow = [deployment.contracts.escrow, parseEther("30")] as const;
      await stage.send(buyer, { address: token, abi: erc20Abi, functionName: "approve", args: allow });
      keepOrders(await stage.send(buyer, pay));
      await stage.wait(SHIP_BY_SEC + 1);
      await stage.send(stranger, { ...escrow(), functionName: "refundUnshipped", args: [orderAt(6)] });
      await stage.send(stranger, { ...escrow(), functionName: "withdraw", args: [buyer.address, token] });
      const balance = {
        address: token,
        abi: erc20Abi,
        functionName: "balanceOf",
        args: [buyer.address],
      } as const;
      assert.equal(await stage.client.readContract(balance), parseEther("30"));
    });

    it("everybody withdraws and the escrow holds what it owes (INV-ESCROW-SOLVENT)", async () => {
      for (const { address } of [buyer, teaSeller, cupSeller, owner, arbiter, fallback, stranger]) {
        if ((await withdrawable(address)) === 0n) continue;
        await stage.send(gateway, { ...escrow(), functionName: "withdraw", args: [address, CMT] });
      }
      const owed = await stage.client.readContract({ ...escrow(), functionName: "owed", args: [CMT] });
      assert.equal(owed, parseEther("20"), "the swept order is still open");
      assert.equal(await stage.client.getBalance({ address: deployment.contracts.escrow }), owed);
    });
  });
}
