import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decideTellSending } from "./decideTellSending.ts";

const send = ["camera", "battery", "grip"];
const decide = (parts: readonly string[], isAwaited = true) => {
  const { accepted, refused } = decideTellSending(parts, { isAwaited, send });
  return refused?.code ?? accepted;
};

describe("telling that a parcel left", () => {
  const told: [string, string[], string[], string[]][] = [
    ["all of it", ["camera", "battery", "grip"], send, []],
    ["a part less", ["camera", "grip"], ["camera", "grip"], ["battery"]],
    ["in the order of the list, not of the ticks", ["grip", "camera"], ["camera", "grip"], ["battery"]],
    ["without what nobody asked for", ["camera", "strap"], ["camera"], ["battery", "grip"]],
    ["each part once", ["camera", "camera"], ["camera"], ["battery", "grip"]],
  ];
  for (const [name, ticked, parts, missing] of told) {
    it(`keeps ${name}`, () => assert.deepEqual(decide(ticked), { parts, missing }));
  }

  it("is refused where nothing that is awaited is in it", () => {
    assert.equal(decide([]), "nothing_sent");
    assert.equal(decide(["strap"]), "nothing_sent");
  });

  it("is refused where nothing is awaited, whatever is ticked", () => {
    assert.equal(decide(send, false), "nothing_awaited");
    assert.equal(decide([], false), "nothing_awaited");
  });
});
