/**
 * A shop as a merchant would write it: takes webhooks at one URL, checks the signature by Standard Webhooks, drops what
 * it has seen by `webhook-id`, and fulfils an order when its invoice is settled. Keeps what it was sent for the tests.
 */
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

export interface ShopEvent {
  id: string;
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a shop gets is JSON
  data: any;
}

export class DemoShop {
  /** Every event once, in the order of its first arrival. */
  readonly events: ShopEvent[] = [];
  /** How often each id arrived. */
  readonly arrivals = new Map<string, number>();
  /** Order references that were handed to the packers; an invoice that is settled twice would be here twice. */
  readonly fulfilled: string[] = [];
  readonly refused: string[] = [];
  /** While true the shop answers 500 and remembers nothing. */
  broken = false;
  /** Time it takes to answer, in which the sender may be killed. */
  delayMs = 0;
  secret = "";
  readonly #server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const status = this.#take(
      Buffer.concat(chunks).toString("utf8"),
      request.headers as Record<string, string>,
    );
    setTimeout(() => response.writeHead(status).end(), this.delayMs);
  });

  static async open(): Promise<DemoShop> {
    const shop = new DemoShop();
    await new Promise<void>((resolve) => shop.#server.listen(0, "127.0.0.1", resolve));
    return shop;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as { port: number }).port}/webhooks`;
  }

  /** Events about an invoice. */
  eventsOf(invoiceId: string): ShopEvent[] {
    return this.events.filter(({ data }) => data.invoice?.id === invoiceId || data.invoiceId === invoiceId);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #take(body: string, headers: Record<string, string>): number {
    if (this.broken) return 500;
    let event: ShopEvent;
    try {
      event = new Webhook(this.secret).verify(body, headers) as ShopEvent;
    } catch (error) {
      this.refused.push(`${(error as Error).message}: ${body}`);
      return 401;
    }
    const id = headers["webhook-id"] as string;
    if (id !== event.id) this.refused.push(`webhook-id ${id} carries event ${event.id}`);
    const seen = this.arrivals.get(id) ?? 0;
    this.arrivals.set(id, seen + 1);
    if (seen > 0) return 200;
    this.events.push(event);
    if (event.type === "invoice.settled") this.fulfilled.push(event.data.invoice.orderReference);
    return 200;
  }
}
