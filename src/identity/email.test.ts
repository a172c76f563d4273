import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { normalEmail } from "./index.ts";

for (const [typed, normal] of [
  ["Ann@Shop.Example", "ann@shop.example"],
  ["  ann@shop.example\n", "ann@shop.example"],
  ["ann＠shop.example", "ann@shop.example"],
  ["ａｎｎ@shop．example", "ann@shop.example"],
  ["ann+plan@shop.example", "ann+plan@shop.example"],
  ["ann@shop.example＠evil.example", undefined],
  ["ann@shop.example，boss@shop.example", undefined],
  ["ann@shop.example\r\nBcc: all@shop.example", undefined],
  ["ann\u200b@shop.example", undefined],
  ["ann@shop", undefined],
  ["@shop.example", undefined],
  [`${"a".repeat(250)}@shop.example`, undefined],
] as const) {
  test(`${JSON.stringify(typed.slice(0, 40))} is ${normal ?? "no address"}`, () => {
    assert.equal(normalEmail(typed), normal);
  });
}

test("the normal form of the normal form is itself and has one @", () => {
  const letters = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, (local, domain) => {
      const normal = normalEmail(`${local}@${domain}.example`);
      if (normal !== undefined) {
        assert.equal(normalEmail(normal), normal);
        assert.equal(normal.split("@").length, 2);
        assert.equal(normal.normalize("NFKC").toLowerCase(), normal);
      }
    }),
  );
});
