/**
 * What one side has said in a case, oldest first: its encrypted documents (reason, evidence, tracking) and messages.
 * `envelope` is null where nobody shared it with the reader.
 */
import type { Envelope } from "../../../../src/api/schema/envelopes.ts";
import type { Message } from "../../../../src/api/schema/messages.ts";
import type { PrivateDocument } from "../../../../src/api/schema/orders.ts";

export interface Statement {
  id: string;
  kind: PrivateDocument["kind"] | "message";
  atSec: number;
  envelope: Envelope | null;
}

export function statementsOf(
  order: { documents: readonly PrivateDocument[] },
  messages: readonly Message[],
  party: string,
): Statement[] {
  const documents = order.documents
    .filter((document) => document.by === party && document.kind !== "note")
    .map(({ hash, kind, atSec, envelope }): Statement => ({ id: hash, kind, atSec, envelope }));
  const spoken = messages
    .filter((message) => message.from === party)
    .map(
      ({ id, createdAtSec, envelope }): Statement => ({ id, kind: "message", atSec: createdAtSec, envelope }),
    );
  return [...documents, ...spoken].sort((a, b) => a.atSec - b.atSec);
}
