import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { signedIn } from "../gallery/samples.ts";
import { packing } from "./packing.ts";

const to = ["Example Repairs", "4 Mill Lane", "10115 Berlin", "Germany"];
const shown = (more: object) => String(packing(signedIn, { send: ["camera"], keep: [], ...more }));

describe("what goes into the parcel", () => {
  it("goes to the address there is, line by line", () => {
    const page = shown({ to });
    assert.match(page, /<address>Example Repairs<br>4 Mill Lane<br>10115 Berlin<br>Germany<\/address>/);
    assert.doesNotMatch(page, /help#write/);
  });

  it("waits for an answer where there is none", () => {
    assert.match(shown({}), /href="\/help#write"/);
  });

  it("is announced before it is brought", () => {
    assert.match(shown({ to, isBrought: true, choose: "/visit" }), /Bring it to<\/h3>.*href="\/visit"/s);
    assert.doesNotMatch(shown({ to, isBrought: true }), /Which day/);
  });
});
