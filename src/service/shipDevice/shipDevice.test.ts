import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cleanFindings, warsaw } from "../../../test/support/cases.ts";
import {
  type ClaimDesk,
  claimDesk,
  OWNER,
  type Step,
  toPaid,
  toShipped,
  type Who,
} from "../../../test/support/claimDesk.ts";
import { readsOfHeld } from "../../../test/support/heldReads.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { Answer } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import type { ClaimPage } from "../showClaim.ts";

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

const codeOf = ({ status, body }: Answer) => (status < 400 ? "done" : String(body.code));
const both = async (one: Promise<Answer>, other: Promise<Answer>) =>
  (await Promise.all([one, other])).map(codeOf).toSorted();
const page = async (id: string, as: Who = "staff") =>
  (await desk.app.call(as, `GET /v1/claims/${id}`)).body as unknown as ClaimPage;
const serialOf = async (id: string) => (await page(id)).claim.serial;

describe("another unit", () => {
  it("takes the plan over as it leaves, not before; the old serial names its successor then", async () => {
    const id = await desk.claimAfter(toPaid);
    assert.equal((await page(id)).planMoves, "shipment");
    const old = await serialOf(id);
    const serial = desk.newSerial();
    const shown = async () => {
      const { swap, device, contract, planMoves } = await page(id);
      const units = device.units.map((unit) => unit.serial);
      return { moves: swap?.moves, planMoves, worn: device.serial, covered: contract?.serial, units };
    };
    const answerOf = async (asked: string) => {
      const { status, replacedBy } = (await desk.app.call("public", `GET /v1/coverage/${asked}`)).body;
      return [status, replacedBy];
    };
    assert.equal(codeOf(await desk.step("replacement", id, { serial })), "done");
    const { swap, claim } = await page(id);
    assert.deepEqual([swap?.oldSerial, swap?.newSerial, claim.serial], [old, serial, old]);
    const none = { planMoves: undefined };
    assert.deepEqual(await shown(), { ...none, moves: "shipment", worn: old, covered: old, units: [old] });
    assert.deepEqual(
      [await answerOf(old), await answerOf(serial)],
      [
        ["covered", undefined],
        ["promised", undefined],
      ],
    );
    assert.equal((await desk.kept(id)).slots[0], "reserved");
    assert.equal(codeOf(await desk.step("shipment", id)), "done");
    const both = { worn: serial, covered: serial, units: [old, serial] };
    assert.deepEqual(await shown(), { ...none, moves: undefined, ...both });
    assert.deepEqual(
      [await answerOf(old), await answerOf(serial)],
      [
        ["replaced", serial],
        ["covered", undefined],
      ],
    );
  });

  it("is refused when it is of another model, was seen before, or is the broken one", async () => {
    const id = await desk.claimAfter(toPaid);
    const tries = ["MVP1234567", desk.camera().serial, await serialOf(id)].map((serial) =>
      desk.step("replacement", id, { serial }),
    );
    assert.deepEqual((await Promise.all(tries)).map(codeOf), [
      "replacement_model_differs",
      "replacement_serial_known",
      "replacement_serial_known",
    ]);
    assert.equal((await desk.kept(id)).claim.state, "paid");
  });

  it("that two cases want at once goes to one of them; the other takes the next", async () => {
    const [one, other] = [await desk.claimAfter(toPaid), await desk.claimAfter(toPaid)];
    const serial = desk.newSerial();
    const answers = await both(
      desk.step("replacement", one, { serial }),
      desk.step("replacement", other, { serial }),
    );
    assert.deepEqual(answers, ["done", "replacement_serial_known"]);
    const loser = (await page(one)).swap === undefined ? one : other;
    assert.equal(codeOf(await desk.step("replacement", loser)), "done");
  });

  it("is bound once when it is scanned twice at once", async () => {
    const id = await desk.claimAfter(toPaid);
    const answers = await both(desk.step("replacement", id), desk.step("replacement", id));
    assert.deepEqual(answers, ["claim_not_at_this_step", "done"]);
    const { swap, device } = await page(id);
    assert.deepEqual([device.units.length, swap?.oldSerial], [1, await serialOf(id)]);
    assert.equal((await desk.kept(id)).events.filter((type) => type === "DeviceReplaced").length, 1);
  });
});

describe("shipping", () => {
  it("uses the replacement, tells the carrier's number, and sets the day it closes by itself", async () => {
    const id = await desk.claimAfter(toShipped);
    const kept = await desk.kept(id);
    assert.deepEqual(kept.slots, ["used", "free", "free"]);
    assert.deepEqual(kept.deadlines, ["claim_closes 2026-09-20T00:00:00Z"]);
    const shown = await page(id, OWNER);
    const [parcel] = shown.shipments;
    assert.deepEqual(
      [parcel?.carrier, parcel?.tracking, parcel?.serial],
      ["DHL", "JD0001", shown.device.serial],
    );
    assert.deepEqual(shown.claim.next, { who: "carrier", what: "arrive", by: "2026-09-20T00:00:00Z" });
  });

  it("is refused before a new unit is bound, and a second time", async () => {
    const paid = await desk.claimAfter(toPaid);
    assert.equal(codeOf(await desk.step("shipment", paid)), "claim_not_at_this_step");
    const id = await desk.claimAfter(toShipped);
    assert.equal(codeOf(await desk.step("shipment", id)), "claim_not_at_this_step");
    assert.equal((await page(id)).shipments.length, 1);
  });

  it("of two at once is one parcel and one use", async () => {
    const id = await desk.claimAfter([...toPaid, "replacement"]);
    const answers = await both(desk.step("shipment", id), desk.step("shipment", id));
    assert.deepEqual(answers, ["claim_not_at_this_step", "done"]);
    assert.equal((await page(id)).shipments.length, 1);
    assert.deepEqual((await desk.kept(id)).slots, ["used", "free", "free"]);
  });

  it("asks where it goes where nobody said so, and keeps what it is told", async () => {
    const id = await desk.claimAfter([...toPaid, "replacement"]);
    const parcel = { carrier: "DHL", tracking: "JD0003" };
    assert.equal(codeOf(await desk.step("shipment", id, parcel)), "address_missing");
    assert.deepEqual([(await page(id)).shipments, (await page(id)).claim.state], [[], "replaced"]);
    assert.equal(codeOf(await desk.step("shipment", id, { ...parcel, address: warsaw })), "done");
    const { reporter } = await page(id, OWNER);
    const { country, ...address } = warsaw;
    assert.deepEqual([reporter?.name, reporter?.country, reporter?.address], ["Ada", country, address]);
  });

  it("goes where the owner said it should, when nobody says another address", async () => {
    const camera = desk.camera();
    const { body } = await desk.report({ address: warsaw }, camera);
    const { id } = body.claim as { id: string };
    await desk.step("intake", id, { serial: camera.serial, parts: ["camera", "battery"], condition: "wet" });
    await desk.step("cancellation", id);
    const parcel = { carrier: "DHL", tracking: "JD0004" };
    assert.equal(codeOf(await desk.step("shipment", id, parcel)), "done");
  });

  it("is one parcel under one key", async () => {
    const id = await desk.claimAfter([...toPaid, "replacement"]);
    const headers = { "idempotency-key": "shipped-once" };
    const parcel = { carrier: "DHL", tracking: "JD0002", address: warsaw };
    const first = await desk.step("shipment", id, parcel, "staff", headers);
    assert.deepEqual(await desk.step("shipment", id, parcel, "staff", headers), first);
    assert.equal((await page(id)).shipments.length, 1);
  });
});

describe("the case on one page", () => {
  it("tells an owner the story without who did it, a partner without whom it goes to", async () => {
    const id = await desk.claimAfter([...toShipped, "closure"]);
    const [owner, staff, partner] = [await page(id, OWNER), await page(id), await page(id, "integrator")];
    const types = staff.timeline.map(({ type }) => type);
    assert.equal(types.length, (await desk.kept(id)).events.length);
    assert.ok(staff.timeline.every(({ actor }) => typeof actor === "string"));
    assert.ok(owner.timeline.every(({ actor }) => actor === undefined));
    assert.deepEqual(
      [owner.reporter?.name, staff.reporter?.name, partner.reporter],
      ["Ada", "Ada", undefined],
    );
    assert.deepEqual(
      [staff.charge?.state, staff.inspections.length, staff.expectedParts],
      ["captured", 1, ["camera", "battery"]],
    );
  });

  it("is not there under an id that nobody has", async () => {
    for (const id of ["clm_01m7ynaym0vqhpgnwdrkms6x8c_1", "clm_1", "dev_01m7ynaym0vqhpgnwdrkms6x8c"]) {
      assert.equal((await desk.app.call("staff", `GET /v1/claims/${id}`)).status, 404, id);
    }
  });
});

describe("every step of a claim", () => {
  it("sent twice under one key is taken once and answered the same", async () => {
    const id = await desk.claimAfter([]);
    const serial = await serialOf(id);
    const bodies: Partial<Record<Step, object>> = {
      intake: { serial, parts: ["camera", "battery"], condition: "cracked" },
      replacement: { serial: desk.newSerial() },
    };
    const steps: Step[] = [...toShipped, "closure"];
    for (const step of steps) {
      const headers = { "idempotency-key": `twice-${step}` };
      const send = () => desk.step(step, id, bodies[step], undefined, headers);
      const first = await send();
      assert.equal(first.status, 200, step);
      const kept = await desk.kept(id);
      const again = await send();
      assert.deepEqual([again.status, again.body], [first.status, first.body], step);
      assert.deepEqual(await desk.kept(id), kept, step);
    }
    const cancelled = await desk.claimAfter([]);
    const headers = { "idempotency-key": "twice-cancellation" };
    const first = await desk.step("cancellation", cancelled, {}, OWNER, headers);
    assert.deepEqual(await desk.step("cancellation", cancelled, {}, OWNER, headers), first);
  });
});

describe("the statements of a claim's steps", () => {
  // The fee goes to its claim with its capture.
  const steps: Step[] = ["intake", "inspection", "choice", "payment", "replacement", "shipment"];
  const acts = ["POST /v1/claims", ...[...steps, "closure"].map((step) => `POST /v1/claims/{id}/${step}`)];
  const sent = async (act: string) => {
    const text = await desk.app.platform.metrics.text();
    const line = text.split("\n").find((row) => row.startsWith(`evermend_act_statements_sum{act="${act}"}`));
    return Number(line?.split(" ").at(-1) ?? 0);
  };
  const heldReads = async () => readsOfHeld(await desk.app.platform.metrics.text());
  const sentByAll = async () =>
    new Map(await Promise.all(acts.map(async (act) => [act, await sent(act)] as const)));

  it("are ten at the most, begin, key and commit included", async () => {
    const before = await sentByAll();
    const held = await heldReads();
    await desk.claimAfter([...toShipped, "closure"]);
    const counts = [...(await sentByAll())].map(
      ([act, after]) => [act, after - (before.get(act) ?? 0)] as const,
    );
    const over = counts.reduce((sum, [, count]) => sum + Math.max(0, count - 10), 0);
    assert.ok(
      counts.every(([, count]) => count >= 5),
      JSON.stringify(counts),
    );
    assert.ok(over <= (await heldReads()) - held, JSON.stringify(counts));
  });

  it("are ten too for an inspection that takes a promised replacement back", async () => {
    const id = await desk.claimAfter(["intake"]);
    const [before, held] = [await sent("POST /v1/claims/{id}/inspection"), await heldReads()];
    await desk.step("inspection", id, { findings: { ...cleanFindings, modified: true } });
    const count = (await sent("POST /v1/claims/{id}/inspection")) - before;
    assert.ok(count >= 10 && count - 10 <= (await heldReads()) - held, String(count));
  });
});

describe("closing", () => {
  it("by hand meets the deadline; by itself it comes on the fourteenth day", async () => {
    const [byHand, alone] = [await desk.claimAfter(toShipped), await desk.claimAfter(toShipped)];
    assert.equal(codeOf(await desk.step("closure", byHand)), "done");
    assert.equal(codeOf(await desk.step("closure", byHand)), "claim_not_at_this_step");
    assert.deepEqual((await desk.kept(byHand)).deadlines, []);
    await desk.app.moveTo("2026-09-19T23:59:59Z");
    assert.equal((await desk.kept(alone)).claim.state, "shipped");
    await desk.app.moveTo("2026-09-20T00:00:00Z");
    const { claim, events, deadlines } = await desk.kept(alone);
    assert.deepEqual([claim.state, String(claim.closed_at)], ["closed", "2026-09-20T00:00:00Z"]);
    assert.deepEqual([events.at(-1), deadlines], ["ClaimClosed", []]);
    assert.equal((await desk.kept(byHand)).events.filter((type) => type === "ClaimClosed").length, 1);
  });
});

it("breaks no invariant", async () => {
  assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
});
