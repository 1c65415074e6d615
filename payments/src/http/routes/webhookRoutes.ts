/** Webhook endpoints and the log of their deliveries, with redelivery by hand. */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Gateway } from "../../gateway.ts";
import { newId } from "../../ids/newId.ts";
import { writeJob } from "../../jobs/outbox.ts";
import { audit } from "../../merchants/audit.ts";
import { SECRET_PURPOSE } from "../../webhooks/deliverWebhook.ts";
import { findDeliveries } from "../../webhooks/findDeliveries.ts";
import { PrivateAddressError, resolveAllowed } from "../../webhooks/sendWebhook.ts";
import { DELIVER_TOPIC } from "../../webhooks/writeEvent.ts";
import { ApiError } from "../apiError.ts";
import { type AnyRoute, route } from "../route.ts";
import { listOf } from "../schema/common.ts";
import {
  Delivery,
  DeliveryListQuery,
  Endpoint,
  EndpointCreate,
  EndpointCreated,
  EndpointSecret,
  EndpointUpdate,
} from "../schema/webhook.ts";
import { modeOf } from "./invoiceRoutes.ts";

const MAX_ENDPOINTS = 20;

export function webhookRoutes(gateway: Gateway): AnyRoute[] {
  const { store } = gateway;
  return [
    route({
      method: "post",
      path: "/v1/webhook_endpoints",
      tag: "Webhooks",
      summary: "Add an endpoint; the answer holds its signing secret",
      access: "webhooks:write",
      body: EndpointCreate,
      response: EndpointCreated,
      status: 201,
      secret: true,
      handler: async ({ caller, body, commit }) => {
        const livemode = modeOf(caller.livemode, body.livemode);
        await checkUrl(gateway, body.url);
        const secret = randomBytes(32);
        return commit(async (tx) => {
          const { merchantId } = caller;
          const count = await tx.prisma.webhookEndpoint.count({ where: { merchantId, deletedAtSec: null } });
          if (count >= MAX_ENDPOINTS) throw new ApiError("too_many", `At most ${MAX_ENDPOINTS} endpoints`);
          const endpoint = await tx.prisma.webhookEndpoint.create({
            data: {
              id: newId("we"),
              merchantId,
              url: body.url,
              description: body.description ?? null,
              eventTypes: [...new Set(body.eventTypes)],
              livemode,
              sealedSecret: gateway.serviceKey.seal(SECRET_PURPOSE, secret),
              createdAtSec: BigInt(gateway.nowSec()),
            },
          });
          await audit(tx, {
            merchantId,
            actor: caller.actor,
            action: "webhook_endpoint.created",
            target: endpoint.id,
            data: { url: endpoint.url },
          });
          return { ...showEndpoint(endpoint), secret: `whsec_${secret.toString("base64")}` };
        });
      },
    }),
    route({
      method: "get",
      path: "/v1/webhook_endpoints",
      tag: "Webhooks",
      summary: "All endpoints",
      access: "webhooks:read",
      response: listOf(Endpoint),
      handler: async ({ caller }) => {
        const rows = await store.prisma.webhookEndpoint.findMany({
          where: {
            merchantId: caller.merchantId,
            deletedAtSec: null,
            ...(caller.livemode === undefined ? {} : { livemode: caller.livemode }),
          },
          orderBy: { id: "desc" },
        });
        return { object: "list", data: rows.map(showEndpoint), nextCursor: null };
      },
    }),
    route({
      method: "get",
      path: "/v1/webhook_endpoints/:id",
      tag: "Webhooks",
      summary: "One endpoint",
      access: "webhooks:read",
      response: Endpoint,
      handler: async ({ caller, params }) => showEndpoint(await ownEndpoint(gateway, caller, params.id)),
    }),
    route({
      method: "get",
      path: "/v1/webhook_endpoints/:id/secret",
      tag: "Webhooks",
      summary: "The signing secret, for people only",
      access: "webhooks:secret",
      response: EndpointSecret,
      secret: true,
      handler: async ({ caller, params }) => {
        const endpoint = await ownEndpoint(gateway, caller, params.id);
        const secret = Buffer.from(gateway.serviceKey.open(SECRET_PURPOSE, endpoint.sealedSecret));
        return { secret: `whsec_${secret.toString("base64")}` };
      },
    }),
    route({
      method: "patch",
      path: "/v1/webhook_endpoints/:id",
      tag: "Webhooks",
      summary: "Change an endpoint, or enable it again after it was disabled",
      access: "webhooks:write",
      body: EndpointUpdate,
      response: Endpoint,
      handler: async ({ caller, params, body, commit }) => {
        const { id } = await ownEndpoint(gateway, caller, params.id);
        if (body.url !== undefined) await checkUrl(gateway, body.url);
        return commit(async (tx) => {
          const endpoint = await tx.prisma.webhookEndpoint.update({
            where: { id },
            data: {
              ...(body.url === undefined ? {} : { url: body.url }),
              ...(body.description === undefined ? {} : { description: body.description }),
              ...(body.eventTypes === undefined ? {} : { eventTypes: [...new Set(body.eventTypes)] }),
              ...(body.enabled === undefined ? {} : { enabled: body.enabled, failingSinceSec: null }),
              ...(body.enabled === undefined ? {} : { disabledReason: body.enabled ? null : "Switched off" }),
            },
          });
          await audit(tx, {
            merchantId: caller.merchantId,
            actor: caller.actor,
            action: "webhook_endpoint.updated",
            target: id,
            data: { fields: Object.keys(body) },
          });
          return showEndpoint(endpoint);
        });
      },
    }),
    route({
      method: "delete",
      path: "/v1/webhook_endpoints/:id",
      tag: "Webhooks",
      summary: "Remove an endpoint; its log stays",
      access: "webhooks:write",
      response: z.object({ object: z.literal("webhook_endpoint"), id: z.string(), deleted: z.literal(true) }),
      handler: async ({ caller, params, commit }) => {
        const { id } = await ownEndpoint(gateway, caller, params.id);
        return commit(async (tx) => {
          await tx.prisma.webhookEndpoint.update({
            where: { id },
            data: { deletedAtSec: BigInt(gateway.nowSec()), enabled: false },
          });
          await audit(tx, {
            merchantId: caller.merchantId,
            actor: caller.actor,
            action: "webhook_endpoint.deleted",
            target: id,
          });
          return { object: "webhook_endpoint", id, deleted: true };
        });
      },
    }),
    route({
      method: "get",
      path: "/v1/webhook_deliveries",
      tag: "Webhooks",
      summary: "The delivery log, newest first, with bodies and responses",
      access: "webhooks:read",
      query: DeliveryListQuery,
      response: listOf(Delivery),
      handler: ({ caller, query }) =>
        findDeliveries({ sql: store.db, prisma: store.prisma }, caller.merchantId, {
          ...query,
          livemode: caller.livemode ?? query.livemode,
        }),
    }),
    route({
      method: "get",
      path: "/v1/webhook_deliveries/:id",
      tag: "Webhooks",
      summary: "One delivery with its attempts",
      access: "webhooks:read",
      response: Delivery,
      handler: async ({ caller, params }) => {
        const query = { ids: [params.id ?? ""], limit: 1, livemode: caller.livemode };
        const { data } = await findDeliveries(
          { sql: store.db, prisma: store.prisma },
          caller.merchantId,
          query,
        );
        const delivery = data[0];
        if (delivery === undefined) throw new ApiError("not_found", `No delivery ${params.id}`);
        return delivery;
      },
    }),
    route({
      method: "post",
      path: "/v1/webhook_deliveries/:id/redeliver",
      tag: "Webhooks",
      summary: "Send an event again, with the same id",
      access: "webhooks:write",
      response: Delivery,
      handler: async ({ caller, params, commit }) => {
        const own = {
          merchantId: caller.merchantId,
          ...(caller.livemode === undefined ? {} : { livemode: caller.livemode }),
        };
        const delivery = await store.prisma.webhookDelivery.findFirst({
          where: { id: params.id ?? "", event: own },
          include: { endpoint: true },
        });
        if (delivery === null) throw new ApiError("not_found", `No delivery ${params.id}`);
        if (!delivery.endpoint.enabled) {
          throw new ApiError("endpoint_disabled", "This endpoint is disabled or removed; enable it first");
        }
        await commit(async (tx) => {
          await tx.prisma.webhookDelivery.update({ where: { id: delivery.id }, data: { status: "pending" } });
          const atSec = Math.floor(Date.now() / 1000);
          await writeJob(tx, {
            topic: DELIVER_TOPIC,
            uniqueKey: `deliver:${delivery.id}:${newId("q")}`,
            payload: { deliveryId: delivery.id },
            atSec,
          });
          await audit(tx, {
            merchantId: caller.merchantId,
            actor: caller.actor,
            action: "webhook_delivery.redelivered",
            target: delivery.id,
          });
          const reader = { sql: tx, prisma: tx.prisma };
          const { data } = await findDeliveries(reader, caller.merchantId, { ids: [delivery.id], limit: 1 });
          return data[0];
        });
      },
    }),
  ];
}

async function checkUrl(gateway: Gateway, url: string): Promise<void> {
  if (new URL(url).username !== "" || new URL(url).password !== "") {
    throw new ApiError("invalid_parameter", "url: must not hold a user name or password", "url");
  }
  try {
    await resolveAllowed(url, gateway.config.webhookAllowPrivate);
  } catch (error) {
    if (error instanceof PrivateAddressError)
      throw new ApiError("private_address", `url: ${error.message}`, "url");
    throw new ApiError("invalid_parameter", `url: ${new URL(url).hostname} does not resolve`, "url");
  }
}

async function ownEndpoint(
  gateway: Gateway,
  owner: { merchantId: string; livemode: boolean | undefined },
  id: string | undefined,
) {
  const endpoint = await gateway.store.prisma.webhookEndpoint.findFirst({
    where: {
      id: id ?? "",
      merchantId: owner.merchantId,
      deletedAtSec: null,
      ...(owner.livemode === undefined ? {} : { livemode: owner.livemode }),
    },
  });
  if (endpoint === null) throw new ApiError("not_found", `No webhook endpoint ${id}`);
  return endpoint;
}

type StoredEndpoint = {
  id: string;
  url: string;
  description: string | null;
  eventTypes: string[];
  livemode: boolean;
  enabled: boolean;
  disabledReason: string | null;
  createdAtSec: bigint;
};

function showEndpoint(endpoint: StoredEndpoint) {
  return {
    object: "webhook_endpoint",
    id: endpoint.id,
    url: endpoint.url,
    description: endpoint.description,
    eventTypes: endpoint.eventTypes,
    livemode: endpoint.livemode,
    enabled: endpoint.enabled,
    disabledReason: endpoint.disabledReason,
    createdAtSec: Number(endpoint.createdAtSec),
  };
}
