import { line } from "../tidy/house.ts";
import { releasedPath } from "../tidy/sql.ts";

/** The name of a rule, and files that break it on purpose. */
export type PlantedTree = {
  readonly rule: string;
  readonly files: readonly (readonly [path: string, body: string])[];
};

const project = (...modules: string[]): string =>
  JSON.stringify({ references: modules.map((name) => ({ path: `../${name}` })) });
const projects = line.map(
  (name, index) => [`src/${name}/tsconfig.json`, project(...line.slice(0, index))] as const,
);
const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join("");
const packages = (dependencies: Record<string, string>): string => JSON.stringify({ dependencies });
const licence = (license?: string): string => JSON.stringify({ packages: { "node_modules/a": { license } } });
/** Words that may not stand in any file, this one included, are put together here. */
const joined = (...parts: string[]): string => parts.join("");

const house: readonly PlantedTree[] = [
  {
    rule: "each project refers to exactly the modules on its left",
    files: [...projects, ["src/money/tsconfig.json", project("terms", "claims")]],
  },
  {
    rule: "the console refers to nothing but terms and client",
    files: [["src/console/tsconfig.json", project("terms", "client", "claims")]],
  },
  { rule: "every folder in src is a module of the line", files: [["src/billing/index.ts", ""]] },
  { rule: "every folder in src is a module of the line", files: [["src/money/index.ts", ""]] },
  {
    rule: "the client takes only types from the modules",
    files: [["src/client/call.ts", 'export { money } from "../money/index.ts";\n']],
  },
  { rule: "every module has a front door", files: [["src/money/ledger.ts", ""]] },
  {
    rule: "every language has every message",
    files: [
      ["src/portal/words/en.ts", 'export const en = {\n  title: "Cover",\n  back: "Back",\n};\n'],
      ["src/portal/words/pl.ts", 'export const pl = {\n  title: "Ochrona",\n};\n'],
    ],
  },
  {
    rule: "every language has every message",
    files: [
      ["src/portal/words/en/claim.ts", 'export const claim = {\n  title: "Claim",\n};\n'],
      ["src/portal/words/pl/other.ts", 'export const other = {\n  title: "Inne",\n};\n'],
    ],
  },
  {
    rule: "decision records are numbered without a gap",
    files: [
      ["docs/decisions/0001-a.md", ""],
      ["docs/decisions/0003-c.md", ""],
    ],
  },
];

const names: readonly PlantedTree[] = [
  ...["src/money/utils.ts", "src/money/claimManager.ts", "src/helpers/a.ts", "bin/misc"].map((path) => ({
    rule: "no file, folder or class is called by an empty word",
    files: [[path, ""] as const],
  })),
  {
    rule: "no file, folder or class is called by an empty word",
    files: [["src/money/ledger.ts", "export class LedgerHandler {}\n"]],
  },
  { rule: "folders below src are at most 3 deep", files: [["src/money/a/b/c/d.ts", ""]] },
  {
    rule: "a source file is named after what it exports",
    files: [["src/money/ledger.ts", "export const receipt = 1;\n"]],
  },
  {
    rule: "an act and its decision export what their file is called",
    files: [["src/money/payFee/payFee.ts", "export const payTheFee = 1;\n"]],
  },
  {
    rule: "an act and its decision export what their file is called",
    files: [["src/money/payFee/decidePayFee.ts", "export const feeOf = 1;\n"]],
  },
  {
    rule: "every decision has its test beside it",
    files: [["src/money/payFee/decidePayFee.ts", "export const decidePayFee = 1;\n"]],
  },
  {
    rule: "a decision lives in the folder of its act",
    files: [["src/money/decidePayFee.ts", "export const decidePayFee = 1;\n"]],
  },
];

const sizes: readonly PlantedTree[] = [
  { rule: "a line has at most 110 columns", files: [["src/money/wide.ts", `// ${"x".repeat(108)}\n`]] },
  {
    rule: "a source file has at most 300 lines",
    files: [["src/money/long.ts", times(301, () => "step();\n")]],
  },
  {
    rule: "a file imports from at most 14 places",
    files: [["src/money/many.ts", times(15, (n) => `import { a${n} } from "./a${n}.ts";\n`)]],
  },
];

const text: readonly PlantedTree[] = [
  {
    rule: "a class of the console is described in one style sheet",
    files: [
      ["src/console/theme/bar.css", ".found {\n}\n"],
      ["src/console/theme/bench.css", ".found {\n}\n"],
    ],
  },
  ...["TO-DO", "FIX-ME", "XX-X", "HA-CK"].map((word) => ({
    rule: "nothing is put off in a comment",
    files: [["db/migrations/0001_create_a.sql", `-- ${word.replace("-", "")} later\n`] as const],
  })),
  ...["biome-ig_nore x", "oxlint-dis_able", "@ts-expect_-error", "eslint-dis_able", "prettier-ig_nore"].map(
    (word) => ({
      rule: "no rule is silenced inline",
      files: [["src/money/a.ts", `// ${word.replace("_", "")}\n`] as const],
    }),
  ),
  ...['test.skip("a", f);', 'test("a", { skip: true }, f);', "t.todo();", 'it.only("a", f);'].map((body) => ({
    rule: "no test is skipped, narrowed or left to do",
    files: [["src/money/a.test.ts", body] as const],
  })),
  {
    rule: "no test waits for time to pass",
    files: [["src/money/a.test.ts", joined("await new Promise((go) => set", "Timeout(go, 10));")]],
  },
  {
    rule: "the hour comes from platform/clock.ts",
    files: [["src/money/a.ts", joined("export const now = new ", "Date();")]],
  },
];

const sql: readonly PlantedTree[] = [
  ...[
    "`select id\n  from claims.claim`",
    '"insert into claim values (1)"',
    "`\n  update claims.claim set state = 1`",
    '"delete from claim"',
    "`with a as (select 1) select 2`",
  ].map((statement) => ({
    rule: "SQL stands in stores and in db/, nowhere else",
    files: [["src/claims/openClaim/openClaim.ts", `run(${statement});\n`] as const],
  })),
  ...["created timestamptz not null", "bought_at date"].map((column) => ({
    rule: "a column that holds an instant ends in _at, one that holds a day in _on",
    files: [["db/migrations/0001_create_a.sql", `create table a (\n  ${column}\n);\n`] as const],
  })),
  {
    rule: "SQL is written in lower case",
    files: [["db/migrations/0001_create_a.sql", "CREATE TABLE a ();\n"]],
  },
  {
    rule: "migrations are numbered without a gap and named by verb and noun",
    files: [
      ["db/migrations/0001_create_claim.sql", ""],
      ["db/migrations/0003_add_fee.sql", ""],
    ],
  },
  {
    rule: "migrations are numbered without a gap and named by verb and noun",
    files: [["db/migrations/0001_claims.sql", ""]],
  },
  ...[
    ["db/migrations/0001_create_claim.sql", "edited"] as const,
    ["elsewhere.md", "taken away"] as const,
  ].map((file) => ({
    rule: "a released migration or published terms document is never edited",
    files: [[releasedPath, '{ "db/migrations/0001_create_claim.sql": "0f5c" }'] as const, file],
  })),
];

const dependencies: readonly PlantedTree[] = [
  {
    rule: "nothing is installed that needs TypeScript's old compiler API",
    files: [
      ["package-lock.json", JSON.stringify({ packages: { "node_modules/a/node_modules/ts-morph": {} } })],
    ],
  },
  ...["^1.0.0", "~1.0.0", "latest", "1.x", "github:a/b"].map((version) => ({
    rule: "dependencies are pinned to one exact version",
    files: [["package.json", packages({ a: version })] as const],
  })),
  {
    rule: "there are at most 40 runtime dependencies",
    files: [
      [
        "package.json",
        packages(Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`a${n}`, "1.0.0"]))),
      ],
    ],
  },
  {
    rule: "each runtime dependency has its line in docs/decisions/dependencies.md",
    files: [["package.json", packages({ a: "1.0.0" })]],
  },
  {
    rule: "each runtime dependency has its line in docs/decisions/dependencies.md",
    files: [["docs/decisions/dependencies.md", "| `gone` | once of use |\n"]],
  },
  ...["GPL-3.0-only", "MIT AND AGPL-3.0-only", "SEE LICENSE IN LICENSE", undefined].map((name) => ({
    rule: "everything installed has a licence from the allowed list",
    files: [["package-lock.json", licence(name)] as const],
  })),
];

export const plantedTrees: readonly PlantedTree[] = [
  ...house,
  ...names,
  ...sizes,
  ...text,
  ...sql,
  ...dependencies,
];

/** A small tree in which everything is as it should be, near the edge of several rules. */
export const tidyTree: ReadonlyMap<string, string> = new Map([
  ...projects,
  ...line.map((name) => [`src/${name}/index.ts`, ""] as const),
  ["src/console/tsconfig.json", project("terms", "client")],
  ["src/client/tsconfig.json", project("terms")],
  ["src/client/index.ts", 'export type { Claim } from "../claims/index.ts";\n'],
  ["src/claims/a/b/claims.ts", "export type Claim = { at: string };\n"],
  ["src/claims/payFee/payFee.ts", 'export const payFee = { label: "Select a way from the list" };\n'],
  ["src/claims/payFee/decidePayFee.ts", "export function decidePayFee() {}\n"],
  ["src/claims/payFee/decidePayFee.test.ts", 'test("pays", () => count("select 1 from claim"));\n'],
  [
    "src/claims/store.ts",
    `const lock = one("lock", \`\n  select 1\n    from claim\`); // ${"x".repeat(60)}\n`,
  ],
  ["src/claims/claimStore.ts", "export const claimById = one(`select 1 from claim`);\n"],
  ["src/cli/terms/decideCase.ts", "export const decideCase = 1;\n"],
  ["src/platform/ids.ts", `export const newId = 1; // ${"x".repeat(83)}\n`],
  ["src/portal/words/en.ts", 'export const en = {\n  title: "Cover",\n};\n'],
  ["src/portal/words/pl.ts", 'export const pl = {\n  title: "Ochrona",\n};\n'],
  [
    "db/migrations/0001_create_claim.sql",
    "-- NOT NULL everywhere\ncreate table claims.claim (\n  paid_at timestamptz\n);\n",
  ],
  ["package.json", packages({ a: "1.0.0-beta.1" })],
  ["docs/decisions/dependencies.md", "| `a` | of use |\n"],
  ["docs/decisions/0001-a.md", ""],
  ["package-lock.json", licence("(GPL-2.0-only OR MIT)")],
]);
