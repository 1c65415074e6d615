/** What happened, whether or not a webhook told it: for shops that reconcile. */
import type { Gateway } from "../../gateway.ts";
import { eventBody } from "../../webhooks/eventBody.ts";
import { ApiError } from "../apiError.ts";
import { pageOf } from "../paging.ts";
import { type AnyRoute, route } from "../route.ts";
import { listOf } from "../schema/common.ts";
import { Event, EventListQuery } from "../schema/webhook.ts";

export function eventRoutes({ store }: Gateway): AnyRoute[] {
  return [
    route({
      method: "get",
      path: "/v1/events",
      tag: "Webhooks",
      summary: "All events, newest first, as they are delivered",
      access: "events:read",
      query: EventListQuery,
      response: listOf(Event),
      handler: async ({ caller, query }) => {
        const livemode = caller.livemode ?? query.livemode;
        const rows = await store.prisma.event.findMany({
          where: {
            merchantId: caller.merchantId,
            ...(livemode === undefined ? {} : { livemode }),
            ...(query.type === undefined ? {} : { type: query.type }),
            ...(query.cursor === undefined ? {} : { id: { lt: query.cursor } }),
          },
          orderBy: { id: "desc" },
          take: query.limit + 1,
        });
        return pageOf(rows, query.limit, (row) => JSON.parse(eventBody(row)));
      },
    }),
    route({
      method: "get",
      path: "/v1/events/:id",
      tag: "Webhooks",
      summary: "One event",
      access: "events:read",
      response: Event,
      handler: async ({ caller, params }) => {
        const row = await store.prisma.event.findFirst({
          where: {
            id: params.id ?? "",
            merchantId: caller.merchantId,
            ...(caller.livemode === undefined ? {} : { livemode: caller.livemode }),
          },
        });
        if (row === null) throw new ApiError("not_found", `No event ${params.id}`);
        return JSON.parse(eventBody(row));
      },
    }),
  ];
}
