import assert from "node:assert/strict";
import { readPublicId } from "../../../src/platform/index.ts";
import { type ClaimDesk, toPaid } from "../../support/claimDesk.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import { sellCodes } from "../../support/soldPlans.ts";
import { type Fault, seen } from "./fault.ts";
import { codeOf, type Replacements } from "./stage.ts";

const coverageOf = async ({ app }: ClaimDesk, serial: string) =>
  (await app.call("public", `GET /v1/coverage/${encodeURIComponent(serial)}`)).body;

const oneSerial: Fault = {
  no: 9,
  name: "a serial is only trimmed and not unique, and the first row found wins",
  guard: "serials are brought to one form and are a key; the control has neither the key nor the look for it",
  shows: 1,
  play: async (stage, isGuarded) => {
    const { desk } = stage;
    const { database } = desk.app;
    const serial = desk.newSerial();
    const ways = waysOf(serial);
    const codes = await sellCodes(desk.app, { sku: "U-3889316", count: ways.length, region: "EU" });
    const activate = (way: string, index: number) =>
      desk.app.call("integrator", "POST /v1/activations", {
        ...{ code: codes[index], serial: way, device: { activatedAt: "never", region: "EU" } },
        holder: { name: "Ada", email: "ada@example.org" },
      });
    const all = () => Promise.all(ways.map(activate));
    if (isGuarded) {
      const answers = await all();
      assert.equal(answers.filter(({ status }) => status === 201).length, 1);
      await poolKnowsOnce(desk);
      for (const way of ways) {
        assert.equal((await coverageOf(desk, way)).status, "covered", way);
      }
    } else {
      await ownerQuery(database, "alter table contracts.serial_index drop constraint serial_index_pkey");
      await stage.without(NOT_A_KEY, all);
    }
    const owners = await ownerQuery(database, "select from contracts.device where serial = $1", [serial]);
    if (!isGuarded) {
      await ownerQuery(
        database,
        `delete from contracts.serial_index where serial = '${serial}';
         alter table contracts.serial_index add constraint serial_index_pkey primary key (serial)`,
      );
      // What trimming alone would have made of them.
      assert.equal(new Set(ways.map((way) => way.trim())).size, 3);
    }
    return seen(owners.length > 1, `${owners.length} devices wear one serial`);
  },
};

const NOT_A_KEY: Replacements = {
  lock_code_and_serial: (text) =>
    text
      .replace("on conflict (serial) do nothing", "")
      .replace("where serial = $5\n", "where serial = $5 and false\n"),
};

/** How people write one serial. */
function waysOf(serial: string): string[] {
  return [serial, ` ${serial} `, serial.toLowerCase(), `${serial.slice(0, 3)}-${serial.slice(3)}`];
}

/** Taken in four times at once, each time written otherwise, a unit is in the pool once. */
async function poolKnowsOnce({ app, newSerial }: ClaimDesk): Promise<void> {
  const unit = { model: "osmo-action-4", region: "EU", grade: "new" };
  const units = waysOf(newSerial()).map((serial) => ({ ...unit, serial }));
  const taken = await Promise.all(
    units.map((one) => app.call("staff", "POST /v1/spare-units", { units: [one] })),
  );
  assert.deepEqual(taken.map(({ body }) => String(body.taken)).toSorted(), ["0", "0", "0", "1"]);
}

const snapshotUndo: Fault = {
  no: 15,
  name: "reopening resets nothing, or undo puts a snapshot back over what was done meanwhile",
  guard: "taking back is a step of its own, of what it takes back alone; the control puts a snapshot back",
  shows: 1,
  play: async ({ desk }, isGuarded) => {
    const id = await desk.claimAfter(toPaid);
    const { database } = desk.app;
    const serial = desk.newSerial();
    assert.equal(codeOf(await desk.step("replacement", id, { serial })), "done");
    await desk.app.platform.jobs.drained();
    const { rootId } = readPublicId("clm", id) ?? {};
    const setWarranty = (to: string | null) =>
      ownerQuery(database, "update contracts.device set warranty_ends_at = $2 where device_id = $1", [
        rootId,
        to,
      ]);
    const kept = () =>
      ownerQuery<{ warranty: string | null; shelf: string }>(
        database,
        `select d.warranty_ends_at::date::text as warranty, u.shelf
           from contracts.device d, service.spare_unit u where d.device_id = $1 and u.serial = $2`,
        [rootId, serial],
      );
    const [snapshot] = await kept();
    await setWarranty("2029-01-01");
    const moved = { serials: [serial], to: { shelf: "meanwhile" } };
    assert.equal(codeOf(await desk.app.call("staff", "POST /v1/spare-units/moves", moved)), "done");
    const reverse = `POST /v1/claims/${id}/replacement/reversal`;
    assert.equal(codeOf(await desk.app.call("staff", reverse, { reason: "the wrong one" })), "done");
    if (!isGuarded) {
      await setWarranty(snapshot?.warranty ?? null);
      const put = "update service.spare_unit set shelf = $2 where serial = $1";
      await ownerQuery(database, put, [serial, snapshot?.shelf]);
    }
    const [now] = await kept();
    // Nothing of the warranty's record says so: it was written past the acts, and goes again.
    await setWarranty(null);
    const { claim, slots } = await desk.kept(id);
    const again = await desk.step("replacement", id, { serial: desk.newSerial() });
    return [
      ...seen(now?.warranty !== "2029-01-01" || now.shelf !== "meanwhile", "later work was overwritten"),
      ...seen(
        claim.state !== "paid" || slots[0] !== "reserved",
        "what was taken back is not as it was before",
      ),
      ...seen(codeOf(again) !== "done", "no other unit can be given"),
    ];
  },
};

const leftBehind: Fault = {
  no: 17,
  name: "a replacement leaves the plan on the broken serial, and the next claim finds nothing",
  guard: "the serial changes hands in the transaction of the shipment; the control's renames nothing",
  shows: 1,
  play: async ({ desk, without }, isGuarded) => {
    const camera = desk.camera();
    const id = await desk.claimAfter(toPaid, camera);
    const serial = desk.newSerial();
    assert.equal(codeOf(await desk.step("replacement", id, { serial })), "done");
    const send = async () => [
      await desk.step("shipment", id),
      await desk.app.call(camera.owner, `POST /v1/claims/${id}/closure`, {}),
    ];
    assert.deepEqual((isGuarded ? await send() : await without(NOT_MOVED, send)).map(codeOf), [
      "done",
      "done",
    ]);
    if (isGuarded) {
      const lost = await desk.report({}, camera);
      assert.deepEqual([codeOf(lost), lost.body.next === undefined], ["unit_replaced", false]);
      assert.equal((await coverageOf(desk, camera.serial)).replacedBy, serial);
    }
    const found = await desk.report({}, { ...camera, serial });
    const { receipt } = (found.body.claim ?? {}) as { receipt?: { outcome: string } };
    return seen(receipt?.outcome !== "plan", `the next claim: ${codeOf(found)}`);
  },
};

const renamesNothing = (text: string) => text.replaceAll("$2::text is not null", "$2::text is null");

const NOT_MOVED: Replacements = { spend_slots: renamesNothing, change_unit: renamesNothing };

/** Faults of units and their serials. */
export const unitFaults: readonly Fault[] = [oneSerial, snapshotUndo, leftBehind];
