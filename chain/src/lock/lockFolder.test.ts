import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { FolderLockError, lockFolder } from "./lockFolder.ts";

const freshDir = () => mkdtempSync(join(tmpdir(), "lock-"));

test("a folder is locked once, in one process too, and free again after release", () => {
  const dir = freshDir();
  const lock = lockFolder(dir, "first");
  assert.throws(() => lockFolder(dir, "second"), {
    code: "FolderHeld",
    message: new RegExp(`in use by first \\(process ${process.pid}, since 2`),
  });
  lock.release();
  lock.release();
  lockFolder(dir, "third").release();
});

test("another process is refused, and its lock dies with it", async () => {
  const dir = freshDir();
  const url = new URL("./lockFolder.ts", import.meta.url).href;
  const script = `const { lockFolder } = await import(${JSON.stringify(url)});
    lockFolder(${JSON.stringify(dir)}, "child"); console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  assert.throws(() => lockFolder(dir, "parent"), { message: new RegExp(`child \\(process ${child.pid},`) });
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  lockFolder(dir, "parent").release();
});

test("a path that cannot hold a folder is one sentence", () => {
  const file = join(freshDir(), "file");
  writeFileSync(file, "");
  assert.throws(
    () => lockFolder(join(file, "sub"), "x"),
    (error: unknown) =>
      error instanceof FolderLockError && error.code === "FolderUnusable" && !error.message.includes("\n"),
  );
});
