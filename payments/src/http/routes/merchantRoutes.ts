/** Shops, their settings, their people and their audit log. */
import { getAddress } from "viem";
import { z } from "zod";
import { signerStatusOf } from "../../chain/readModel.ts";
import type { Gateway } from "../../gateway.ts";
import { audit } from "../../merchants/audit.ts";
import { createMerchant } from "../../merchants/createMerchant.ts";
import { ApiError } from "../apiError.ts";
import { pageOf } from "../paging.ts";
import { type AnyRoute, route } from "../route.ts";
import { AuditEntry } from "../schema/audit.ts";
import { Address, ListQuery, listOf } from "../schema/common.ts";
import { Member, MemberPut, Merchant, MerchantCreate, MerchantUpdate } from "../schema/merchant.ts";

const MAX_MEMBERS = 50;

export function merchantRoutes(gateway: Gateway): AnyRoute[] {
  const { store } = gateway;
  return [
    route({
      method: "post",
      path: "/v1/merchants",
      tag: "Merchants",
      summary: "Open a shop for the signed-in account; makes its gateway signing key",
      access: "session",
      body: MerchantCreate,
      response: Merchant,
      status: 201,
      handler: async ({ caller, body, commit }) =>
        commit(async (tx) => {
          const id = await createMerchant(tx, {
            address: caller.address,
            name: body.name,
            serviceKey: gateway.serviceKey,
            nowSec: gateway.nowSec(),
          });
          return showMerchant(gateway, tx, id, "owner");
        }),
    }),
    route({
      method: "get",
      path: "/v1/merchant",
      tag: "Merchants",
      summary: "The shop of this key or session, with the chain's word on its gateway signer",
      access: "merchant:read",
      response: Merchant,
      handler: ({ caller }) => showMerchant(gateway, readerOf(gateway), caller.merchantId, caller.role),
    }),
    route({
      method: "patch",
      path: "/v1/merchant",
      tag: "Merchants",
      summary: "Change settings; what is left out stays",
      access: "merchant:write",
      body: MerchantUpdate,
      response: Merchant,
      handler: async ({ caller, body, commit }) =>
        commit(async (tx) => {
          const data = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
          await tx.prisma.merchant.update({ where: { id: caller.merchantId }, data });
          await audit(tx, {
            merchantId: caller.merchantId,
            actor: caller.actor,
            action: "merchant.updated",
            data: { fields: Object.keys(data) },
          });
          return showMerchant(gateway, tx, caller.merchantId, caller.role);
        }),
    }),
    route({
      method: "get",
      path: "/v1/members",
      tag: "Merchants",
      summary: "The people of the shop",
      access: "merchant:read",
      response: listOf(Member),
      handler: async ({ caller }) => ({
        object: "list",
        data: (
          await store.prisma.member.findMany({
            where: { merchantId: caller.merchantId },
            orderBy: { addedAtSec: "asc" },
          })
        ).map(showMember),
        nextCursor: null,
      }),
    }),
    route({
      method: "put",
      path: "/v1/members/:address",
      tag: "Merchants",
      summary: "Give an account a role",
      access: "members:write",
      body: MemberPut,
      response: Member,
      handler: async ({ caller, params, body, commit }) => {
        const address = memberAddress(params.address);
        return commit(async (tx) => {
          const members = await tx.prisma.member.findMany({ where: { merchantId: caller.merchantId } });
          const current = members.find((member) => member.address === address);
          if (current?.role === "owner") throw new ApiError("missing_role", "The owner stays the owner");
          if (current === undefined && members.length >= MAX_MEMBERS) {
            throw new ApiError("too_many", `A shop has at most ${MAX_MEMBERS} people`);
          }
          const member = await tx.prisma.member.upsert({
            where: { merchantId_address: { merchantId: caller.merchantId, address } },
            create: {
              merchantId: caller.merchantId,
              address,
              role: body.role,
              addedAtSec: BigInt(gateway.nowSec()),
            },
            update: { role: body.role },
          });
          await audit(tx, {
            merchantId: caller.merchantId,
            actor: caller.actor,
            action: "member.set",
            target: address,
            data: { role: body.role },
          });
          return showMember(member);
        });
      },
    }),
    route({
      method: "delete",
      path: "/v1/members/:address",
      tag: "Merchants",
      summary: "Take an account's role away",
      access: "members:write",
      response: z.object({ object: z.literal("member"), address: Address, deleted: z.literal(true) }),
      handler: async ({ caller, params, commit }) => {
        const address = memberAddress(params.address);
        return commit(async (tx) => {
          const gone = await tx.prisma.member.deleteMany({
            where: { merchantId: caller.merchantId, address, role: { not: "owner" } },
          });
          if (gone.count === 0) throw new ApiError("not_found", `No member ${address} that can be removed`);
          await audit(tx, {
            merchantId: caller.merchantId,
            actor: caller.actor,
            action: "member.removed",
            target: address,
          });
          return { object: "member", address, deleted: true };
        });
      },
    }),
    route({
      method: "get",
      path: "/v1/audit_log",
      tag: "Merchants",
      summary: "Who changed what, newest first",
      access: "audit:read",
      query: ListQuery,
      response: listOf(AuditEntry),
      handler: async ({ caller, query }) => {
        const rows = await store.prisma.auditEntry.findMany({
          where: {
            merchantId: caller.merchantId,
            ...(query.cursor === undefined ? {} : { id: { lt: query.cursor } }),
          },
          orderBy: { id: "desc" },
          take: query.limit + 1,
        });
        return pageOf(rows, query.limit, (row) => ({
          object: "audit_entry",
          id: row.id,
          atSec: Number(row.atSec),
          actor: row.actor,
          action: row.action,
          target: row.target,
          data: row.data,
        }));
      },
    }),
  ];
}

type Reader = Pick<Gateway["store"]["db"], "query" | "execute" | "script"> & {
  prisma: Pick<Gateway["store"]["prisma"], "merchant">;
};

function readerOf({ store }: Gateway): Reader {
  return { ...store.db, prisma: store.prisma };
}

async function showMerchant(gateway: Gateway, reader: Reader, id: string, role: string | undefined) {
  const merchant = await reader.prisma.merchant.findUniqueOrThrow({
    where: { id },
    include: { gatewayKey: true },
  });
  const signer = merchant.gatewayKey?.address ?? "";
  const status = await signerStatusOf(reader, merchant.address, signer, gateway.nowSec());
  return {
    object: "merchant",
    id: merchant.id,
    address: merchant.address,
    name: merchant.name,
    shipToCountries: merchant.shipToCountries,
    blockedCountries: merchant.blockedCountries,
    defaultTaxRates: merchant.defaultTaxRates,
    shipBySec: merchant.shipBySec,
    releaseSec: merchant.releaseSec,
    arbiter: merchant.arbiter,
    gatewaySigner: { address: signer, ...status },
    ...(role === undefined ? {} : { role }),
    createdAtSec: Number(merchant.createdAtSec),
  };
}

function showMember(member: { address: string; role: string; addedAtSec: bigint }) {
  return {
    object: "member",
    address: member.address,
    role: member.role,
    addedAtSec: Number(member.addedAtSec),
  };
}

function memberAddress(text: string | undefined): string {
  const parsed = Address.safeParse(text);
  if (!parsed.success)
    throw new ApiError("invalid_parameter", "address: expected an address: 0x and 40 hex digits", "address");
  return getAddress(parsed.data);
}
