// The JSON files below folders of published vectors. By default the folder in ETHEREUM_TESTS_DIR,
// else `shared/vectors` beside the repository. The vectors are not part of the project.
import { existsSync, globSync } from "node:fs";
import { join, resolve } from "node:path";

export const DEFAULT_FOLDER =
  process.env.ETHEREUM_TESTS_DIR ?? resolve(import.meta.dirname, "..", "..", "..", "shared", "vectors");

export function hasDefaultVectors(): boolean {
  return existsSync(join(DEFAULT_FOLDER, "GeneralStateTests"));
}

/** Sorted; `.meta` folders hold indexes, not tests. */
export function findVectors(folder: string): string[] {
  if (folder.endsWith(".json")) return [resolve(folder)];
  return globSync("**/*.json", { cwd: folder })
    .filter((name) => !/(^|\/)(\.meta|node_modules)\//.test(name))
    .sort()
    .map((name) => resolve(folder, name));
}
