import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { referenceTerms } from "../../../test/support/referenceTerms.ts";
import { addressCountries, addressFault } from "./addressForms.ts";

describe("addresses by country", () => {
  it("are known of every country the reference programme serves", () => {
    const served = [...referenceTerms().regions.values()].flatMap(({ countries }) => countries);
    assert.deepEqual(
      served.filter((country) => !addressCountries.includes(country)),
      [],
    );
  });

  const table: readonly (readonly [string, { postcode?: string; state?: string }, string | undefined])[] = [
    ["EE", {}, "postcode_missing"],
    ["EE", { postcode: "1011" }, "postcode_form"],
    ["EE", { postcode: "10111" }, undefined],
    ["US", { postcode: "10001" }, "state_missing"],
    ["US", { postcode: "10001-1234", state: "NY" }, undefined],
    ["US", { postcode: "1000", state: "NY" }, "postcode_form"],
    ["GB", { postcode: "sw1a 1aa" }, undefined],
    ["GB", { postcode: "12345" }, "postcode_form"],
    ["HK", {}, undefined],
    ["BR", {}, undefined],
  ];
  for (const [country, told, code] of table) {
    it(`of ${country} with ${JSON.stringify(told)}: ${code ?? "good"}`, () => {
      assert.equal(addressFault(country, told)?.code, code);
    });
  }

  it("say by what example they are refused one that they take", () => {
    for (const country of addressCountries) {
      const says = addressFault(country, { postcode: "?" })?.says ?? "";
      const like = / look like (.*)\.$/.exec(says)?.[1];
      const fault = addressFault(country, { ...(like !== undefined && { postcode: like }), state: "X" });
      assert.equal(fault, undefined, `${country} ${says}`);
    }
  });
});
