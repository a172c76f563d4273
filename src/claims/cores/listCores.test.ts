import { deepEqual, equal, match } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type AdvanceDesk, ALL_PARTS, advanceDesk } from "../../../test/support/advanceDesk.ts";
import type { CoreReturnView } from "./listCores.ts";

let desk: AdvanceDesk;
before(async () => {
  desk = await advanceDesk();
});

const ask = (query = "", as: "staff" | "manager" | "integrator" | "reseller" = "staff") =>
  desk.app.call(as, `GET /v1/core-returns${query}`);
const rows = async (query = "") => (await ask(query)).body.data as CoreReturnView[];
const of = async (claim: string) => (await rows("?limit=100")).find(({ claimId }) => claimId === claim);

describe("old devices that are to come back", () => {
  it("are listed from when their replacement left, stage by stage", async () => {
    deepEqual(await rows(), []);
    await desk.report();
    deepEqual(await rows(), [], "what has not left awaits nothing");
    const { id, serial } = await desk.shipped();
    const due = await of(id);
    deepEqual([due?.stage, due?.serial, due?.owner, due?.daysLeft], ["due", serial, "Eva", 14]);
    await desk.days(11);
    equal(typeof (await of(id))?.remindedAt, "string");
    await desk.days(4.5);
    const noticed = await of(id);
    deepEqual([noticed?.stage, (noticed?.daysLeft ?? 0) < 0], ["noticed", true]);
    match(noticed?.captureFrom ?? "", /^2026-09-2/);
    await desk.days(4);
    deepEqual([(await of(id))?.stage, (await of(id))?.state], ["over", "charged"]);
  });

  it("are for a person when another one came, and over when the right one did", async () => {
    const wrong = await desk.shipped();
    const right = await desk.shipped();
    await desk.bench("intake", wrong.id, { serial: "MSE77777777", parts: ALL_PARTS, condition: "not ours" });
    await desk.bench("intake", right.id, { serial: right.serial, parts: ALL_PARTS, condition: "crashed" });
    await desk.app.platform.jobs.drained();
    const found = await of(wrong.id);
    deepEqual([found?.stage, found?.cameSerial], ["review", "MSE77777777"]);
    equal((await of(right.id))?.state, "received");
  });

  it("come page by page, narrowed and sorted, and as a table", async () => {
    const all = await rows("?limit=100");
    const paged: CoreReturnView[] = [];
    for (const sort of ["due", "latest", "amount"]) {
      paged.length = 0;
      for (let after = ""; ; ) {
        const { body } = await ask(`?limit=1&sort=${sort}${after}`);
        paged.push(...(body.data as CoreReturnView[]));
        if (typeof body.nextCursor !== "string") {
          break;
        }
        after = `&after=${body.nextCursor}`;
      }
      deepEqual(paged.map(({ claimId }) => claimId).toSorted(), all.map(({ claimId }) => claimId).toSorted());
    }
    deepEqual(
      (await rows("?stage=review")).map(({ stage }) => stage),
      ["review"],
    );
    equal((await rows(`?serial=${all[0]?.serial}`)).length, 1);
    equal((await ask("?stage=gone")).status, 400);
    equal((await ask("?after=gone")).status, 400);
    equal((await ask("", "reseller")).status, 403);
  });
});
