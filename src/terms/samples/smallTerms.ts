import type { Facts } from "../facts.ts";
import type { Terms } from "../terms.ts";
import { sampleTerms } from "./sampleTerms.ts";

const front = `---
terms: small-plan
version: "2026-01"
status: draft
vocabulary: device-plan/1
language: en
legal-form: service-contract
title: Small plan
effective: { from: 2020-01-01, picks-by: plan.startsAt }
regions:
  EU: { zone: Europe/Warsaw, currencies: [PLN, EUR], countries: [PL, DE] }
  JP: { zone: Asia/Tokyo, currencies: [JPY], countries: [JP] }
  US: { zone: America/New_York, currencies: [USD], countries: [US] }
---
`;

/** A clause of a small document: its id, then its rule; a table may follow after an empty line. */
function clauseText(clause: string): string {
  const [id = "", ...lines] = clause.trim().split("\n");
  const at = lines.findIndex((line) => line.trim().startsWith("|"));
  const rule = (at < 0 ? lines : lines.slice(0, at)).map((line) => line.trim()).filter((line) => line !== "");
  const table = at < 0 ? [] : lines.slice(at).map((line) => line.trim());
  const fence = rule.length === 0 ? [] : ["```terms", ...rule, "```", ""];
  return [`## ${id} {#${id}}`, "", "Words.", "", ...fence, ...table, ""].join("\n");
}

/** The text of a document of nothing but these clauses, and of a way to pay for a repair. */
export const smallText = (...clauses: readonly string[]): string =>
  [front, "# Small plan", "", ...[...clauses, paid].map(clauseText)].join("\n");

const paid = `
  route.paid
  kind: route
  route: paid
  when: otherwise`;

export const smallTerms = (...clauses: readonly string[]): Terms => sampleTerms(smallText(...clauses));

/** A drop in the tenth month of a year's plan, everything known. */
export const smallCase: Facts = {
  at: "2026-10-20T10:00:00Z",
  device: { serial: "S1", model: "m-1" },
  plan: {
    product: "one",
    status: "active",
    serial: "S1",
    region: "EU",
    startsAt: "2025-12-31T23:00:00Z",
    endsAt: "2026-12-31T23:00:00Z",
    uses: [],
  },
  incident: { at: "2026-10-19T10:00:00Z", cause: "drop" },
  claim: { at: "2026-10-20T10:00:00Z", region: "EU", currency: "PLN", wants: "replacement" },
};
