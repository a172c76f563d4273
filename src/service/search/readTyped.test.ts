import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { alikeTo, readTyped } from "./readTyped.ts";

const ROOT = "01m7ynaym0vqhpgnwdrkms6x8c";
const letter = fc.constantFrom(..."ABCDEFGHJKLMNPQRSTUVWXYZ0123456789".split(""));
const serials = fc.array(letter, { minLength: 8, maxLength: 24 }).map((letters) => letters.join(""));

describe("what was typed", () => {
  it("is an id, also within a slip or an address, in any case", () => {
    for (const text of [`clm_${ROOT}_2`, `EVM:clm_${ROOT}_2`, `https://x.test/console/cases/CLM_${ROOT}_2`]) {
      assert.deepEqual(readTyped(text).id, { prefix: "clm", rootId: ROOT, no: 2 });
    }
    assert.deepEqual(readTyped(`ord_${ROOT}`).id, { prefix: "ord", rootId: ROOT, no: undefined });
    assert.equal(readTyped(`clm_${ROOT.slice(1)}_2`).id, undefined);
    assert.equal(readTyped(`clm_${ROOT}_2x`).id, undefined);
  });

  it("is an address and nothing else where it is one", () => {
    const { email, serial, words } = readTyped(" Ada@Example.org ");
    assert.deepEqual([email, serial, words], ["ada@example.org", undefined, []]);
  });

  it("is words of a name, never fewer than three letters, and never a pattern for everything", () => {
    assert.deepEqual(readTyped("Ada de Łącka").words, ["Ada", "Łącka"]);
    assert.deepEqual(readTyped("%%%").words, []);
    assert.deepEqual(readTyped("123456").words, []);
  });

  it("is the end of a code when it has four characters", () => {
    assert.equal(readTyped("7x2k").last4, "7X2K");
    assert.equal(readTyped("7x2").last4, undefined);
  });

  it("is a serial however it is written", () => {
    assert.equal(readTyped("1581-f4xn 0123").serial, "1581F4XN0123");
    assert.equal(readTyped("]C11581F4XN0123").serial, "1581F4XN0123");
    assert.equal(readTyped("ab").serial, undefined);
  });
});

describe("a slip of a finger", () => {
  it("is undone: a letter changed, lost, doubled, put in, or changed with its neighbour", () => {
    fc.assert(
      fc.property(serials, letter, fc.nat(), (serial, other, seed) => {
        const at = seed % serial.length;
        const [before, after] = [serial.slice(0, at), serial.slice(at)];
        const swapped = before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
        const slips = [
          before + other + after.slice(1),
          before + other + after,
          before + after.slice(1),
          swapped,
        ];
        for (const slip of slips.filter((made) => made !== serial && made.length >= 8)) {
          assert.ok(alikeTo(slip).includes(serial), `${slip} for ${serial}`);
        }
      }),
    );
  });

  it("is not looked for in a short piece, and never takes more than a bounded number of tries", () => {
    assert.deepEqual(alikeTo("1234567"), []);
    assert.ok(alikeTo("A".repeat(40)).length <= 41 * 74);
  });
});
