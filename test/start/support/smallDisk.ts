// Disks for fault tests: a tmpfs in a mount namespace of its own, so nothing outside sees it and it goes with its process.
import { spawnSync } from "node:child_process";

/** A command prefix that mounts a tmpfs with these options over `dir` and executes the rest of its arguments there. */
export function withinTmpfs(dir: string, options: string): readonly string[] {
  return ["unshare", "-m", "sh", "-c", `mount -t tmpfs -o ${options} tmpfs "$0" && exec "$@"`, dir];
}

/** Why such disks cannot be made here, or undefined where they can. */
export function whyNoTmpfs(dir: string): string | undefined {
  const [file = "", ...args] = [...withinTmpfs(dir, "size=1m"), "true"];
  const { status, stderr, error } = spawnSync(file, args, { encoding: "utf8" });
  if (status === 0) return undefined;
  return `a private mount namespace needs root and Linux: ${error?.message ?? stderr.trim()}`;
}
