/** PostgreSQL by DATABASE_URL: reaches it once before anything else and says in one sentence why it cannot. */
import { DatabaseError } from "./databaseError.ts";
import type { OpenedConnection } from "./openedConnection.ts";
import { migrationAdapter, openPool, postgresConnection } from "./postgresConnection.ts";

export async function openPostgresUrl(url: string): Promise<OpenedConnection> {
  const where = placeOf(url);
  const pool = openPool(url);
  try {
    await pool.query("SELECT 1");
  } catch (cause) {
    await pool.end().catch(() => undefined);
    throw new DatabaseError(
      "DatabaseUnreachable",
      `The PostgreSQL database ${where} (DATABASE_URL) cannot be used: ${reasonOf(cause)}.`,
      cause,
    );
  }
  return {
    where,
    connection: postgresConnection(pool),
    migration: async (apply) => {
      const single = openPool(url, 1);
      try {
        return await apply({ adapter: migrationAdapter(single), run: (sql) => single.query(sql) });
      } finally {
        await single.end();
      }
    },
  };
}

/** host:port/database, never the password. */
function placeOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new DatabaseError(
      "DatabaseUnreachable",
      "DATABASE_URL is not a PostgreSQL address: expected postgresql://user:password@host:port/database.",
    );
  }
  return `${parsed.hostname}:${parsed.port || 5432}${parsed.pathname}`;
}

function reasonOf(error: unknown): string {
  const { code, message, errors } = error as { code?: string; message: string; errors?: { code?: string }[] };
  switch (code ?? errors?.[0]?.code) {
    case "ECONNREFUSED":
      return "nothing answers there; start the server or correct the address";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "the host name is unknown";
    case "28P01":
    case "28000":
      return "the user or password is wrong";
    case "3D000":
      return "the server has no such database; create it with createdb";
    case "53300":
      return "the server has no free connection";
    default:
      return message.split("\n")[0] || String(code);
  }
}
