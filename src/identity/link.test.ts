import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import type { Platform } from "../platform/index.ts";
import { linkFor, readLink } from "./index.ts";

/** A link hangs on the secret alone. */
function worldWith(sessionSecret: string): Platform {
  return { secrets: { sessionSecret } } as Platform;
}

const world = worldWith(randomBytes(32).toString("base64url"));
const claim = "clm_01m7xqk8reh0bsdr046kvmhk0r_3";
const order = "ord_01m7xqk8reh0bsdr046kvmhk0r";

test("a link opens the one thing it was made for", () => {
  assert.deepEqual(readLink(world, linkFor(world, "claim", claim)), { kind: "claim", id: claim });
  assert.deepEqual(readLink(world, linkFor(world, "order", order)), { kind: "order", id: order });
  assert.throws(() => linkFor(world, "order", claim));
});

test("a link changed anywhere opens nothing", () => {
  const link = linkFor(world, "claim", claim);
  fc.assert(
    fc.property(fc.nat(link.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, letter) => {
      const changed = link.slice(0, at) + letter + link.slice(at + 1);
      assert.equal(readLink(world, changed) === undefined, changed !== link);
    }),
    { numRuns: 1_000 },
  );
  for (const wrong of ["", ".", claim, `${claim}.`, `${link}.`, `${link}A`, link.slice(0, -1), `${link} `]) {
    assert.equal(readLink(world, wrong), undefined, wrong);
  }
});

test("a link of another installation opens nothing, and its proof has 128 bits", () => {
  const elsewhere = worldWith(randomBytes(32).toString("base64url"));
  const link = linkFor(elsewhere, "claim", claim);
  assert.equal(readLink(world, link), undefined);
  assert.equal(Buffer.from(link.split(".")[1] ?? "", "base64url").length, 16);
});
