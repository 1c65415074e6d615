import { network } from "hardhat";
import { describeStory } from "./support/story.ts";

describeStory("Hardhat's simulated network", async () => {
  const server = await network.createServer("default", "127.0.0.1", 0);
  const { address, port } = await server.listen();
  return { url: `http://${address}:${port}`, close: () => server.close() };
});
