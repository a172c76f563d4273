import assert from "node:assert/strict";
import { test } from "node:test";
import { forOwner, type Receipt } from "../index.ts";
import { smallCase, smallTerms } from "../samples/smallTerms.ts";

const windowOf = (id: string, window: string, from = "device.activatedAt"): string =>
  `${id}\nkind: window\ndecision: activation\nfrom: ${from}\nwindow: ${window}`;
const decide = (device: object, ...clauses: readonly string[]): Receipt =>
  smallTerms(...clauses).decide("activation", {
    ...smallCase,
    device: { ...(smallCase.device as object), ...device },
  } as never);

const at = Temporal.Instant.from(smallCase.at ?? "");
const ago = (hours: number, minutes = 0): string => at.subtract({ hours, minutes }).toString();

test("a lateness is told with the clause it belongs to, and with no other", () => {
  const late = /\((.*) too late\)/;
  const one = decide({ activatedAt: ago(48, 47) }, windowOf("first", "48 hours"));
  assert.match(forOwner(one), /\(47 minutes too late\)/);
  // What would help is the longer of two windows, and the shorter stands first.
  const two = decide(
    { activatedAt: ago(72, 47) },
    windowOf("short", "48 hours"),
    windowOf("long", "72 hours"),
  );
  assert.equal(two.wouldChange[0]?.says, "47 minutes too late");
  assert.doesNotMatch(forOwner(two), late);
  const swapped = decide(
    { activatedAt: ago(72, 47) },
    windowOf("long", "72 hours"),
    windowOf("short", "48 hours"),
  );
  assert.match(forOwner(swapped), /\(47 minutes too late\)/);
  // Two clauses that look at two facts: the first is told with its own.
  const apart = decide(
    { activatedAt: ago(90), purchasedAt: ago(48, 5) },
    windowOf("used", "48 hours"),
    windowOf("bought", "48 hours", "device.purchasedAt"),
  );
  assert.match(forOwner(apart), /\(1 day and 18 hours too late\)/);
});

test("a clause that is not late is told without the lateness of another", () => {
  const unfit = "fit\nkind: require\ndecision: activation\nwhen: { device.modified: no }";
  const receipt = decide({ modified: true, activatedAt: ago(49) }, unfit, windowOf("first", "48 hours"));
  assert.equal(receipt.against[0]?.clause, "fit");
  assert.doesNotMatch(forOwner(receipt), /too late/);
});
