import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type ClaimDesk, claimDesk } from "../../../test/support/claimDesk.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { systemCaller, transact } from "../../platform/index.ts";
import { takeFreeUnit } from "./waitingStore.ts";
import { wishesFor } from "./wishesFor.ts";

const TRIES = 100;
const UNITS = 7;
const wishes = JSON.stringify(wishesFor("osmo-action-4", []));

describe("a hundred cases that want a unit at once", () => {
  let desk: ClaimDesk;
  before(async () => {
    desk = await claimDesk();
  });
  const stock = async (grade: string) => {
    const units = Array.from({ length: UNITS }, () => ({
      ...{ serial: desk.newSerial(), model: "osmo-action-4", region: "EU", grade },
    }));
    const { status } = await desk.app.call("staff", "POST /v1/spare-units", { units });
    assert.equal(status, 200);
    return new Set(units.map(({ serial }) => serial));
  };
  const tries = Array.from({ length: TRIES }, (_, index) => index + 1);

  it("get one each as far as they go, and nobody waits for who comes first", async () => {
    const units = await stock("refurbished");
    const taken = await Promise.all(
      tries.map((claimNo) =>
        transact(desk.app.platform, systemCaller, (tx) =>
          takeFreeUnit(tx, wishes, "EU", null, "race", claimNo, tx.at, "race"),
        ),
      ),
    );
    const serials = taken.flatMap((unit) => (unit === undefined ? [] : [unit.serial]));
    assert.deepEqual([serials.length, new Set(serials)], [UNITS, units]);
    const rows = (await ownerQuery(
      desk.app.database,
      `select count(*)::integer as moves, count(distinct serial)::integer as units
         from service.stock_move where state = 'reserved'`,
    )) as { moves: number; units: number }[];
    assert.deepEqual(rows, [{ moves: UNITS, units: UNITS }]);
  });

  it("control: who looks first and takes then gives units twice", async () => {
    await stock("new");
    const { pool } = desk.app.platform.database;
    let looked = 0;
    let letGo = (): void => undefined;
    const all = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const taken = await Promise.all(
      tries.slice(0, 20).map(async () => {
        const { rows } = await pool.query<{ serial: string }>(
          `select serial from service.spare_unit
            where state = 'available' and grade = 'new' order by came_at, serial limit 1`,
        );
        looked += 1;
        if (looked === 20) {
          letGo();
        }
        await all;
        return rows[0]?.serial;
      }),
    );
    assert.ok(new Set(taken).size < taken.length, "a look alone keeps nobody else away");
  });
});

describe("what would do for a case", () => {
  it("is like kind, then a new one of its model, then those of the model that follows", () => {
    assert.deepEqual(
      wishesFor("a", ["b"]).map(({ model, grade }) => `${model} ${grade}`),
      ["a refurbished", "a new", "b refurbished", "b new"],
    );
  });
});
