/** A service reduced to its follower, to be killed: `node followProcess.ts <place as JSON> <rpcUrl> <wsUrl>`. Prints each head. */
import { join } from "node:path";
import { openDatabase } from "@cybermiles/chain/database";
import { startFollower } from "@cybermiles/chain/follower";
import { applyTransfers, tables } from "./transferModel.ts";

const [place = "{}", rpcUrl = "", wsUrl = "", genesisHash = "", chainId = ""] = process.argv.slice(2);
const database = await openDatabase({
  ...(JSON.parse(place) as { dir?: string; url?: string }),
  migrationsDir: join(import.meta.dirname, "migrations"),
  chain: { chainId: Number(chainId), genesisHash },
});
await startFollower({
  rpcUrl,
  wsUrl,
  database,
  tables,
  applyBlock: applyTransfers,
  onApplied: ({ number }) => console.log(`at ${number}`),
});
console.log("following");
