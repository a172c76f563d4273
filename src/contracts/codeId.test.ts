import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { codeIdOf, digestsNamed } from "./codeId.ts";

test("the name of a code is of its digest alone, and leads back to it", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const digest = Buffer.from(bytes);
      const named = digestsNamed(codeIdOf(digest));
      ok(named !== undefined);
      ok(Buffer.compare(named.first, digest) <= 0 && Buffer.compare(digest, named.last) <= 0);
      equal(codeIdOf(named.first), codeIdOf(named.last));
    }),
  );
});

test("what is no name of a code leads nowhere", () => {
  for (const text of ["", "cod_", "ord_01jz0000000000000000000000", "cod_01jz0000000000000000000000_1"]) {
    equal(digestsNamed(text), undefined, text);
  }
});
