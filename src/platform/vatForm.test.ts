import { equal } from "node:assert/strict";
import { test } from "node:test";
import { vatNumberFault } from "./vatForm.ts";

const TABLE: readonly (readonly [vatId: string, country: string, fault: string | undefined])[] = [
  ["DE136695976", "DE", undefined],
  ["DE136695977", "DE", "form"],
  ["DE13669597", "DE", "form"],
  ["DE136695976", "AT", "country"],
  ["ATU13585627", "AT", undefined],
  ["EL094259216", "GR", undefined],
  ["GR094259216", "GR", "country"],
  ["FR40303265045", "FR", undefined],
  ["FR40303265045", "MC", undefined],
  ["PL5260001246", "PL", undefined],
  ["PL5260001247", "PL", "form"],
  ["GB980780684", "GB", undefined],
  ["XI980780684", "GB", undefined],
  ["NL004495445B01", "NL", undefined],
  ["CHE107787577IVA", "CH", undefined],
  // No country gives numbers for Europe as a whole, and a country we know nothing of is not judged.
  ["EU372000041", "DE", "country"],
  ["AU51824753556", "AU", undefined],
  ["AU!", "AU", "form"],
];

for (const [vatId, country, fault] of TABLE) {
  test(`${vatId} of ${country}: ${fault ?? "right"}`, () => equal(vatNumberFault(vatId, country), fault));
}
