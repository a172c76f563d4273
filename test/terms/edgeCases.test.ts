import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import {
  checkTerms,
  combineFindings,
  compileTerms,
  diffTerms,
  type Facts,
  pickVersion,
  printMoney,
  type Receipt,
  readTerms,
  type TermsDocument,
} from "../../src/terms/index.ts";
import { edited, laidExamples, shipped } from "./laidExamples.ts";

const laid = await laidExamples("test/terms/edgeCases.md");
const care = (version: string): string => `programmes/dji-care-refresh/${version}.terms.md`;
const { document, terms } = await shipped(care("2025"));
const codes = (found: ReturnType<typeof checkTerms>): string[] => found.map(({ code }) => code);

/** The facts of an example of the current version. */
function factsOf(name: string): Facts {
  const example = document.examples.find((each) => each.name === name);
  return example?.facts ?? assert.fail(`The version of 2025 has no example "${name}".`);
}

function receiptOf(name: string): Receipt {
  return laid.find((each) => each.name === name)?.receipt ?? assert.fail(`No example "${name}".`);
}

/** The fees of 2025, of which the one for an RS 3 rises in July. */
const table = /\| Model \| Currency \| Cause [\s\S]*?(?=\n\n)/.exec(document.source.text)?.[0] ?? "";
const dated = table
  .split("\n")
  .map((line, index) => `${line} ${["From | Until |", "---|---|"][index] ?? "none | none |"}`)
  .join("\n")
  .replace(/\| rs-3 .*$/m, "| rs-3 | PLN | any | 289 | 289 | none | 2025-06-30 |\n$&")
  .replace(/\| 289 \| 289 \| none \| none \|$/, "| 309 | 309 | 2025-07-01 | none |");
const repriced = compileTerms(edited(care("2025"), table, dated));

/** One edge case: its examples hold, and what no example can say. */
function edgeCase(number: number, title: string, also?: () => void | Promise<void>): void {
  test(`${number}. ${title}`, async () => {
    const mine = laid.filter(({ name }) => name.startsWith(`${number}: `));
    assert.deepEqual(
      mine.filter(({ differences }) => differences.length > 0),
      [],
    );
    assert.ok(mine.length > 0 || also !== undefined);
    await also?.();
  });
}

edgeCase(1, "forty-eight hours over a clock change");

edgeCase(2, "29 February and the 31st", async () => {
  const year = terms.period("care-1y", "2028-02-29T12:00:00Z", "EU");
  assert.equal(year.lastDay, "2029-02-28");
  const { terms: monthly } = await shipped("programmes/samples/monthly-request.terms.md");
  const startsAt = "2025-01-31T10:00:00Z";
  const lastDays: string[] = [];
  let next: string = startsAt;
  while (lastDays.length < 4) {
    const month = monthly.period("monthly", next, "US", { plan: { startsAt } });
    lastDays.push(month.lastDay);
    next = month.endsAt;
  }
  assert.deepEqual(lastDays, ["2025-02-28", "2025-03-30", "2025-04-30", "2025-05-30"]);
});

edgeCase(3, "at the very instant", () => {
  const period = terms.clauses.find(({ id }) => id === "plan.period")?.html ?? "";
  assert.match(period, /through the day before/);
  assert.doesNotMatch(period, /until the (same|day)/);
});

edgeCase(4, "a region with many zones, and a customer on the move", () => {
  for (const region of document.front.regions.values()) {
    assert.ok(region.zone.includes("/"), "a region has one zone");
  }
  assert.equal(terms.period("care-1y", "2025-03-10T20:00:00-05:00", "US").zone, "Pacific/Honolulu");
});

edgeCase(5, "a first activation that is unknown or impossible");

edgeCase(6, "an incident known only as a day, or as an interval across the plan's end");

edgeCase(7, "it happened inside the plan and was told outside it");

edgeCase(8, "two open cases, one replacement left");

edgeCase(9, "a fee for a use that there is not, and a use without a fee", () => {
  const three = "| care-2y | Two-year plan | 24 months | 3 |";
  const more = edited(care("2021"), three, three.replace("3 |", "5 |"));
  assert.ok(codes(checkTerms(more)).includes("fee_missing"));
  const fewer = edited(care("2021"), three, three.replace("3 |", "1 |"));
  assert.ok(codes(checkTerms(fewer)).includes("fee_beyond_limit"));
  const fourth = more.examples.find(({ name }) => name === "a fourth there is not");
  assert.ok(fourth);
  assert.equal(compileTerms(more).verdict("coverage", fourth.facts), "incomplete");
});

edgeCase(10, "two windows for the same device", () => {
  const handheld = "when: { device.group: handheld }\nfrom: device.activatedAt\nwindow: 30 days\n";
  const both = handheld.replace("handheld", "[handheld, gimbal]");
  const overlaps = checkTerms(edited(care("2016"), handheld, both));
  const [{ witness } = {}] = overlaps;
  const shown = JSON.stringify(witness);
  assert.deepEqual(
    overlaps.map(({ code, severity }) => [code, severity]),
    [["windows_overlap", "error"]],
  );
  assert.match(shown, /"group":"gimbal"/);
  const meant = checkTerms(edited(care("2016"), handheld, `${both}alternative-to: [activate.gimbal]\n`));
  assert.deepEqual(meant, []);
  assert.deepEqual(checkTerms(document), []);
});

edgeCase(11, "a window that the terms open again");

edgeCase(12, "a region is neither a country nor a currency, and what it is depends on the day", async () => {
  const regions = [...document.front.regions];
  const countries = regions.flatMap(([, region]) => region.countries);
  assert.equal(new Set(countries).size, countries.length);
  for (const apart of ["CH", "NO", "HK", "TW", "CN"]) {
    assert.deepEqual(document.front.regions.get(apart)?.countries, [apart]);
  }
  assert.ok((document.front.regions.get("EU")?.currencies.length ?? 0) > 1);
  await regionsByDay();
});

/** New Zealand left with the version of 2021; a country that joins comes with another version. */
async function regionsByDay(): Promise<void> {
  const [before, after] = await Promise.all(["2017", "2021"].map((version) => shipped(care(version))));
  assert.ok(before && after);
  const later = edited(care("2025"), "RO, SK, SI, ES, SE]\n  UK:", "RO, SK, SI, ES, SE, LI]\n  UK:");
  const effective = { ...later.front.effective, from: "2026-01-01" };
  const joined = { ...later, front: { ...later.front, version: "2026", effective } };
  const documents = [before.document, after.document, document, joined];
  const contractOf = (startsAt: string, region: string): TermsDocument => {
    const plan = { startsAt, region };
    const found = pickVersion(documents, { plan, region, incident: { at: "2026-02-01T10:00:00Z" } });
    return found.picked === "versions" ? found.contract : assert.fail(found.picked);
  };
  const hasCountry = (startsAt: string, region: string, country: string): boolean =>
    contractOf(startsAt, region).front.regions.get(region)?.countries.includes(country) ?? false;
  // A contract keeps its version, and with it its region, zone and currencies, whatever comes later.
  assert.deepEqual(
    ["2021-01-24", "2021-01-29"].map((day) => hasCountry(`${day}T12:00:00Z`, "NZ", "NZ")),
    [true, false],
  );
  assert.deepEqual(
    ["2025-12-31T23:59:59Z", "2026-01-01T12:00:00Z"].map((at) => hasCountry(at, "EU", "LI")),
    [false, true],
  );
  const sold = { device: { model: "mavic-mini", region: "NZ", plan: "none", activatedAt: "never" } };
  const offered = { ...sold, code: { product: "care-1y", region: "NZ" }, invitation: "none" } as Facts;
  const at = "2021-02-01T10:00:00Z";
  const against = after.terms.decide("offer", { ...offered, at }).against.map(({ clause }) => clause);
  assert.ok(against.includes("offer.region"));
  assert.equal(before.terms.period("care-1y", "2020-12-01T10:00:00Z", "NZ").zone, "Pacific/Auckland");
}

edgeCase(13, "the corners of money", () => {
  assert.equal(printMoney(5990, "JPY"), "5990 JPY");
  const { findings } = readTerms({
    file: "yen.terms.md",
    text: document.source.text.replace("| rs-3 | PLN | any | 289 |", "| rs-3 | JPY | any | 289.50 |"),
  });
  assert.ok(findings.some(({ code }) => code === "amount_decimals"));
  assert.equal(terms.decide("coverage", factsOf("it hit a tree")).fee?.tax, "included");
  const claimed = factsOf("the first of an RS 3");
  const feeAt = (at: string): number | undefined =>
    repriced.decide("coverage", { ...claimed, claim: { ...(claimed.claim as object), at } } as Facts).fee
      ?.amount;
  assert.deepEqual(["2025-06-30T23:59:59Z", "2025-07-01T00:00:00Z"].map(feeAt), [28_900, 30_900]);
});

edgeCase(14, "an exclusion that two routes share", async () => {
  const seeds = care("seeds");
  const { document: before } = await shipped(seeds);
  const shared = "applies-to: [plan, warranty]\nwhen: { incident.lost: [partial, total] }";
  const after = edited(seeds, shared, shared.replace("plan, warranty", "plan"));
  const { effect } = diffTerms(before, after);
  assert.ok(effect.classes.length > 0);
  assert.deepEqual([...new Set(effect.classes.flatMap(({ routes }) => routes))], ["warranty"]);
});

edgeCase(15, "several findings in one case", () => {
  assert.equal(receiptOf("15: the defect, of a case with two findings").uses, null);
  assert.equal(receiptOf("15: and the crash").uses?.nth, 1);
  const names = ["15: the defect, of a case with two findings", "15: and the crash"];
  const both = combineFindings(names.map((finding) => ({ finding, receipt: receiptOf(finding) })));
  const parts = both.ways.map(({ part }) => part);
  assert.deepEqual([both.outcome, both.fees[0]?.amount, ...parts], ["plan", 28_900, "needless", "taken"]);
});

edgeCase(16, "a part that is lost, and a part that was not sent");

edgeCase(17, "the replacement unit");

edgeCase(18, "grandfathering at the joints", async () => {
  const versions = await Promise.all(
    ["2016", "2017", "2021", "2023-07", "2025"].map((each) => shipped(care(each))),
  );
  const documents = versions.map((each) => each.document);
  const picked = (startsAt: string): string => {
    const plan = { startsAt, region: "EU" };
    const found = pickVersion(documents, { plan, region: "EU", incident: { at: "2026-01-10T10:00:00Z" } });
    return found.picked === "versions" ? found.contract.front.version : found.picked;
  };
  const joints = [
    "2016-12-31",
    "2017-01-01",
    "2021-01-26",
    "2021-01-27",
    "2023-07-17",
    "2023-07-18",
    "2025-01-01",
  ];
  assert.deepEqual(
    joints.map((day) => picked(`${day}T12:00:00Z`)),
    ["2016", "2017", "2017", "2021", "2021", "2023-07", "2025"],
  );
  assert.deepEqual(["2023-07-17T23:59:59Z", "2023-07-18T00:00:00Z"].map(picked), ["2021", "2023-07"]);
  assert.equal(picked("2016-09-30T12:00:00Z"), "none");
  const reaching = edited(care("2025"), "supersedes: ", "applies-to-existing: yes\nsupersedes: ");
  const plan = { startsAt: "2024-03-10T09:00:00Z", region: "EU" };
  const joined = (at: string): string => {
    const found = pickVersion([...documents.slice(0, -1), reaching], { plan, incident: { at } });
    return found.picked === "versions"
      ? `${found.contract.front.version} judged by ${found.judging.front.version}`
      : found.picked;
  };
  assert.equal(joined("2024-12-31T12:00:00Z"), "2023-07 judged by 2023-07");
  assert.equal(joined("2025-01-01T12:00:00Z"), "2023-07 judged by 2025");
  const contract = documents[3] ?? assert.fail();
  const receipt = compileTerms(reaching, { contract }).decide("coverage", { plan });
  assert.deepEqual(receipt.terms.contract, { version: "2023-07", hash: contract.hash });
  assert.deepEqual([receipt.terms.version, receipt.terms.hash], ["2025", reaching.hash]);
});

edgeCase(19, "a fact is corrected later", () => {
  const [before, after] = ["19: found modified", "19: and the finding withdrawn"].map(receiptOf);
  assert.deepEqual(before?.terms, after?.terms);
  assert.equal(before?.uses, null);
  assert.equal(after?.uses?.nth, 1);
});

edgeCase(20, "undoing the plan");

test("under it all: two engines, two tz databases, one answer, and each names its own", () => {
  const facts = factsOf("it hit a tree");
  const [here, there] = ["2025a", "2026b"].map((tzdb) =>
    compileTerms(document, { tzdb }).decide("coverage", facts),
  );
  assert.deepEqual([here?.terms.tz, there?.terms.tz], ["2025a", "2026b"]);
  assert.ok(here?.terms.engine && here.terms.vocabulary && here.terms.hash);
  assert.deepEqual({ ...here, terms: null }, { ...there, terms: null });
});

test("under it all: no clause of a plan reaches what the law gives above it", async () => {
  const above = compileTerms(document, {
    overlays: [(await shipped("statutes/eu-conformity.terms.md")).document],
  });
  const cases = document.examples.filter(
    ({ decision, facts }) => decision === "coverage" && facts.plan !== undefined,
  );
  for (const { name, facts } of cases) {
    const day = "2025-05-20T09:00:00Z";
    const defective = {
      ...facts,
      holder: { kind: "consumer", country: "PL" },
      device: { ...(facts.device as object), purchasedAt: "2025-03-10T09:00:00Z" },
      incident: { ...(facts.incident as object), at: day, cause: "defect" },
    } as Facts;
    assert.equal(above.verdict("coverage", defective), "statutory", name);
  }
  assert.ok(cases.length > 50);
});

test("control: an example that says otherwise than the document is found", async () => {
  const folder = mkdtempSync(join(tmpdir(), "evermend-edges-"));
  const file = join(folder, "wrong.md");
  const right = readFileSync("test/terms/edgeCases.md", "utf8");
  writeFileSync(file, right.replace("until: 2025-03-30T01:30:00Z", "until: 2025-03-30T02:30:00Z"));
  const found = (await laidExamples(file)).filter(({ differences }) => differences.length > 0);
  rmSync(folder, { recursive: true });
  assert.deepEqual(
    found.map(({ name }) => name),
    ["1: forty-eight hours after half past two, over a clock change"],
  );
});
