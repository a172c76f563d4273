import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { codeLooksRight, groupsOfFour, normaliseCode, withCheckCharacters } from "./checkCharacters.ts";

const ALPHABET = Array.from("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
const code = fc.array(fc.nat(31), { minLength: 26, maxLength: 26 }).map(withCheckCharacters);
const place = fc.nat(27);

function withCharacter(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1);
}

describe("check characters", () => {
  it("pass every code we make, in seven groups of four", () => {
    fc.assert(
      fc.property(code, (made) => {
        assert.match(groupsOfFour(made), /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
        assert.ok(codeLooksRight(made));
      }),
    );
  });

  it("find any one wrong character", () => {
    fc.assert(
      fc.property(code, place, fc.constantFrom(...ALPHABET), (made, at, character) => {
        fc.pre(made[at] !== character);
        assert.ok(!codeLooksRight(withCharacter(made, at, character)));
      }),
      { numRuns: 1000 },
    );
  });

  it("find any two wrong characters", () => {
    const character = fc.constantFrom(...ALPHABET);
    fc.assert(
      fc.property(code, place, place, character, character, (made, one, other, first, second) => {
        fc.pre(one !== other && made[one] !== first && made[other] !== second);
        assert.ok(!codeLooksRight(withCharacter(withCharacter(made, one, first), other, second)));
      }),
      { numRuns: 1000 },
    );
  });

  it("find two neighbours that changed places", () => {
    fc.assert(
      fc.property(code, fc.nat(26), (made, at) => {
        const [left, right] = [made.charAt(at), made.charAt(at + 1)];
        fc.pre(left !== right);
        assert.ok(!codeLooksRight(withCharacter(withCharacter(made, at, right), at + 1, left)));
      }),
      { numRuns: 1000 },
    );
  });

  it("miss three wrong characters now and then, as two characters must", () => {
    const made = withCheckCharacters(Array.from({ length: 26 }, () => 0));
    const wrong = ALPHABET.flatMap((first) =>
      ALPHABET.flatMap((second) => ALPHABET.map((third) => first + second + third + made.slice(3))),
    );
    assert.equal(wrong.filter(codeLooksRight).length, 32);
  });

  it("look past case, spaces, dashes and the letters that look like digits", () => {
    fc.assert(
      fc.property(code, fc.constantFrom(" ", "-", "\u2013", "\t", ""), (made, between) => {
        const typed = Array.from(made.toLowerCase()).join(between).replaceAll("0", "o").replaceAll("1", "l");
        assert.equal(normaliseCode(typed), made);
        assert.ok(codeLooksRight(typed));
      }),
    );
  });

  it("never throw, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => typeof codeLooksRight(typed) === "boolean"),
    );
  });

  it("stand in a file that imports nothing, so that a browser can run it", async () => {
    const { readFile } = await import("node:fs/promises");
    assert.doesNotMatch(await readFile(new URL("checkCharacters.ts", import.meta.url), "utf8"), /^import /m);
  });
});
