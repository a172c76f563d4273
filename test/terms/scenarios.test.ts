import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { compileTerms, type Facts, printMoney, type Receipt } from "../../src/terms/index.ts";
import { edited, laidExamples, shipped } from "./laidExamples.ts";

const page = "docs/reference/scenarios.md";
const laid = await laidExamples("test/terms/scenarios.md");

/** The scenarios of the domain's table, by number. */
const numbers = [
  ..."01 03 04 06 08 10 11 12 13 15 16 17 18 19 20 23 25 27 29 30 32 33 34 35 36 37 38 41 43 44".split(" "),
  ..."46 47 49 50 51 53 54 55 57 59 60 62 63 65 68 70 71 72 74 75".split(" "),
].map((number) => `S${number}`);

/** The rows of the table on the page whose first column has this heading. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const [, table = ""] = readFileSync(page, "utf8").split(`| ${heading} |`);
  return (
    table
      .split("\n\n", 1)[0]
      ?.split("\n")
      .slice(2)
      .filter((line) => line.startsWith("|"))
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim().replaceAll("`", "")),
      ) ?? []
  );
}

/** The answer in the words of the page: `plan, 289.00 PLN, 1 left`. */
function answerOf({ outcome, fee, uses, refund }: Receipt): string {
  const left = uses?.left ?? undefined;
  const rest = uses?.currency === undefined || left === undefined ? left : printMoney(left, uses.currency);
  return [
    outcome,
    ...(fee === null
      ? []
      : [fee.currency === null || fee.amount === 0 ? "free" : printMoney(fee.amount, fee.currency)]),
    ...(rest === undefined ? [] : [`${rest} left`]),
    ...(refund === undefined ? [] : [printMoney(refund.amount, refund.currency)]),
  ].join(", ");
}

/** When the plans of some scenarios run, which no decision says. */
const periods = [
  {
    name: "S15: shipped at three in the afternoon of 1 April",
    document: "programmes/samples/coverage-amount.terms.md",
    product: "amount-12m",
    region: "US",
    startsAt: "2025-04-01T13:00:00Z",
    facts: { device: { shippedAt: "2025-04-01T15:00:00+02:00" } },
  },
  {
    name: "S20: a year that begins on 10 March",
    document: "programmes/dji-care-refresh/2023-07.terms.md",
    product: "care-1y",
    region: "EU",
    startsAt: "2025-03-10T09:00:00Z",
  },
  {
    name: "S54: the year after a year that ends with 11 May",
    document: "programmes/dji-care-refresh/2021.terms.md",
    product: "care-plus",
    region: "EU",
    startsAt: "2022-05-12T00:00:00Z",
  },
] as const;

/** A replacement that left on 10 February, and an old unit that never came. */
const sentFirst: Facts = {
  device: { serial: "S-0001", model: "mini-se", region: "US", price: { amount: 9900, currency: "USD" } },
  plan: { serial: "S-0001", region: "US", startsAt: "2025-01-01T10:00:00Z" },
  claim: {
    at: "2025-02-09T10:00:00-10:00",
    region: "US",
    currency: "USD",
    channel: "quick",
    shippedAt: "2025-02-10T15:00:00-10:00",
    heldAt: "2025-02-10T11:00:00-10:00",
    hold: "none",
    returnedAt: "never",
    remindedAt: "never",
  },
};

const citedBy = ({ because, against }: Receipt): readonly string[] =>
  [...because, ...against].map(({ clause }) => clause);

describe("the scenarios on the shipped documents", () => {
  for (const { name, document, differences } of laid) {
    test(`${name} (${document})`, () => assert.deepEqual(differences, []));
  }
});

describe("the page of scenarios", () => {
  const rows = rowsUnder("Scenario").map(([scenario, situation, document, clause, answer]) => ({
    name: `${scenario}: ${situation}`,
    document: `programmes/${document}.terms.md`,
    clause: clause ?? "",
    answer,
  }));

  test("has a row for each of them, and no other", () => {
    assert.deepEqual(
      rows.map(({ name }) => name).sort(),
      [...laid.map(({ name }) => name), ...periods.map(({ name }) => name)].sort(),
    );
    assert.deepEqual([...new Set(rows.map(({ name }) => name.slice(0, 3)))].sort(), numbers);
  });

  for (const { name, document, receipt } of laid) {
    test(`${name}: says the clause and the answer`, () => {
      const row = rows.find((each) => each.name === name);
      assert.equal(row?.document, document);
      assert.equal(row.answer, answerOf(receipt));
      assert.ok(citedBy(receipt).includes(row.clause), `${row.clause} is not among ${citedBy(receipt)}`);
    });
  }

  for (const { name, document, product, startsAt, region, ...given } of periods) {
    test(`${name}: says the clause and the days`, async () => {
      const row = rows.find((each) => each.name === name);
      const { document: read, terms } = await shipped(document);
      const facts = "facts" in given ? given.facts : undefined;
      const period = terms.period(product, startsAt, region, facts);
      assert.equal(row?.document, document);
      assert.equal(row.answer, `from ${period.startsAt} through ${period.lastDay}`);
      assert.equal(read.clauses.find(({ id }) => id === row.clause)?.rule?.kind, "period");
    });
  }

  test("Care Refresh+ lengthens the warranty at once (S54)", async () => {
    const { terms } = await shipped("programmes/dji-care-refresh/2021.terms.md");
    assert.equal(terms.warrantyExtension("care-plus"), "1 year");
    const extend = terms.clauses.find(({ id }) => id === "warranty.length");
    assert.match(extend?.html ?? "", /as soon as you have bought/);
  });

  test("of a hold that ends before the return is due, the day to authorise it anew is told (S50)", () => {
    const row = laid.find(({ name }) => name.startsWith("S50"));
    const ends = row?.receipt.deadlines.map(({ clause, to }) => `${clause} ${to}`);
    assert.deepEqual(ends, [
      "return.core 2025-09-16T10:00:00Z",
      "return.battery 2025-09-16T10:00:00Z",
      "hold.card 2025-09-08T21:00:00Z",
      "hold.again 2025-09-08T10:00:00Z",
    ]);
  });

  test("a neighbour's forty-five days and list price are other numbers in the same clauses (S53)", () => {
    const express = "programmes/dji-express/2025.terms.md";
    const slower = compileTerms(edited(express, "within: 14 days", "within: 45 days"));
    const outcomeAt = (at: string): Receipt =>
      slower.decide("return", { ...sentFirst, at: `${at}-10:00` } as Facts);
    assert.equal(outcomeAt("2025-03-27T23:59:59").outcome, "remind");
    const { outcome, fee } = outcomeAt("2025-03-28T00:00:00");
    assert.deepEqual([outcome, fee?.amount], ["capture", 9900]);
  });

  test("names proofs that are there", () => {
    const proofs = rowsUnder("What no document decides").flatMap(([, , proof = ""]) => proof.split(", "));
    assert.ok(proofs.length > 0);
    assert.deepEqual(
      proofs.filter((proof) => proof !== "still to come" && !existsSync(proof)),
      [],
    );
  });
});
