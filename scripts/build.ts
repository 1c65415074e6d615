// Everything that is generated from sources and not committed: Prisma clients, contract artifacts, browser bundles.
// Each step reruns only when its inputs changed (hash of paths and contents), so a second start costs milliseconds.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "./root.ts";

interface BuildStep {
  readonly name: string;
  readonly why: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly command: readonly string[];
}

const TELL_EVERY_MS = 10_000;

const STEPS: readonly BuildStep[] = [
  {
    name: "evm",
    why: "compiling the virtual machine",
    inputs: ["chain/vm", "chain/package.json"],
    output: "chain/dist/evm.wasm",
    command: ["npm", "run", "--silent", "build", "-w", "chain"],
  },
  {
    name: "contracts",
    why: "compiling the Solidity contracts",
    inputs: ["contracts/src", "contracts/hardhat.config.ts", "contracts/package.json"],
    output: "contracts/artifacts",
    command: ["npm", "run", "--silent", "compile", "-w", "contracts"],
  },
  {
    name: "payments-prisma",
    why: "generating the payments database client",
    inputs: ["payments/prisma/schema.prisma", "payments/package.json"],
    output: "payments/src/generated",
    command: ["npm", "run", "--silent", "generate", "-w", "payments"],
  },
  {
    name: "marketplace-prisma",
    why: "generating the marketplace database client",
    inputs: ["marketplace/prisma/schema.prisma", "marketplace/package.json"],
    output: "marketplace/src/generated",
    command: ["npm", "run", "--silent", "generate", "-w", "marketplace"],
  },
  {
    name: "marketplace-web",
    why: "building the web app",
    inputs: [
      "marketplace/web",
      "marketplace/src/api/schema",
      "marketplace/package.json",
      "contracts/abi",
      "contracts/lib",
    ],
    output: "marketplace/dist/web",
    command: ["npm", "run", "--silent", "build", "-w", "marketplace"],
  },
];

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesBelow(join(path, entry.name)));
}

function hashInputs(step: BuildStep): string {
  const hash = createHash("sha256").update(step.command.join(" "));
  for (const input of ["package-lock.json", ...step.inputs]) {
    for (const file of filesBelow(join(ROOT, input))) {
      hash.update(relative(ROOT, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

function runQuietly(
  command: readonly string[],
  signal: AbortSignal | undefined,
): Promise<{ code: number; output: string }> {
  const [file = "", ...args] = command;
  return new Promise((resolve) => {
    // Who may abort gets a process group to end: npm starts others, and all of them end together.
    const detached = signal !== undefined;
    const child = spawn(file, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], detached });
    const end = () => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
    };
    signal?.addEventListener("abort", end, { once: true });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on("close", (code) => {
      signal?.removeEventListener("abort", end);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Builds what is out of date. Throws {@link BuildError} with the tool's output where a step fails or is aborted. */
export async function build(say: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const markers = join(ROOT, "node_modules", ".cybermiles");
  mkdirSync(markers, { recursive: true });
  for (const step of STEPS) {
    const marker = join(markers, step.name);
    const wanted = hashInputs(step);
    const fresh = existsSync(join(ROOT, step.output)) && existsSync(marker);
    if (fresh && readFileSync(marker, "utf8") === wanted) continue;
    signal?.throwIfAborted();
    const startedAtMs = Date.now();
    const seconds = () => (Date.now() - startedAtMs) / 1000;
    say(`${step.why} ...`);
    // A step that is cut short leaves no marker, so the next run does it again.
    rmSync(marker, { force: true });
    const teller = setInterval(() => say(`${step.why} ... ${seconds().toFixed(0)} s`), TELL_EVERY_MS);
    const { code, output } = await runQuietly(step.command, signal);
    clearInterval(teller);
    if (code !== 0) throw new BuildError(step.name, output);
    writeFileSync(marker, wanted);
    say(`${step.why}: done in ${seconds().toFixed(1)} s`);
  }
}

export class BuildError extends Error {
  readonly code = "BUILD_FAILED";
  constructor(step: string, output: string) {
    super(`The build step ${step} failed:\n${output.trim()}`);
  }
}

if (import.meta.main) {
  try {
    await build((line) => process.stdout.write(`[build] ${line}\n`));
  } catch (error) {
    process.stderr.write(`${error instanceof BuildError ? error.message : error}\n`);
    process.exit(1);
  }
}
