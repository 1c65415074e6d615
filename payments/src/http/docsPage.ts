/** The API reference as a page of its own: written from the same document as /openapi.json, no script, no CDN. */
import { type Html, html } from "./html.ts";

type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  description?: string;
  example?: unknown;
  default?: unknown;
};
type Parameter = { name: string; in: string; required: boolean; schema: Schema };
type Operation = {
  tags: string[];
  summary: string;
  operationId: string;
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content: Record<string, { schema: Schema }> }>;
};
export type OpenApi = {
  info: { title: string; description: string };
  paths: Record<string, Record<string, Operation>>;
};

export function docsPage(document: OpenApi, assets: { css: string; icon: string }): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags[0] ?? ""))];
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title} API</title>
<link rel="icon" href="${assets.icon}">
<link rel="stylesheet" href="${assets.css}">
</head>
<body class="docs">
<nav aria-label="Resources"><strong>${document.info.title}</strong>
${tags.map((tag) => html`<a href="#${anchor(tag)}">${tag}</a>`)}
<a href="openapi.json">openapi.json</a></nav>
<main>
<h1>${document.info.title} API</h1>
${document.info.description.split("\n").map((line) => html`<p>${inlineCode(line)}</p>`)}
${tags.map(
  (tag) => html`<section id="${anchor(tag)}"><h2>${tag}</h2>
${operations.filter(({ operation }) => operation.tags[0] === tag).map(showOperation)}</section>`,
)}
</main>
</body>
</html>`;
  return page.text;
}

function showOperation({
  path,
  method,
  operation,
}: {
  path: string;
  method: string;
  operation: Operation;
}): Html {
  const [status, success] = Object.entries(operation.responses)[0] ?? ["200", { content: {} }];
  const [type, answer] = Object.entries(success.content)[0] ?? ["application/json", { schema: {} }];
  const body = operation.requestBody?.content["application/json"]?.schema;
  return html`<details id="${operation.operationId}">
<summary><code class="method ${method}">${method.toUpperCase()}</code> <code>${path}</code> <span>${operation.summary}</span></summary>
<p>${access(operation.security)}</p>
${operation.parameters.length > 0 && html`<h4>Parameters</h4>${table(operation.parameters.map((one) => ({ name: `${one.name} (${one.in})`, required: one.required, schema: one.schema })))}`}
${body !== undefined && html`<h4>Body</h4>${fields(body)}`}
<h4>Answer ${status} <small>${type}</small></h4>
${fields(answer.schema)}
</details>`;
}

function access(security: Record<string, string[]>[]): string {
  if (security.length === 0) return "Public.";
  return `Needs ${security
    .map((one) => ("apiKey" in one ? `an API key with the scope ${one.apiKey?.[0]}` : "a signed-in session"))
    .join(" or ")}.`;
}

function fields(schema: Schema): Html {
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length === 0) return html`<p><code>${typeOf(schema)}</code></p>`;
  return table(
    properties.map(([name, property]) => ({
      name,
      required: schema.required?.includes(name) ?? false,
      schema: property,
    })),
  );
}

function table(rows: { name: string; required: boolean; schema: Schema }[]): Html {
  return html`<table><tbody>
${rows.map(
  ({
    name,
    required,
    schema,
  }) => html`<tr><th scope="row"><code>${name}</code>${!required && html` <small>optional</small>`}</th>
<td><code>${typeOf(schema)}</code> ${schema.description}${schema.default !== undefined && html` Default ${JSON.stringify(schema.default)}.`}${schema.example !== undefined && html` Example: <code>${String(schema.example)}</code>`}
${nested(schema)}</td></tr>`,
)}
</tbody></table>`;
}

function nested(schema: Schema): Html | undefined {
  const inner =
    schema.properties !== undefined
      ? schema
      : schema.items?.properties !== undefined
        ? schema.items
        : undefined;
  const option = inner ?? schema.anyOf?.find((one) => one.properties !== undefined);
  return option === undefined ? undefined : fields(option);
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(typeOf))].join(" | ");
  if (schema.type === "array") return `array of ${typeOf(schema.items ?? {})}`;
  return [schema.type ?? "any"].flat().join(" | ");
}

function inlineCode(line: string): (string | Html)[] {
  return line.split("`").map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
}

function anchor(tag: string): string {
  return tag.toLowerCase().replaceAll(" ", "-");
}
