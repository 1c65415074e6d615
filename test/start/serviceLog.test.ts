// Log lines become readable, and every way in which a service may end becomes one sentence.
import assert from "node:assert/strict";
import { test } from "node:test";
import { endingSentence, lastWordOf, readableLines } from "../../scripts/start/serviceLog.ts";

const entry = { level: 30, time: 1_795_385_492_385, pid: 1, hostname: "h", name: "chain", msg: "node ready" };

test("a log entry shows time, level, message and fields, nothing that only machines need", () => {
  const [line] = readableLines(
    JSON.stringify({ ...entry, url: "http://127.0.0.1:1", height: 0, note: "a b" }),
  );
  assert.match(line ?? "", /^\d\d:\d\d:\d\d node ready url=http:\/\/127\.0\.0\.1:1 height=0 note="a b"$/);
});

test("an error keeps its stack on lines of its own, a warning does not", () => {
  const err = {
    type: "Error",
    message: "no route",
    stack: "Error: no route\n    at f (a.ts:1:2)\n    at g (b.ts:1:2)",
  };
  const lines = readableLines(JSON.stringify({ ...entry, level: 50, msg: "failed", err }));
  assert.match(lines[0] ?? "", /ERROR failed: no route$/);
  assert.deepEqual(lines.slice(1), ["    at f (a.ts:1:2)", "    at g (b.ts:1:2)"]);
  assert.equal(readableLines(JSON.stringify({ ...entry, level: 40, err })).length, 1);
});

test("other lines pass unchanged, broken JSON too", () => {
  for (const line of ["plain", "{not json", '{"a":1}', ""]) assert.deepEqual(readableLines(line), [line]);
});

test("every ending is one sentence", () => {
  assert.equal(lastWordOf("payments", "payments: The disk is full."), "The disk is full.");
  assert.equal(lastWordOf("payments", "    at f (a.ts:1:2)"), undefined);
  const ending = { service: "chain", code: 1, signal: null, lastWord: undefined, stderr: [] };
  assert.equal(
    endingSentence({ ...ending, lastWord: "The disk is full." }),
    "chain ended: The disk is full.",
  );
  assert.match(endingSentence({ ...ending, code: null, signal: "SIGKILL" }), /^chain was killed by SIGKILL/);
  assert.match(endingSentence(ending), /^chain ended with code 1 without/);
  const stderr = ["throw x", "TypeError: x is no y", "    at f", "Node.js v24"];
  assert.equal(endingSentence({ ...ending, stderr }), "chain ended with code 1: TypeError: x is no y");
});
