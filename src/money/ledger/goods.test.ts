import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { handedOver } from "./bookHandOver.ts";
import { type Goods, type GoodsFrom, piecesLeft, shareOf } from "./goods.ts";

const line = (more: Partial<Goods> = {}): Goods => ({
  ...{ lineNo: 1, kind: "goods", programme: "goods", region: "EE", currency: "EUR", quantity: 3 },
  ...{ owedQuantity: 3, returnedQuantity: 0, netMinor: 1_000, owedMinor: 1_000, incomeMinor: 0 },
  ...{ refundedMinor: 0, taxMinor: 240, taxKind: "vat", refundedTaxMinor: 0 },
  ...more,
});

/** What a move of pieces makes of a line, as the rows are changed. */
function moved(goods: Goods, pieces: number, how: "hand over" | GoodsFrom): Goods {
  const { netMinor, taxMinor } = shareOf(goods, pieces, how === "income" ? "income" : "owed") as {
    netMinor: number;
    taxMinor: number;
  };
  const { owedQuantity, returnedQuantity, owedMinor, incomeMinor, refundedMinor, refundedTaxMinor } = goods;
  if (how === "hand over") {
    const amounts = { owedMinor: owedMinor - netMinor, incomeMinor: incomeMinor + netMinor };
    return { ...goods, owedQuantity: owedQuantity - pieces, ...amounts };
  }
  const isOwed = how === "owed";
  return {
    ...goods,
    owedQuantity: owedQuantity - (isOwed ? pieces : 0),
    returnedQuantity: returnedQuantity + pieces,
    owedMinor: owedMinor - (isOwed ? netMinor : 0),
    incomeMinor: incomeMinor - (isOwed ? 0 : netMinor),
    refundedMinor: refundedMinor + netMinor,
    refundedTaxMinor: refundedTaxMinor + taxMinor,
  };
}

test("however pieces are handed over, given up and returned, a line is its net amount and ends whole", () => {
  const step = fc.record({
    how: fc.constantFrom("hand over", "owed", "income"),
    part: fc.integer({ min: 1, max: 100 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 0, max: 300_000 }),
      fc.array(step, { maxLength: 12 }),
      (quantity, netMinor, taxMinor, steps) => {
        let goods = line({ quantity, owedQuantity: quantity, netMinor, owedMinor: netMinor, taxMinor });
        for (const { how, part } of steps) {
          const there = piecesLeft(goods, how === "income" ? "income" : "owed");
          if (there > 0) {
            goods = moved(goods, Math.max(1, Math.floor((there * part) / 100)), how as GoodsFrom);
          }
          equal(goods.owedMinor + goods.incomeMinor + goods.refundedMinor, netMinor);
          equal(goods.owedMinor >= 0 && goods.incomeMinor >= 0 && goods.refundedTaxMinor <= taxMinor, true);
          equal(goods.owedQuantity > 0 || goods.owedMinor === 0, true);
        }
        for (const from of ["owed", "income"] as const) {
          const left = piecesLeft(goods, from);
          goods = left > 0 ? moved(goods, left, from) : goods;
        }
        deepEqual([goods.refundedMinor, goods.refundedTaxMinor], [netMinor, taxMinor]);
      },
    ),
  );
});

test("so many pieces are not there", () => {
  equal(shareOf(line(), 4, "owed"), undefined);
  equal(shareOf(line(), 1, "income"), undefined);
  equal(shareOf(line(), 0, "owed"), undefined);
  deepEqual(shareOf(line(), 1, "owed"), { netMinor: 334, taxMinor: 80 });
});

test("the delivery is income with the first parcel, and no more with the second", () => {
  const delivery = line({
    ...{ lineNo: 2, kind: "delivery", quantity: 1, owedQuantity: 1, netMinor: 350, owedMinor: 350 },
  });
  deepEqual(handedOver([line(), delivery], [{ lineNo: 1, pieces: 2 }]), [
    { lineNo: 1, pieces: 2, netMinor: 667 },
    { lineNo: 2, pieces: 1, netMinor: 350 },
  ]);
  const rest = line({ owedQuantity: 1, owedMinor: 333, incomeMinor: 667 });
  const gone = { ...delivery, owedQuantity: 0, owedMinor: 0, incomeMinor: 350 };
  deepEqual(handedOver([rest, gone], [{ lineNo: 1, pieces: 1 }]), [{ lineNo: 1, pieces: 1, netMinor: 333 }]);
  throws(() => handedOver([rest, gone], [{ lineNo: 1, pieces: 2 }]), /does not owe 2 pieces/);
});
