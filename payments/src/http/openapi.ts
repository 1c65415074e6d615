/** The OpenAPI 3.1 document, written from the route table and its zod schemas. */
import { z } from "zod";
import type { AnyRoute } from "./route.ts";
import { SCOPES } from "./schema/apiKey.ts";
import { ErrorBody } from "./schema/common.ts";
import { Event } from "./schema/webhook.ts";

type Json = Record<string, unknown>;

const INTRO = `Amounts are decimal strings: \`amountAtto\` and the like count the smallest unit, \`amount\` is written with a point.
Times are Unix seconds. Lists are \`{object, data, nextCursor}\`; pass \`cursor\` for the next page.
Every POST by an API key takes an \`Idempotency-Key\`. Errors are \`{error: {type, code, message, param, request_id}}\`.`;

export function openApiDocument(routes: readonly AnyRoute[], serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const one of routes) {
    const path = one.path.replace(/:(\w+)/g, "{$1}");
    paths[path] ??= {};
    paths[path][one.method] = operation(one);
  }
  return {
    openapi: "3.1.0",
    info: { title: "CyberMiles payments", version: "1", description: INTRO, license: { name: "MIT" } },
    servers: [{ url: serverUrl }],
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "cm_live_… or cm_test_…" },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "cm_session",
          description: "With x-csrf-token on unsafe methods",
        },
      },
      schemas: { Error: schemaOf(ErrorBody, "output") },
    },
    paths,
    webhooks: {
      event: {
        post: {
          summary:
            "An event at your endpoint, signed by Standard Webhooks (webhook-id, -timestamp, -signature)",
          requestBody: { content: { "application/json": { schema: schemaOf(Event, "output") } } },
          responses: { "2XX": { description: "Taken; anything else is tried again for 24 hours" } },
        },
      },
    },
  };
}

function operation(one: AnyRoute): Json {
  const keyed = (SCOPES as readonly string[]).includes(one.access);
  const security =
    one.access === "public" ? [] : keyed ? [{ apiKey: [one.access] }, { session: [] }] : [{ session: [] }];
  return {
    tags: [one.tag],
    summary: one.summary,
    operationId: operationId(one),
    security,
    parameters: [...pathParameters(one.path), ...queryParameters(one), ...headerParameters(one, keyed)],
    ...(one.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { "application/json": { schema: schemaOf(one.body, "input") } },
          },
        }),
    responses: {
      [String(one.status ?? 200)]: {
        description: "Success",
        content:
          one.response === null
            ? { [one.contentType ?? "text/plain"]: { schema: { type: "string" } } }
            : { "application/json": { schema: schemaOf(one.response, "output") } },
      },
      default: {
        description: "A refusal or failure",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function operationId(one: AnyRoute): string {
  const words = one.path.split("/").filter((word) => word !== "" && word !== "v1");
  return [one.method, ...words.map((word) => word.replace(/^:/, "by_").replaceAll(".", "_"))].join("_");
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(one: AnyRoute): Json[] {
  if (one.query === undefined) return [];
  const schema = schemaOf(one.query, "input") as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: "query",
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
}

function headerParameters(one: AnyRoute, keyed: boolean): Json[] {
  if (one.method !== "post" || !keyed || one.secret) return [];
  return [
    {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      schema: { type: "string", maxLength: 255 },
    },
  ];
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    target: "draft-2020-12",
  });
  return rest;
}
