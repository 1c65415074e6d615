// What `npm test` runs. A runner is one command; `counts` says how its closing lines are read.
// Two lanes run side by side (CI has two cores); heavy runners are spread over both by `weight` (seconds, roughly).

export interface Runner {
  readonly name: string;
  readonly command: readonly string[];
  readonly counts: "tests" | "exit";
  readonly weight: number;
  /** Runs alone: measures time or drives a browser. */
  readonly alone?: boolean;
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
    weight: 120,
  },
  { name: "chain", command: nodeTest("chain/**/*.test.ts"), counts: "tests", weight: 90 },
  { name: "payments", command: nodeTest("payments/src/**/*.test.ts"), counts: "tests", weight: 90 },
  { name: "marketplace", command: nodeTest("marketplace/src/**/*.test.ts"), counts: "tests", weight: 60 },
  { name: "web", command: nodeTest("marketplace/web/**/*.test.ts"), counts: "tests", weight: 10 },
  {
    name: "format and lint",
    command: ["biome", "check", "--error-on-warnings", "."],
    counts: "exit",
    weight: 5,
  },
  {
    name: "solidity format",
    command: ["prettier", "--check", "--log-level=warn", "contracts/**/*.sol"],
    counts: "exit",
    weight: 5,
  },
  {
    name: "solidity lint",
    command: ["solhint", "--max-warnings=0", "--config=contracts/.solhint.json", "contracts/src/**/*.sol"],
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
  { name: "suite", command: nodeTest("test/**/*.test.ts"), counts: "tests", weight: 240 },
];
