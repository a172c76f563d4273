import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type AdvanceDesk, ALL_PARTS, advanceDesk, EVA } from "../../test/support/advanceDesk.ts";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import { eventsOf, readPublicId } from "../platform/index.ts";
import type { PlanMoves } from "../terms/index.ts";

type Told = "scan" | "shipment" | "delivery" | "return" | "closure";

/** A case that was paid, with the serial it is about and the one that is given for it. */
interface Swapped {
  readonly id: string;
  readonly old: string;
  readonly next: string;
}

let given = 0;
async function paid(desk: AdvanceDesk): Promise<Swapped> {
  const opened = await desk.report();
  const { id, serial: old } = opened.body.claim as { id: string; serial: string };
  assert.equal((await desk.pay(id)).status, 200);
  given += 1;
  return { id, old, next: `MSE8${String(given).padStart(8, "0")}` };
}

async function tell(desk: AdvanceDesk, { id, old, next }: Swapped, told: Told): Promise<void> {
  const steps = {
    scan: () => desk.bench("replacement", id, { serial: next }),
    shipment: () => desk.bench("shipment", id),
    delivery: () => desk.app.call("staff", `POST /v1/claims/${id}/delivery`, {}),
    return: () => desk.bench("intake", id, { serial: old, parts: ALL_PARTS, condition: "crashed" }),
    closure: () => desk.app.call(EVA, `POST /v1/claims/${id}/closure`, {}),
  };
  const { status, body } = await steps[told]();
  assert.equal(status, 200, `${told}: ${JSON.stringify(body)}`);
}

async function coverOf(desk: AdvanceDesk, serial: string): Promise<string> {
  return String((await desk.app.call("public", `GET /v1/coverage/${serial}`)).body.status);
}

/** Who is covered now: the old serial, then the new. */
const covered = async (desk: AdvanceDesk, { old, next }: Swapped): Promise<string> =>
  `${await coverOf(desk, old)} ${await coverOf(desk, next)}`;

async function reportOf(desk: AdvanceDesk, serial: string): Promise<unknown> {
  const incident = { at: "2026-09-05", cause: "collision", parts: ["aircraft"], lost: "none" };
  const { status, body } = await desk.app.call(EVA, "POST /v1/claims", {
    ...{ serial, incident, channel: "quick" },
    address: { line1: "1 Main Street", postcode: "96801", city: "Honolulu", country: "US" },
  });
  return status === 201 ? "taken" : body.code;
}

async function moves(desk: AdvanceDesk, { id }: Swapped): Promise<string[]> {
  const events = await eventsOf(desk.app.platform.database, readPublicId("clm", id)?.rootId as string);
  return events.map(({ type }) => type).filter((type) => /^Serial/.test(type));
}

const SILENT = "replaced covered";
const WAITS = "covered promised";
const told = ["scan", "shipment", "delivery", "return"] as const;

for (const moment of [undefined, ...told] as readonly (PlanMoves | undefined)[]) {
  describe(`a plan whose terms move it ${moment ?? "at no moment they name"}`, () => {
    let desk: AdvanceDesk;
    before(async () => {
      desk = await advanceDesk({}, moment);
    });

    it("is on one unit at each instant, and moves once, at that moment", async () => {
      const swapped = await paid(desk);
      const place = told.indexOf(moment ?? "scan");
      for (const [at, step] of told.entries()) {
        await tell(desk, swapped, step);
        const expected = at < place ? WAITS : SILENT;
        assert.equal(await covered(desk, swapped), expected, step);
        const waits = moment === "return" ? "old_unit_not_back" : "plan_not_moved";
        const refused = at < place ? waits : "unit_replaced";
        const [waiting, open] = at < place ? [swapped.next, swapped.old] : [swapped.old, swapped.next];
        assert.deepEqual(
          [await reportOf(desk, waiting), await reportOf(desk, open)],
          [refused, "claim_open_already"],
        );
      }
      await tell(desk, swapped, "closure");
      assert.equal(await covered(desk, swapped), SILENT);
      assert.deepEqual(
        [await reportOf(desk, swapped.old), await reportOf(desk, swapped.next)],
        ["unit_replaced", "taken"],
      );
      const expected = place === 0 ? ["SerialReplaced"] : ["SerialPromised", "SerialReplaced"];
      assert.deepEqual(await moves(desk, swapped), expected);
    });

    it("stays where it is when the swap is taken back before, and goes with the next one", async () => {
      const swapped = await paid(desk);
      await tell(desk, swapped, "scan");
      const back = await desk.app.call("staff", `POST /v1/claims/${swapped.id}/replacement/reversal`, {
        reason: "it does not pair",
      });
      assert.equal(back.status, 200, JSON.stringify(back.body));
      assert.equal(await covered(desk, swapped), "covered unknown");
      assert.deepEqual((await moves(desk, swapped)).at(-1), "SerialRestored");
      const again = { ...swapped, next: `${swapped.next}9` };
      for (const step of told) {
        await tell(desk, again, step);
      }
      assert.equal(await covered(desk, again), SILENT);
    });

    it("goes with its case at the latest when that closes, whatever nobody told us", async () => {
      const swapped = await paid(desk);
      for (const step of ["scan", "shipment", "return", "closure"] as const) {
        await tell(desk, swapped, step);
      }
      assert.equal(await covered(desk, swapped), SILENT);
      const late = await desk.app.call("staff", `POST /v1/claims/${swapped.id}/delivery`, {});
      assert.equal(late.status, 200, JSON.stringify(late.body));
      assert.equal(await covered(desk, swapped), SILENT, "a late word of its carrier moves nothing more");
    });

    it("gives its new unit to nobody else meanwhile", async () => {
      const [one, other] = [await paid(desk), await paid(desk)];
      await tell(desk, one, "scan");
      const stolen = await desk.bench("replacement", other.id, { serial: one.next });
      assert.equal(stolen.status, 409, JSON.stringify(stolen.body));
      await tell(desk, other, "scan");
    });

    it("breaks no invariant", async () => {
      await desk.app.platform.jobs.drained();
      assert.deepEqual(await invariantSweep(desk.app.database), []);
    });
  });
}

describe("an arrival", () => {
  let desk: AdvanceDesk;
  before(async () => {
    desk = await advanceDesk({}, "delivery");
  });

  it("moves the plan with its own instant, however late it is told; twice is once", async () => {
    const swapped = await paid(desk);
    await tell(desk, swapped, "scan");
    await tell(desk, swapped, "shipment");
    await desk.days(3);
    const arrivedAt = desk.app.platform.clock.now().subtract({ hours: 30 }).toString();
    const send = (at: string) =>
      desk.app.call("integrator", `POST /v1/claims/${swapped.id}/delivery`, { at });
    const early = await send("2026-09-01T00:00:00Z");
    assert.equal(early.body.code, "not_delivered_then");
    assert.equal((await send(arrivedAt)).status, 200);
    assert.equal((await send(arrivedAt)).status, 200);
    const page = (await desk.app.call("staff", `GET /v1/claims/${swapped.id}`)).body;
    const { units } = page.device as { units: { serial: string; from: string; to?: string }[] };
    assert.deepEqual(
      units.map(({ serial, to }) => [serial, to]),
      [
        [swapped.old, arrivedAt],
        [swapped.next, undefined],
      ],
    );
    assert.deepEqual(await moves(desk, swapped), ["SerialPromised", "SerialReplaced"]);
    assert.deepEqual(await invariantSweep(desk.app.database), []);
  });
});

describe("a plan that moves when the old unit is back", () => {
  it("moves when what was awaited is taken of the hold instead", async () => {
    const desk = await advanceDesk({}, "return");
    const swapped = await paid(desk);
    await tell(desk, swapped, "scan");
    await tell(desk, swapped, "shipment");
    assert.equal(await covered(desk, swapped), WAITS);
    await desk.days(60);
    const { state } = await desk.hold(swapped.id);
    assert.equal(state, "captured");
    await desk.app.platform.jobs.drained();
    assert.equal(await covered(desk, swapped), SILENT);
    assert.deepEqual(await invariantSweep(desk.app.database), []);
  });
});
