import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { decideSendMessage } from "./decideSendMessage.ts";

describe("a message of a case", () => {
  const table: readonly (readonly [string, string, readonly number[], number, string | undefined])[] = [
    ["says something", "Hello", [], 0, undefined],
    ["is blank", " \n ", [], 0, "nothing_said"],
    ["brings a photo and no word", " ", [3], 1, undefined],
    ["names a photo that is not there", "Look", [3, 4], 1, "evidence_not_of_case"],
    ["names one photo twice", "Look", [3, 3], 1, undefined],
  ];
  for (const [what, text, evidence, seen, code] of table) {
    it(`${what}: ${code ?? "it is sent"}`, () => {
      equal(decideSendMessage({ text, evidence }, seen).refused?.code, code);
    });
  }

  it("has its lines ended alike and nothing around them", () => {
    const { accepted } = decideSendMessage({ text: " one\r\ntwo\rthree \n", evidence: [2, 2] }, 1);
    deepEqual(accepted, { text: "one\ntwo\nthree", evidence: [2] });
  });
});
