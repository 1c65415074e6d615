// What `npm test` runs. A runner is one command; `counts` says how its closing lines are read.
// Two lanes run side by side (CI has two cores); heavy runners are spread over both by `weight` (seconds, roughly).

export interface Runner {
  readonly name: string;
  readonly command: readonly string[];
  readonly counts: "tests" | "exit";
  readonly weight: number;
}

const nodeTest = (...patterns: string[]) => [
  "node",
  "--test",
  "--test-reporter=spec",
  "--test-concurrency=1",
  ...patterns,
];

export const RUNNERS: readonly Runner[] = [
  {
    name: "contracts",
    command: ["npm", "run", "--silent", "test", "-w", "contracts"],
    counts: "tests",
    weight: 50,
  },
  { name: "chain", command: nodeTest("chain/**/*.test.ts"), counts: "tests", weight: 70 },
  { name: "payments", command: nodeTest("payments/**/*.test.ts"), counts: "tests", weight: 70 },
  { name: "marketplace", command: nodeTest("marketplace/src/**/*.test.ts"), counts: "tests", weight: 100 },
  { name: "web", command: nodeTest("marketplace/web/**/*.test.ts"), counts: "tests", weight: 10 },
  {
    name: "format and lint",
    command: ["biome", "check", "--error-on-warnings", "."],
    counts: "exit",
    weight: 5,
  },
  {
    name: "solidity lint",
    command: ["npm", "run", "--silent", "lint:sol", "-w", "contracts"],
    counts: "exit",
    weight: 5,
  },
  ...["chain", "contracts", "payments", "marketplace", "marketplace/web", "test", "scripts"].map(
    (folder): Runner => ({
      name: `types ${folder}`,
      command: ["tsc", "-p", folder],
      counts: "exit",
      weight: 10,
    }),
  ),
  {
    name: "import direction",
    command: [
      "depcruise",
      "--config=.dependency-cruiser.json",
      "--output-type=err",
      ...["chain", "contracts", "payments", "marketplace", "test"],
    ],
    counts: "exit",
    weight: 15,
  },
  { name: "unused code", command: ["knip"], counts: "exit", weight: 15 },
  // The folders of test/: what crosses packages, each against real services on ports of its own.
  ...Object.entries({
    browser: 120,
    start: 90,
    "payments-matrix": 90,
    conformance: 80,
    "read-models": 40,
    follower: 30,
    contracts: 20,
    database: 20,
    tools: 10,
  }).map(
    ([folder, weight]): Runner => ({
      name: `test ${folder}`,
      command: nodeTest(`test/${folder}/**/*.test.ts`),
      counts: "tests",
      weight,
    }),
  ),
];
