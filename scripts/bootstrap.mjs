// First file that runs, on whatever Node the user has (18 or newer), so plain JavaScript without dependencies.
// Brings Node 24 into .tools/ where it is missing, installs the locked dependencies under it, and hands over to
// scripts/<command>.ts. Later runs only compare two hashes. Does nothing of it where nothing is missing.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const TOOLS = join(ROOT, ".tools");
const NODE_MAJOR = 24;
const NODE_VERSION = "24.21.0";
const COMMANDS = ["start", "test", "lint", "build"];

/** Prints one sentence and ends; set-up problems are the user's to read, not stack traces. */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function say(line) {
  process.stdout.write(`[set-up] ${line}\n`);
}

function run(file, args, options) {
  const result = spawnSync(file, args, { stdio: "inherit", cwd: ROOT, ...options });
  if (result.error) fail(`Could not run ${file}: ${result.error.message}`);
  return result.status ?? 1;
}

/** The command that starts npm under a given Node: npm's own script where npm started us, else npm from the PATH. */
function npmCommand(nodePath) {
  const script = process.env.npm_execpath;
  return script?.endsWith(".js") ? [nodePath, [script]] : ["npm", []];
}

function npm(nodePath, args, cwd = ROOT) {
  const [file, before] = npmCommand(nodePath);
  const path = `${dirname(nodePath)}${delimiter}${process.env.PATH ?? ""}`;
  return run(file, [...before, ...args], { cwd, env: { ...process.env, PATH: path } });
}

/** @returns the path of a Node that is new enough, installed into .tools/ if need be. */
function ensureNode() {
  if (Number(process.versions.node.split(".")[0]) >= NODE_MAJOR) return process.execPath;
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const binary = platform === "win" ? "bin/node.exe" : "bin/node";
  const nodePath = join(TOOLS, "node_modules", name, binary);
  if (existsSync(nodePath)) return nodePath;
  say(
    `this project runs on Node ${NODE_MAJOR}; you have ${process.versions.node}, so ${NODE_VERSION} goes into .tools/`,
  );
  mkdirSync(TOOLS, { recursive: true });
  writeFileSync(join(TOOLS, "package.json"), '{"private":true}\n');
  const status = npm(
    process.execPath,
    [
      "install",
      "--no-save",
      "--no-package-lock",
      "--ignore-scripts",
      "--loglevel=error",
      `${name}@${NODE_VERSION}`,
    ],
    TOOLS,
  );
  if (status !== 0 || !existsSync(nodePath)) {
    fail(
      `Node ${NODE_VERSION} could not be installed from the npm registry for ${name}; install Node ${NODE_MAJOR} yourself (https://nodejs.org) and try again.`,
    );
  }
  return nodePath;
}

/** Installs when package-lock.json or the Node binary is not the one that node_modules was made with. */
function ensureDependencies(nodePath) {
  const lock = readFileSync(join(ROOT, "package-lock.json"));
  const wanted = createHash("sha256")
    .update(lock)
    .update(process.platform)
    .update(process.arch)
    .digest("hex");
  const marker = join(ROOT, "node_modules", ".installed");
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  say("installing the locked dependencies (about a minute)");
  // No dependency needs its install script: binaries come inside the packages or as optional ones.
  const status = npm(nodePath, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (status !== 0)
    fail(
      `npm ci ended with code ${status}; its lines above say why. Check the network and the disk, then try again.`,
    );
  writeFileSync(marker, wanted);
}

const [command, ...rest] = process.argv.slice(2);
if (command === undefined || !COMMANDS.includes(command)) {
  fail(`Expected one of: ${COMMANDS.join(", ")}; got ${command ?? "nothing"}.`);
}
const nodePath = ensureNode();
ensureDependencies(nodePath);
const path = `${dirname(nodePath)}${delimiter}${join(ROOT, "node_modules", ".bin")}${delimiter}${process.env.PATH ?? ""}`;

// The command itself decides what Ctrl-C means; this parent only waits for it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
const { spawn } = await import("node:child_process");
const child = spawn(nodePath, [join(ROOT, "scripts", `${command}.ts`), ...rest], {
  stdio: "inherit",
  cwd: ROOT,
  env: { ...process.env, PATH: path },
});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
