import assert from "node:assert/strict";
import { test } from "node:test";
import { movePicture } from "./movePicture.ts";

test("moves forwards and backwards, and leaves the ends alone", () => {
  assert.deepEqual(movePicture(["a", "b", "c"], 0, 2), ["b", "c", "a"]);
  assert.deepEqual(movePicture(["a", "b", "c"], 2, 1), ["a", "c", "b"]);
  assert.deepEqual(movePicture(["a", "b"], 1, 2), ["a", "b"]);
  assert.deepEqual(movePicture(["a", "b"], 0, -1), ["a", "b"]);
});
