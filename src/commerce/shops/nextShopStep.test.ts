import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { foldTold, nextShopStep, type ShopOrderFacts } from "./nextShopStep.ts";
import { type PaidTold, readShopMessage, type ShopTold } from "./readShopMessage.ts";

const none: ShopOrderFacts = {
  ...{ told: null, refunds: {}, issued: {}, used: {} },
  skus: { "CARE-2Y": "U-1", "CARE-1Y": "U-2", MUG: null },
};
const paid = (lines: PaidTold["lines"], updatedAt = "2026-11-21T10:00:00Z"): PaidTold => ({
  ...{ kind: "paid", shopOrder: "1", updatedAt, customer: null, refunds: {}, lines },
});
const refund = (id: string, pieces: Record<string, number>): ShopTold => ({
  ...{ kind: "refund", shopOrder: "1", refund: id, pieces },
});
const line = (no: string, sku: string, pieces: number) => ({ line: no, sku, pieces });

/** Does what is decided until there is nothing left to do; `used` codes cannot be taken back. */
function settle(facts: ShopOrderFacts, usedCodes = 0): ShopOrderFacts {
  const step = nextShopStep(facts);
  if (step.kind === "order") {
    const issued = { ...facts.issued };
    for (const { sku, quantity } of step.lines) {
      issued[sku] = (issued[sku] ?? 0) + quantity;
    }
    return settle({ ...facts, issued }, usedCodes);
  }
  if (step.kind === "void") {
    const [issued, used] = [{ ...facts.issued }, { ...facts.used }];
    for (const { sku, quantity } of step.lines) {
      const taken = Math.min(quantity, Math.max(0, (issued[sku] ?? 0) - usedCodes));
      issued[sku] = (issued[sku] ?? 0) - taken;
      used[sku] = (used[sku] ?? 0) + quantity - taken;
    }
    return settle({ ...facts, issued, used }, usedCodes);
  }
  return facts;
}

describe("what a shop's order wants of us", () => {
  it("is ordered: lines of one SKU together, what is not ours left out", () => {
    const told = foldTold(
      none,
      paid([line("a", "CARE-2Y", 2), line("b", "CARE-2Y", 1), line("c", "MUG", 4)]),
    );
    deepEqual(nextShopStep(told), { kind: "order", lines: [{ sku: "U-1", quantity: 3 }] });
  });

  it("waits for a person where a SKU is unknown, and is ordered when it is mapped", () => {
    const told = foldTold(none, paid([line("a", "NEW", 1)]));
    deepEqual(nextShopStep(told), { kind: "map", skus: ["NEW"] });
    const mapped = { ...told, skus: { ...told.skus, NEW: "U-2" } };
    deepEqual(nextShopStep(mapped), { kind: "order", lines: [{ sku: "U-2", quantity: 1 }] });
  });

  it("does not wait for a SKU that was paid back whole", () => {
    const told = foldTold(foldTold(none, paid([line("a", "NEW", 1)])), refund("r", { a: 1 }));
    equal(nextShopStep(told).kind, "nothing");
  });

  it("is nothing while only a refund was told", () => {
    equal(nextShopStep(foldTold(none, refund("r", { a: 1 }))).kind, "wait_for_order");
  });

  it("leaves used codes alone, says so once, and takes back those of a later refund", () => {
    const settled = settle(foldTold(none, paid([line("a", "CARE-2Y", 3)])), 2);
    const first = settle(foldTold(settled, refund("r1", { a: 2 })), 2);
    deepEqual([first.issued, first.used], [{ "U-1": 2 }, { "U-1": 1 }]);
    equal(nextShopStep(first).kind, "nothing");
  });

  const pieces = fc.integer({ min: 0, max: 6 });
  const tellings = fc.array(
    fc.oneof(
      fc
        .record({ a: pieces, b: pieces, minute: fc.integer({ min: 10, max: 12 }) })
        .map(({ a, b, minute }) =>
          paid([line("a", "CARE-2Y", a), line("b", "CARE-1Y", b)], `2026-11-21T10:${minute}:0${a}.${b}Z`),
        ),
      fc
        .record({ id: fc.constantFrom("r1", "r2", "r3"), line: fc.constantFrom("a", "b") })
        .map((told) => refund(told.id, { [told.line]: told.id === "r1" ? 1 : 2 })),
    ),
    { maxLength: 8 },
  );
  /** One refund says one thing, however often it is told. */
  const oneTellingEach = (messages: ShopTold[]): ShopTold[] => [
    ...new Map(
      messages.map((one) => [one.kind === "paid" ? one.updatedAt : one.refund, one] as const),
    ).values(),
  ];

  it("ends the same in whatever order and however often it is told", () => {
    fc.assert(
      fc.property(tellings, fc.nat(), (drawn, seed) => {
        const messages = oneTellingEach(drawn);
        const turned = messages.map((_, place) => messages[(place + seed) % messages.length] as ShopTold);
        const whole = settle(messages.reduce(foldTold, none));
        const oneByOne = [...turned, ...messages].reduce((facts, one) => settle(foldTold(facts, one)), none);
        const countsOf = ({ issued }: ShopOrderFacts) =>
          Object.entries(issued).filter(([, count]) => count > 0);
        deepEqual(Object.fromEntries(countsOf(oneByOne)), Object.fromEntries(countsOf(whole)));
      }),
    );
  });
});

describe("a message of Shopify's", () => {
  const body = {
    ...{ id: 820982911946154500, updated_at: "2026-11-21T10:00:00-05:00", email: "jo@example.com" },
    customer: { first_name: "Jo", last_name: "Tamm", phone: "+372 555" },
    shipping_address: { address1: "Pikk 1" },
    line_items: [{ id: 11, sku: "CARE-2Y", quantity: 5, current_quantity: 2, price: "40.00" }],
    refunds: [{ id: 5, refund_line_items: [{ line_item_id: 11, quantity: 1 }] }],
  };

  it("is read for its lines: what was edited out is neither wanted nor paid back", () => {
    const { id: _, ...rest } = body;
    const told = readShopMessage("orders/paid", { ...rest, id: "gid:1" }) as PaidTold;
    deepEqual(told.lines, [{ line: "11", sku: "CARE-2Y", pieces: 3 }]);
    deepEqual(told.refunds, { "5": { "11": 1 } });
    deepEqual(told.customer, { name: "Jo Tamm", email: "jo@example.com" });
    equal(JSON.stringify(told).includes("Pikk") || JSON.stringify(told).includes("555"), false);
  });

  it("tells nothing that a database cannot keep: a zero byte, half a character, one cut in two", () => {
    for (const odd of [
      "a\u0000",
      "\ud83d",
      "😀".repeat(200),
      `${"a".repeat(199)}😀`,
      `${"a".repeat(253)}😀`,
    ]) {
      const texts = { line_items: [{ id: 1, sku: odd, quantity: 1 }], customer: { first_name: odd } };
      const told = readShopMessage("orders/paid", { ...body, ...texts, id: 1 }) as PaidTold;
      for (const text of [told.lines[0]?.sku, told.customer?.name]) {
        equal(text?.isWellFormed() && !text.includes("\u0000"), true, JSON.stringify(text));
      }
      const nobody = readShopMessage("orders/paid", {
        ...body,
        id: 1,
        email: `${odd.slice(0, 9)}\u0000@a.example`,
      });
      equal((nobody as PaidTold).customer, null, "an address is not mended");
    }
  });

  it("is nothing where its form is not: a number that is none, no lines, half a line", () => {
    const wrong = [
      body,
      null,
      [],
      { id: 1 },
      { ...body, id: 1, line_items: [{ id: 1 }] },
      { ...body, id: {} },
    ];
    for (const one of wrong) {
      equal(readShopMessage("orders/paid", one), undefined, JSON.stringify(one));
    }
    equal(readShopMessage("refunds/create", { id: 1 }), undefined);
  });
});
