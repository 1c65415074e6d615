/** A throw-away Redis from the `redis-server` on PATH: free port, nothing on disk. Rejects with the reason where there is none. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { freePort } from "../../support/suite.ts";

export interface RedisServer {
  url: string;
  /** Loses everything. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const child = spawn(
    "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    {
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  await untilReady(child);
  return {
    url: `redis://127.0.0.1:${port}`,
    flush: () => command(port, "FLUSHALL"),
    stop: async () => {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    },
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`redis-server cannot be run here: ${error.message}`)));
    child.once("exit", (code) => reject(new Error(`redis-server ended with code ${code}`)));
    child.stdout?.on("data", (data) => {
      if (String(data).includes("Ready to accept connections")) resolve();
    });
  });
}

async function command(port: number, text: string): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  socket.write(`${text}\r\n`);
  const [answer] = await once(socket, "data");
  socket.destroy();
  if (!String(answer).startsWith("+OK")) throw new Error(`Redis answered ${text} with ${answer}`);
}
