import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cleanFindings } from "../../../test/support/cases.ts";
import { type ClaimDesk, claimDesk, OWNER, type Who } from "../../../test/support/claimDesk.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { Answer } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import type { Choice } from "../../claims/index.ts";
import type { ClaimPage } from "../showClaim.ts";

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

const PRICE = { amount: 30_000, currency: "PLN" };
const judged = { intentional: false, cosmeticOnly: false, forceMajeure: false, unauthorisedParts: false };
const defect = { cause: "defect", parts: ["camera"], ...judged } as const;
const worn = { cause: "battery", parts: ["battery"], ...judged } as const;
const inWarranty = { ...cleanFindings, warrantyEndsAt: "2027-05-25T10:00:00Z" };

const codeOf = ({ status, body }: Answer) => (status < 400 ? status : body.code);
const page = async (id: string, as: Who = "staff") =>
  (await desk.app.call(as, `GET /v1/claims/${id}`)).body as unknown as ClaimPage;
const inspect = async (id: string, findings: object, further?: readonly object[], more: object = {}) =>
  await desk.step("inspection", id, {
    ...{ findings, repairPrice: PRICE, ...(further === undefined ? {} : { further }) },
    ...more,
  });

/** A sheet in short: `plan 11900: 1 plan, 2 needless by 1`. */
function linesOf(choices: unknown): string[] {
  return (choices as Choice[]).map(({ route, fee, ways = [] }) => {
    const each = ways.map(
      ({ finding, how, by }) => `${finding} ${how}${by === undefined ? "" : ` by ${by}`}`,
    );
    return `${route} ${fee.amount}${each.length === 0 ? "" : `: ${each.join(", ")}`}`;
  });
}

describe("several findings of one case", () => {
  it("are decided each by itself; the replacement for one leaves nothing to do about the other", async () => {
    const id = await desk.claimAfter(["intake"]);
    const { body } = await inspect(id, inWarranty, [defect]);
    assert.deepEqual(linesOf(body.choices), [
      "warranty 0: 1 left, 2 free",
      "plan 11900: 1 plan, 2 needless by 1",
      "paid 30000: 1 paid, 2 free",
      "return 0: 1 left, 2 left",
    ]);
    for (const as of ["staff", OWNER] as const) {
      const { claim, inspections } = await page(id, as);
      const seen = (claim.found ?? []).map(({ no, part, by, receipt }) => [no, part, by, receipt.outcome]);
      assert.deepEqual(seen, [
        [1, "taken", undefined, "plan"],
        [2, "needless", 1, "warranty"],
      ]);
      assert.deepEqual(inspections[0]?.found, claim.found);
      assert.deepEqual(claim.receipt, claim.found?.[0]?.receipt);
    }
    const kept = await desk.kept(id);
    assert.deepEqual(
      [kept.slots, kept.decisions],
      [
        ["reserved", "free", "free"],
        ["plan", "plan", "plan"],
      ],
    );
  });

  it("keep every receipt, their combination, and the look before", async () => {
    const id = await desk.claimAfter(["intake"]);
    await inspect(id, inWarranty, [defect]);
    await inspect(id, inWarranty, [worn, defect]);
    await inspect(id, cleanFindings);
    const { claim, inspections } = await page(id);
    assert.equal(claim.found, undefined);
    assert.deepEqual(
      inspections.map(({ found = [] }) => found.map(({ receipt }) => receipt.outcome)),
      [["plan", "warranty"], ["plan", "paid", "warranty"], []],
    );
    const { rows } = await desk.app.platform.database.pool.query<{ outcome: string; ways: object[] }>(
      `select d.combined ->> 'outcome' as outcome, d.combined -> 'ways' as ways
         from claims.decision d join claims.claim c on c.device_id = d.device_id and c.no = d.claim_no
        where c.serial = $1 and d.combined is not null order by d.no`,
      [claim.serial],
    );
    assert.deepEqual(
      rows.map(({ outcome, ways }) => [outcome, ways.length]),
      [
        ["plan", 2],
        ["plan", 3],
      ],
    );
  });

  it("go side by side where nothing is replaced: the defect costs nothing, the rest its price", async () => {
    const id = await desk.claimAfter(["intake"]);
    const { body } = await inspect(id, { ...inWarranty, cause: "battery" }, [defect]);
    assert.deepEqual(linesOf(body.choices), [
      "warranty 0: 1 left, 2 free",
      "paid 30000: 1 paid, 2 free",
      "return 0: 1 left, 2 left",
    ]);
    assert.equal((body.receipt as { outcome: string }).outcome, "paid");
    assert.deepEqual((await desk.kept(id)).slots, ["free", "free", "free"]);
    const chosen = await desk.step("choice", id, { route: "paid", fee: PRICE });
    assert.deepEqual([chosen.status, chosen.body.fee], [200, PRICE]);
  });

  it("that both bring a replacement bring one: one fee, one use, one unit, one parcel", async () => {
    const id = await desk.claimAfter(["intake"]);
    const { body } = await inspect(id, cleanFindings, [{ ...defect, cause: "water" }]);
    assert.deepEqual(linesOf(body.choices)[0], "plan 11900: 1 plan, 2 shared by 1");
    for (const step of ["choice", "payment", "replacement", "shipment"] as const) {
      assert.equal(codeOf(await desk.step(step, id)), 200, step);
    }
    const kept = await desk.kept(id);
    assert.deepEqual([kept.slots, kept.charges], [["used", "free", "free"], ["captured"]]);
  });

  it("wait for the one that is not settled, and the bench is told which", async () => {
    const id = await desk.claimAfter(["intake"]);
    const { body } = await inspect(id, inWarranty, [{ cause: "drop", parts: ["camera"] }]);
    assert.equal(body.code, "findings_incomplete");
    assert.match(String(body.detail ?? body.says), /Finding 2 does not settle/);
    assert.ok((body.receipt as { needs: string[] }).needs.includes("incident.intentional"));
    assert.equal((await page(id)).inspections.length, 0);
  });

  it("have a cause and a part each, and are not many", async () => {
    const id = await desk.claimAfter(["intake"]);
    const wrong = [[{ cause: "drop" }], [{ ...defect, parts: [] }], Array(8).fill(defect)];
    for (const further of wrong) {
      assert.equal((await inspect(id, cleanFindings, further)).status, 400);
    }
  });
});

describe("what changes after it was shown", () => {
  it("is not paid unseen: another look makes another sheet; the fee of the old one is refused", async () => {
    const id = await desk.claimAfter(["intake"]);
    await inspect(id, { ...inWarranty, cause: "battery" }, [defect]);
    await inspect(id, { ...inWarranty, cause: "battery" }, [defect], {
      repairPrice: { amount: 45_000, currency: "PLN" },
    });
    const old = await desk.step("choice", id, { route: "paid", fee: PRICE });
    assert.equal(old.body.code, "price_changed");
    await inspect(id, inWarranty);
    assert.equal((await desk.step("choice", id, { route: "warranty" })).body.code, "route_not_offered");
    assert.deepEqual((await desk.kept(id)).slots, ["reserved", "free", "free"]);
  });

  it("of two benches at once is one sheet: the other is told, and nothing is taken twice", async () => {
    const id = await desk.claimAfter(["intake"]);
    const looks = [[defect], [worn], undefined, [{ ...defect, cause: "water" }]].map((further) =>
      inspect(id, inWarranty, further, { inspection: 0 }),
    );
    const codes = (await Promise.all(looks)).map(codeOf);
    assert.deepEqual(codes.map(String).toSorted(), ["200", ...Array<string>(3).fill("inspected_meanwhile")]);
    const kept = await desk.kept(id);
    assert.deepEqual(kept.slots, ["reserved", "free", "free"]);
    assert.equal((await page(id)).inspections.length, 1);
  });

  it("of a look and a choice at once: the fee is that of the sheet it was chosen from", async () => {
    const tries = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const id = await desk.claimAfter(["intake"]);
        await inspect(id, inWarranty, [defect]);
        const [looked, chosen] = await Promise.all([
          inspect(id, { ...inWarranty, cause: "battery" }, [defect]),
          desk.step("choice", id, { route: "plan", fee: { amount: 11_900, currency: "PLN" } }),
        ]);
        return { id, looked: codeOf(looked), chosen: codeOf(chosen) };
      }),
    );
    for (const { id, looked, chosen } of tries) {
      const { claim, slots } = await desk.kept(id);
      const isLookFirst = looked === 200;
      assert.deepEqual(
        [looked, chosen],
        isLookFirst ? [200, "route_not_offered"] : ["claim_not_at_this_step", 200],
      );
      assert.deepEqual([claim.state, slots[0]], isLookFirst ? ["inspected", "free"] : ["chosen", "reserved"]);
    }
  });

  it("is too late once it is chosen or paid: a finding stays, and so do fee, use and receipts", async () => {
    const id = await desk.claimAfter(["intake"]);
    await inspect(id, inWarranty, [defect]);
    await desk.step("choice", id);
    assert.equal(codeOf(await inspect(id, inWarranty)), "claim_not_at_this_step");
    await desk.step("payment", id);
    const before = await desk.kept(id);
    assert.equal(codeOf(await inspect(id, { ...inWarranty, cause: "battery" })), "claim_not_at_this_step");
    assert.deepEqual(await desk.kept(id), before);
    assert.equal((await page(id)).claim.found?.length, 2);
  });

  it("of the way that costs nothing gives the promised replacement back", async () => {
    const id = await desk.claimAfter(["intake"]);
    await inspect(id, inWarranty, [defect]);
    assert.equal((await desk.step("choice", id, { route: "warranty" })).body.state, "paid");
    assert.equal(codeOf(await desk.step("shipment", id)), 200);
    const kept = await desk.kept(id);
    assert.deepEqual([kept.slots, kept.charges], [["free", "free", "free"], []]);
  });
});

it("breaks no invariant", async () => {
  assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
});
