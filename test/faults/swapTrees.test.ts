import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { inLanes } from "../../src/platform/inLanes.ts";
import { type ClaimDesk, type CoveredCamera, claimDesk, toPaid } from "../support/claimDesk.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { type Act, lateFollow, type SwapTree, swapTree } from "./swaps/swapTree.ts";

const TREES = 200;

/** What is tried with a case; each is right at some moments and refused at others, as the model says. */
const acts = fc.array(
  fc.constantFrom<Act>("give", "giveUnknown", "giveRetired", "giveOthers", "reverse", "late", "ship", "look"),
  { minLength: 4, maxLength: 9 },
);

test("200 swap trees with reversals and late events end as a small model says", async () => {
  const desk = await claimDesk();
  const cameras = await coverMany(desk, TREES);
  const seed = 20_260_905;
  const plans = fc.sample(fc.array(acts, { minLength: 1, maxLength: 2 }), { numRuns: TREES, seed });
  const trees: SwapTree[] = [];
  const told = { swaps: 0, reversals: 0, refusals: 0, late: 0, shipped: 0 };
  const grow = async ([place, plan]: [number, Act[][]]): Promise<void> => {
    const camera = cameras[place] ?? assert.fail("a camera for each tree");
    const tree = swapTree(desk, camera, () => trees.map(({ worn }) => worn()), told);
    trees.push(tree);
    for (const steps of plan) {
      await tree.beginCase(await paidCase(desk, { ...camera, serial: tree.worn() }));
      for (const step of steps) {
        await tree.take(step);
      }
      await tree.finishCase();
    }
  };
  await inLanes(plans.entries(), grow, 4);
  await desk.app.platform.jobs.drained();
  await lateFollow(desk, trees);
  for (const tree of trees) {
    assert.deepEqual(await tree.found(), tree.expected());
  }
  assert.deepEqual(await invariantSweep(desk.app.database), []);
  assert.ok(told.swaps > TREES && told.reversals > 50 && told.late > 50, JSON.stringify(told));
  console.log(`SWAP-TREES n=${TREES} violations=0 seed=${seed} ${JSON.stringify(told)}`);
});

test("control: a reversal that is kept from the model is noticed", async () => {
  const desk = await claimDesk();
  const camera = desk.camera();
  const tree = swapTree(desk, camera, () => [], { swaps: 0, reversals: 0, refusals: 0, late: 0, shipped: 0 });
  const id = await desk.claimAfter(toPaid, camera);
  await tree.beginCase(id);
  await tree.take("giveUnknown");
  const body = { reason: "nobody told the model" };
  await desk.app.call("staff", `POST /v1/claims/${id}/replacement/reversal`, body);
  await desk.app.platform.jobs.drained();
  assert.notDeepEqual(await tree.found(), tree.expected());
});

/** A case of a camera that fell after its plan began, brought to where its unit is given. */
async function paidCase(desk: ClaimDesk, camera: CoveredCamera): Promise<string> {
  const incident = { at: "2026-09-08", cause: "drop", parts: ["camera"] };
  const { status, body } = await desk.report({ incident }, camera);
  assert.equal(status, 201, JSON.stringify(body));
  const { id } = body.claim as { id: string };
  for (const step of toPaid) {
    const intake = { serial: camera.serial, parts: ["camera", "battery"], condition: "cracked glass" };
    const as = step === "choice" || step === "payment" ? camera.owner : undefined;
    const answer = await desk.step(step, id, step === "intake" ? intake : undefined, as);
    assert.equal(answer.status, 200, `${step}: ${JSON.stringify(answer.body)}`);
  }
  return id;
}

/** As many cameras with a plan, each of an owner of its own. */
async function coverMany({ app, newSerial }: ClaimDesk, count: number): Promise<CoveredCamera[]> {
  const order = await app.call("reseller", "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity: count }],
    buyer: { email: "shop@example.org", name: "A shop", country: "EE" },
    delivery: { option: "email" },
  });
  const { id } = order.body as { id: string };
  await app.call("reseller", `POST /v1/orders/${id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  const revealed = await app.call("reseller", `POST /v1/orders/${id}/codes`, {});
  const codes = (revealed.body.data as { code: string }[]).map(({ code }) => code);
  const cameras: CoveredCamera[] = [];
  const cover = async (code: string): Promise<void> => {
    const serial = newSerial();
    const email = `${serial.toLowerCase()}@example.org`;
    const device = { model: "osmo-action-4", activatedAt: "2026-09-05T09:00:00Z", region: "EU" };
    const activation = { code, serial, device, holder: { name: "Ada", email } };
    const { status, body } = await app.call("integrator", "POST /v1/activations", activation);
    assert.equal(status, 201, JSON.stringify(body));
    cameras.push({ serial, owner: `owner ${email}` });
  };
  await inLanes(codes, cover, 4);
  await app.moveTo("2026-09-10T10:00:00Z");
  return cameras;
}
