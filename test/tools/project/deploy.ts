// Run by the tools test with HARDHAT_CONFIG set: compiles, deploys Counter on our node, writes, and reads its event.
import hre from "hardhat";

await hre.tasks.getTask("build").run({ quiet: true });
const { viem } = await hre.network.create("cybermiles");
const counter = await viem.deployContract("Counter");
await counter.write.add?.([7n]);
const events = (await counter.getEvents.Counted?.({}, { fromBlock: 0n })) ?? [];
process.stdout.write(`counted ${await counter.read.count?.()} in ${events.length} event\n`);
