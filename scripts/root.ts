// Where the repository is; every script resolves its paths from here, whatever the current folder.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
