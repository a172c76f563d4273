import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { decideRevealCodes } from "./decideRevealCodes.ts";

const states = ["placed", "paid", "delivered", "cancelled"] as const;
const codes = { soldAs: "code" } as const;
const goods = { soldAs: "goods" } as const;

test("codes are shown when they are paid, and not before, though goods are still on their way", () => {
  deepEqual(
    states.map((state) => decideRevealCodes({ state, lines: [codes, goods] }).refused?.code),
    ["codes_not_ready", undefined, undefined, "codes_not_ready"],
  );
});

test("an order of goods has none, in whatever state", () => {
  deepEqual(
    states.map((state) => decideRevealCodes({ state, lines: [goods] }).refused?.code),
    states.map(() => "order_without_codes"),
  );
});
