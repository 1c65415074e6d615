/**
 * A JSON-RPC proxy that lets `transactions` transactions through and then refuses every further one, as a chain does
 * that is stopped in the middle of something.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export async function startFailingRpc(
  upstream: string,
  transactions: number,
): Promise<{ url: string; close(): Promise<void> }> {
  let left = transactions;
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const isTransaction = body.includes("eth_sendRawTransaction");
    if (isTransaction && left === 0) {
      response.writeHead(503).end();
      return;
    }
    if (isTransaction) left -= 1;
    const answer = await fetch(upstream, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
