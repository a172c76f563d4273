import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type BalanceFacts, roomOf } from "./roomOf.ts";

const facts: BalanceFacts = {
  balanceMinor: 150,
  moves: { refundedMinor: 100, byProviderMinor: 0, waitingMinor: 0, promisedMinor: 0 },
  ...{ leftMinor: 0, canProvider: true, isKept: false },
};

const cases: readonly [string, Partial<BalanceFacts>, [payable: number, byProvider: number]][] = [
  ["nothing is disputed", {}, [150, 100]],
  ["its provider moves no money", { canProvider: false }, [150, 0]],
  ["its provider gave some back", { moves: { ...facts.moves, byProviderMinor: 70 } }, [150, 30]],
  ["a bank has taken all of it back", { leftMinor: -100 }, [50, 50]],
  ["a bank has taken more back than it came from", { leftMinor: -500 }, [50, 50]],
  ["a bank has taken a part back", { leftMinor: -30 }, [120, 100]],
  ["some of it is on its way", { moves: { ...facts.moves, waitingMinor: 60 }, leftMinor: -100 }, [110, 100]],
  ["its charge waits for the rest", { isKept: true }, [0, 0]],
];

for (const [what, more, [payableMinor, byProviderMinor]] of cases) {
  test(`${what}: ${payableMinor} can be paid out, ${byProviderMinor} by the provider`, () => {
    deepEqual(roomOf({ ...facts, ...more }), { payableMinor, byProviderMinor });
  });
}

test("what leaves is never more than is there, nor what came by the bank less than is there of it", () => {
  const any = fc.nat(1_000);
  const moves = fc.record({
    ...{ refundedMinor: any, byProviderMinor: any, waitingMinor: any, promisedMinor: any },
  });
  const left = fc.integer({ min: -1_000, max: 1_000 });
  fc.assert(
    fc.property(any, moves, left, fc.boolean(), (balanceMinor, moved, leftMinor, canProvider) => {
      const room = roomOf({ balanceMinor, moves: moved, leftMinor, canProvider, isKept: false });
      const { payableMinor, byProviderMinor } = room;
      ok(0 <= byProviderMinor && byProviderMinor <= payableMinor && payableMinor <= balanceMinor);
      ok(payableMinor >= Math.min(balanceMinor, Math.max(0, balanceMinor - moved.refundedMinor)));
    }),
  );
});
