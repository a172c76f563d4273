import { deepEqual, equal, match } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { claimStates } from "../src/claims/index.ts";
import { readPublicId } from "../src/platform/index.ts";
import { type ClaimDesk, claimDesk, type Step, toInspected, toPaid, toShipped } from "./support/claimDesk.ts";
import { ownerQuery } from "./support/ownerQuery.ts";
import { rowsOfRoots } from "./support/rowsOfRoots.ts";
import type { TestDatabase } from "./support/testDatabase.ts";

/** Everything that can be asked of a claim that is there. */
const steps: readonly Step[] = [
  ...(["intake", "inspection", "choice", "payment"] as const),
  ...(["replacement", "shipment", "closure", "cancellation"] as const),
];

/** A claim in each state, how it got there, the steps it may take. Ways out of `paid` differ by route. */
const table: readonly {
  readonly state: (typeof claimStates)[number];
  readonly by: readonly (Step | "return")[];
  readonly may: readonly Step[];
}[] = [
  { state: "reported", by: [], may: ["intake", "cancellation"] },
  { state: "received", by: ["intake"], may: ["intake", "inspection", "cancellation"] },
  { state: "inspected", by: toInspected, may: ["inspection", "choice", "cancellation"] },
  { state: "chosen", by: [...toInspected, "choice"], may: ["payment", "cancellation"] },
  { state: "paid", by: toPaid, may: ["replacement"] },
  { state: "paid", by: [...toInspected, "return"], may: ["shipment"] },
  { state: "paid", by: ["intake", "cancellation"], may: ["shipment"] },
  { state: "paid", by: [...toInspected, "cancellation"], may: ["shipment"] },
  { state: "paid", by: [...toInspected, "choice", "cancellation"], may: ["shipment"] },
  { state: "replaced", by: [...toPaid, "replacement"], may: ["shipment"] },
  { state: "shipped", by: toShipped, may: ["closure"] },
  { state: "closed", by: [...toShipped, "closure"], may: [] },
  { state: "cancelled", by: ["cancellation"], may: [] },
];

/** Every "no" that is not about the body: a step that is not due, or one that this route never takes. */
const NOT_DUE = /^(claim_not_at_this_step|nothing_to_pay|not_a_replacement)$/;

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

test("the table knows every state", () => {
  deepEqual([...new Set(table.map(({ state }) => state))], [...claimStates]);
});

for (const { state, by, may } of table) {
  describe(`a claim that is ${state}${howItGotThere(by)}`, () => {
    for (const step of steps.filter((one) => may.includes(one))) {
      test(`may take the step ${step}`, async () => {
        const id = await claimBy(by);
        const { status, body } = await take(step, id);
        equal(status, 200, JSON.stringify(body));
      });
    }

    test("takes no other step: 409, and nothing of its device has changed", async () => {
      const id = await claimBy(by);
      const before = await everythingOf(id);
      equal(before.state, state);
      const answers: unknown[] = [];
      const others = steps.filter((one) => !may.includes(one));
      for (const step of others) {
        const { status, body } = await take(step, id);
        match(String(body.code), NOT_DUE, `${step}: ${JSON.stringify(body)}`);
        answers.push([step, status]);
      }
      deepEqual(
        answers,
        others.map((step) => [step, 409]),
      );
      deepEqual(await everythingOf(id), before);
    });
  });
}

function howItGotThere(by: readonly string[]): string {
  if (by.at(-1) === "cancellation" && by.length > 1) {
    return `, cancelled after its ${by.at(-2)}`;
  }
  return by.at(-1) === "return" ? ", to be sent back as it is" : "";
}

async function claimBy(by: readonly (Step | "return")[]): Promise<string> {
  const id = await desk.claimAfter(by.filter((step) => step !== "return"));
  if (by.includes("return")) {
    const { status } = await desk.step("choice", id, { route: "return" });
    equal(status, 200);
  }
  // What follows, a letter for example, is no work of the steps that are refused.
  await desk.app.platform.jobs.drained();
  return id;
}

/** Sends a step with a body that is right in every respect. */
async function take(step: Step, id: string): ReturnType<ClaimDesk["step"]> {
  if (step !== "intake") {
    return await desk.step(step, id);
  }
  const { serial } = (await desk.app.call("staff", `GET /v1/claims/${id}`)).body.device as { serial: string };
  return await desk.step("intake", id, { serial, parts: ["camera", "battery"], condition: "cracked glass" });
}

/** Every row of the claim's device in every table that has any, as a digest, and the state of the claim. */
async function everythingOf(id: string): Promise<{ state: string; rows: readonly string[] }> {
  const database = desk.app.database as TestDatabase;
  const { rootId, no } = readPublicId("clm", id) ?? {};
  const [claim] = await ownerQuery<{ state: string }>(
    database,
    "select state from claims.claim where device_id = $1 and no = $2",
    [rootId, no],
  );
  return { state: claim?.state ?? "", rows: await rowsOfRoots(database, [rootId ?? ""]) };
}
