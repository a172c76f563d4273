import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Findings } from "../src/client/index.ts";
import { factsFound } from "../src/console/bench/factsFound.ts";
import { sameReceipt } from "../src/console/bench/sameReceipt.ts";
import { compileTerms, type Facts, type Terms, unpackTerms } from "../src/terms/index.ts";
import { type ClaimDesk, claimDesk } from "./support/claimDesk.ts";

let desk: ClaimDesk;
let id: string;
before(async () => {
  desk = await claimDesk();
  id = await desk.claimAfter(["intake"]);
});

interface Told {
  readonly facts: Facts;
  readonly terms: { readonly programme: string; readonly version: string; readonly digest: string };
}

async function told(): Promise<Told> {
  const { status, body } = await desk.app.call("staff", `GET /v1/claims/${id}/facts`);
  assert.equal(status, 200);
  return body as unknown as Told;
}

async function termsHere({ programme, version, digest }: Told["terms"]): Promise<Terms> {
  const query = new URLSearchParams({ version, digest });
  const { body } = await desk.app.call("staff", `GET /v1/terms/${programme}/pack?${query}`);
  const unpacked = unpackTerms(body) ?? assert.fail();
  return compileTerms(unpacked.document, unpacked.layers);
}

/** Findings that leave it open, that settle it each way, and that change what the owner told. */
const found: readonly Findings[] = [
  {},
  { intentional: true },
  { cosmeticOnly: true, cause: "water" },
  { lost: "total", parts: ["camera", "battery"] },
  { modified: true, warrantyEndsAt: "2027-06-01T00:00:00Z" },
  {
    intentional: false,
    cosmeticOnly: false,
    forceMajeure: false,
    unauthorisedParts: false,
    unauthorisedRepair: false,
    unsuitableConditions: false,
    modified: false,
  },
];

for (const findings of found) {
  test(`the bench's own receipt is the server's: ${JSON.stringify(findings)}`, async () => {
    const { facts, terms } = await told();
    const compiled = await termsHere(terms);
    const { body } = await desk.app.call("staff", `POST /v1/claims/${id}/inspection?dryRun=true`, {
      findings,
    });
    const receipt = body.receipt as { at: string };
    const own = compiled.decide("coverage", factsFound(facts, findings, receipt.at));
    assert.ok(sameReceipt(own, receipt), `${JSON.stringify(own)}\n${JSON.stringify(receipt)}`);
  });
}

test("a receipt with another reason, fee or version is another; with other time zone data it is not", () => {
  const receipt = { outcome: "plan", fee: { amount: 1, currency: "PLN" }, terms: { version: "1", tz: "a" } };
  assert.ok(
    sameReceipt(receipt, { terms: receipt.terms, fee: { currency: "PLN", amount: 1 }, outcome: "plan" }),
  );
  assert.ok(sameReceipt(receipt, { ...receipt, terms: { tz: "b", version: "1" } }));
  assert.ok(!sameReceipt(receipt, { ...receipt, terms: { version: "2", tz: "a" } }));
  assert.ok(!sameReceipt(receipt, { ...receipt, fee: { amount: 2, currency: "PLN" } }));
});
