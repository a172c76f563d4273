import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Order } from "../order.ts";
import { decideTellWithdrawal } from "./decideTellWithdrawal.ts";

const at = (text: string) => Temporal.Instant.from(text);
const order = {
  ...{ country: "DE", vatId: null, withdrawalShown: true, state: "delivered" },
  placedAt: at("2026-06-01T10:00:00Z"),
  deliveredAt: at("2026-06-10T10:00:00Z"),
  lines: [
    { no: 1, name: "Care", quantity: 1, soldAs: "code" },
    { no: 2, name: "Strap", quantity: 2, soldAs: "goods" },
  ],
} as unknown as Order;
const lines = (when: string, more: Partial<Order> = {}, wanted?: readonly number[]) => {
  const said = decideTellWithdrawal({ at: at(when), order: { ...order, ...more }, told: [], wanted });
  return said.accepted?.map(({ no }) => no) ?? said.refused?.code;
};
const NO = "no_right_to_withdraw";

/** Codes of 1 June end on Monday 15 June, goods of 10 June on Wednesday 24 June; three days for holidays. */
const TABLE: readonly (readonly [when: string, more: Partial<Order>, expected: unknown])[] = [
  ["2026-06-02T10:00:00Z", {}, [1, 2]],
  ["2026-06-18T22:00:00Z", {}, [1, 2]],
  ["2026-06-19T01:00:00Z", {}, [2]],
  ["2026-06-27T22:00:00Z", {}, [2]],
  ["2026-06-28T01:00:00Z", {}, NO],
  ["2026-06-28T01:00:00Z", { deliveredAt: null, state: "paid" }, [2]],
  ["2026-06-28T01:00:00Z", { withdrawalShown: false }, [1, 2]],
  ["2027-07-05T01:00:00Z", { withdrawalShown: false }, NO],
  ["2026-06-02T10:00:00Z", { vatId: "DE136695976" }, NO],
  ["2026-06-02T10:00:00Z", { country: "US" }, NO],
  ["2026-06-02T10:00:00Z", { state: "cancelled" }, NO],
];
for (const [when, more, expected] of TABLE) {
  test(`${when} ${JSON.stringify(more)}: ${expected}`, () => deepEqual(lines(when, more), expected));
}

test("only the lines that are meant, once; one that is over or strange is refused whole", () => {
  deepEqual(lines("2026-06-02T10:00:00Z", {}, [2]), [2]);
  equal(lines("2026-06-20T10:00:00Z", {}, [1, 2]), NO);
  equal(lines("2026-06-02T10:00:00Z", {}, [7]), NO);
  const told = [{ lines: [{ no: 1 }, { no: 2 }] }] as never;
  const again = decideTellWithdrawal({ at: at("2026-06-02T10:00:00Z"), order, told, wanted: undefined });
  equal(again.refused?.code, "withdrawal_told");
});
