/** The committed genesis files are what their script makes today, and hash to what they say. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeGenesis } from "../../scripts/generateGenesis.ts";
import { presets } from "../presets/presets.ts";
import { genesisHash, loadGenesis } from "./genesis.ts";

for (const preset of Object.values(presets)) {
  test(`genesis of ${preset.name}`, () => {
    const committed = loadGenesis(preset);
    assert.equal(committed.chainId, preset.chainId);
    assert.equal(genesisHash(preset, committed), committed.hash);
    assert.deepEqual(makeGenesis(preset), committed);
  });
}

test("chain ids are our own: not those of the old CyberMiles networks", () => {
  const ids = Object.values(presets).map(({ chainId }) => chainId);
  assert.equal(new Set(ids).size, 3);
  for (const id of ids) assert.ok(id > 100_000 && ![18, 19, 20].includes(id));
});
