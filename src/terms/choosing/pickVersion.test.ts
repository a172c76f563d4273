import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { readTerms } from "../reading/readTerms.ts";
import { pickVersion } from "./pickVersion.ts";

const text = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");

function version(name: string, from: string, more = "supersedes: none", status = "published"): TermsDocument {
  const edited = text
    .replace('version: "2026-01"', `version: "${name}"\n${more}`)
    .replace("status: published", `status: ${status}`)
    .replace("from: 2026-01-01", `from: ${from}`);
  const { document, findings } = readTerms({ file: `${name}.terms.md`, text: edited });
  return document ?? assert.fail(JSON.stringify(findings));
}

const old = version("2021", "2021-01-01");
const narrow = version("2023", "2023-07-01", 'supersedes: "2021"');
const kind = version("2024", "2024-06-12", 'supersedes: "2023"\napplies-to-existing: yes');
const draft = version("2025", "2025-01-01", 'supersedes: "2024"\napplies-to-existing: yes', "draft");
const all = [kind, draft, old, narrow];

const ran = (startsAt: unknown, incident?: unknown): Facts =>
  ({
    at: "2024-09-01T10:00:00Z",
    plan: { startsAt, region: "EU" },
    ...(incident === undefined ? {} : { incident: { at: incident } }),
  }) as Facts;

function picked(facts: Facts): string {
  const found = pickVersion(all, facts);
  if (found.picked === "versions") {
    return `${found.contract.front.version} ${found.judging.front.version}`;
  }
  return found.picked === "none" ? "none" : `needs ${found.needs.join()}`;
}

/** The contract's generation and the version that judges, or what is asked for. */
const table: readonly (readonly [string, Facts, string])[] = [
  ["a contract keeps its generation", ran("2022-05-01T00:00:00Z", "2023-12-01T00:00:00Z"), "2021 2021"],
  [
    "a change for new contracts reaches no old one",
    ran("2023-06-30T00:00:00Z", "2023-08-01T00:00:00Z"),
    "2021 2021",
  ],
  [
    "a change for all reaches old ones from its day on",
    ran("2023-06-30T00:00:00Z", "2024-06-12T00:00:00Z"),
    "2021 2024",
  ],
  ["and not before it, in the plan's zone", ran("2023-06-30T00:00:00Z", "2024-06-11T21:59:59Z"), "2021 2021"],
  ["the first moment of a version's day", ran("2023-06-30T22:00:00Z", "2023-08-01T00:00:00Z"), "2023 2023"],
  [
    "renewed into the next generation, hit under it",
    ran("2023-09-01T00:00:00Z", "2023-10-01T00:00:00Z"),
    "2023 2023",
  ],
  [
    "an incident before a renewal is judged by the contract it fell into",
    ran("2022-09-01T00:00:00Z", "2023-08-31T00:00:00Z"),
    "2021 2021",
  ],
  ["a draft binds nobody", ran("2025-02-01T00:00:00Z", "2025-03-01T00:00:00Z"), "2024 2024"],
  ["older than every version", ran("2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z"), "none"],
  ["no contract yet: by the day of the decision", { at: "2023-08-01T00:00:00Z", plan: "none" }, "2023 2023"],
  ["no incident told of: by the day of the decision", ran("2022-05-01T00:00:00Z"), "2021 2024"],
  ["no date of the contract", ran("unknown", "2024-09-01T00:00:00Z"), "needs plan.startsAt"],
  [
    "a date that falls on both sides",
    ran({ from: "2023-06-01", to: "2023-07-31" }, "2023-08-01T00:00:00Z"),
    "needs plan.startsAt",
  ],
  [
    "a date of the contract known by its day is enough",
    ran("2023-07-01", "2023-08-01T00:00:00Z"),
    "2023 2023",
  ],
  ["no date of the incident, where it matters", ran("2022-05-01T00:00:00Z", "unknown"), "needs incident.at"],
  ["no date of the incident, where it does not", ran("2024-07-01T00:00:00Z", "unknown"), "2024 2024"],
];

for (const [name, facts, versions] of table) {
  test(`${name}: ${versions}`, () => {
    assert.equal(picked(facts), versions);
    assert.deepEqual(pickVersion(all.toReversed(), facts), pickVersion(all, facts));
  });
}
