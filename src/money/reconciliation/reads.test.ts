import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { FIRST_DAY, type ReportWorld, reportWorld } from "../../../test/support/reportWorld.ts";
import { atEnd } from "../../../test/support/testDatabase.ts";

interface Row {
  readonly id: string;
  readonly cause: string;
  readonly lineId: string | null;
  readonly detail: string;
}
interface Shown {
  readonly difference: Row;
  readonly sides: readonly { readonly what: string; readonly theirs: unknown; readonly ours: unknown }[];
  readonly line: { readonly id: string; readonly report: string; readonly theirId: string } | null;
}
interface Page {
  readonly data: readonly { readonly [field: string]: unknown }[];
  readonly nextCursor: string | null;
}

let world: ReportWorld;
let open: readonly Row[];

before(async () => {
  world = await reportWorld();
  atEnd(() => world.stop());
  const { reports } = world;
  reports.carrier.splice(0, 1, `C-1,${FIRST_DAY},T1,5.00,EUR,4000`, `C-3,${FIRST_DAY},T9,5.00,EUR,900`);
  reports.reseller.splice(0, 1, `S-1,${FIRST_DAY},o1,6`);
  reports.bank.splice(1, 1, "B-2,credit,2026-06-16,29.00,EUR,PAYOUT PO-1 CARE");
  reports.provider.push(`U-1,payment,${FIRST_DAY},12.00,EUR,ch_other,,,,`);
  await world.sql("update money.test_payment set fee_minor = 200 where currency = 'PLN'");
  await world.pass(4);
  await world.found();
  open = (
    (await world.call("GET /v1/differences", { state: "open", limit: 200 })) as {
      data: Row[];
    }
  ).data;
});

const euro = (amount: number) => ({ amount, currency: "EUR" });

test("a difference says as data what each side says, and shows their line", async () => {
  const told: Readonly<Record<string, readonly [what: string, theirs: unknown, ours: unknown, id?: string]>> =
    {
      parcel_weight_differs: ["weightGrams", 4_000, 2_000, "C-1"],
      parcel_never_shipped: ["price", euro(500), null, "C-3"],
      reseller_counts_more: ["codes", 6, 5, "S-1"],
      payout_short: ["payout", euro(3_000), euro(2_900), "PO-1"],
      unknown_reference: ["amount", euro(1_200), null, "U-1"],
      fee_differs: ["fee", { amount: 200, currency: "PLN" }, { amount: 130, currency: "PLN" }],
    };
  deepEqual(open.map(({ cause }) => cause).toSorted(), Object.keys(told).toSorted());
  for (const { id, cause, lineId, detail } of open) {
    const { difference, sides, line } = (await world.call("GET /v1/differences/{id}", {
      id,
    })) as unknown as Shown;
    const [what, theirs, ours, theirId] = told[cause] ?? [];
    deepEqual([difference.id, difference.detail], [id, detail]);
    deepEqual(sides, [{ what, theirs, ours }], cause);
    equal(line?.id, lineId);
    if (theirId !== undefined) {
      equal(line?.theirId, theirId);
    }
  }
});

test("the lines of a report are paged in its order, and found by any name they have", async () => {
  const reports = (await world.call("GET /v1/reports", { kind: "carrier" })) as unknown as Page;
  const id = reports.data[0]?.id;
  const lines = async (more: object) =>
    (await world.call("GET /v1/reports/{id}/lines", { id, ...more })) as unknown as Page;
  const first = await lines({ limit: 2 });
  deepEqual(
    first.data.map(({ theirId, reference }) => [theirId, reference]),
    [
      ["C-1", "T1"],
      ["C-3", "T9"],
    ],
  );
  const second = await lines({ limit: 2, after: first.nextCursor });
  deepEqual([second.data.map(({ theirId }) => theirId), second.nextCursor], [["C-2"], null]);
  deepEqual(
    (await lines({ reference: "T9" })).data.map(({ no }) => no),
    [2],
  );
  deepEqual((await lines({ entry: "payment" })).data, []);
});

test("tariffs are listed, what was set last first, page by page", async () => {
  const about = { kind: "carrier", party: "dpd", currency: "PLN" };
  const bands = [{ upToGrams: 1_000, priceMinor: 700 }];
  await world.call("POST /v1/tariffs", { ...about, from: "2027-01-01", bands });
  const seen: unknown[] = [];
  let after: string | null = null;
  do {
    const page = (await world.call("GET /v1/tariffs", {
      limit: 1,
      ...(after !== null && { after }),
    })) as unknown as Page;
    seen.push(...page.data.map(({ kind, party, currency, from }) => [kind, party, currency, from].join(" ")));
    after = page.nextCursor;
  } while (after !== null);
  deepEqual(seen, [
    "carrier dpd PLN 2027-01-01",
    "provider test PLN 2026-01-01",
    "carrier dpd EUR 2026-01-01",
  ]);
  const { data } = (await world.call("GET /v1/tariffs", { kind: "carrier" })) as unknown as Page;
  deepEqual([data.length, data[0]?.bands], [2, bands]);
});
