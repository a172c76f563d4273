import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Platform } from "../../platform/index.ts";
import { seal, unseal } from "./seal.ts";

const platform = { secrets: { sessionSecret: "one" } } as unknown as Platform;
const other = { secrets: { sessionSecret: "two" } } as unknown as Platform;

test("what is sealed opens again, for nobody else, and not once a byte of it has changed", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), (value, place) => {
      const sealed = seal(platform, { value });
      assert.deepEqual(unseal(platform, sealed), JSON.parse(JSON.stringify({ value })));
      assert.equal(unseal(other, sealed), undefined);
      const bytes = Buffer.from(sealed, "base64url");
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      assert.equal(unseal(platform, bytes.toString("base64url")), undefined);
    }),
  );
});

test("anything else opens as nothing", () => {
  fc.assert(fc.property(fc.string(), (text) => assert.equal(unseal(platform, text), undefined)));
});
