/**
 * Empties the read model, so that the next start makes it again from block 0: `npm run rebuild -w payments`, while the
 * service is stopped. Invoices keep their states until the chain is read again, then every one is looked at; events
 * that were written once are not written again.
 */
import { rebuildReadModel } from "@cybermiles/chain/follower/readModel";
import { findDeployment } from "./chain/gatewayChain.ts";
import { READ_MODEL } from "./chain/readModel.ts";
import { readConfig } from "./config.ts";
import { openStore } from "./database/store.ts";

async function rebuild(): Promise<void> {
  const config = readConfig(process.env);
  const deployment = await findDeployment(config);
  const store = await openStore(config, deployment);
  await rebuildReadModel(store.db, READ_MODEL);
  // Above every block: the first look after the rebuild takes them all.
  await store.db.query(`update invoice set "derivedAtBlock" = 9223372036854775807`);
  await store.close();
  process.stdout.write("The read model is empty; start the service to make it again from block 0.\n");
}

rebuild().catch((error: Error) => {
  process.stderr.write(`payments rebuild: ${error.message}\n`);
  process.exit(1);
});
