import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import type { Platform } from "../platform/index.ts";
import { isLive, type LinkRead, linkFor, readLink } from "./link.ts";

const made = Temporal.Instant.from("2026-06-01T10:00:00.999Z");

/** A link hangs on the secret, and on the day it was made. */
function worldWith(sessionSecret: string, at = made): Platform {
  return { secrets: { sessionSecret }, config: { linkDays: 90 }, clock: { now: () => at } } as Platform;
}

const world = worldWith(randomBytes(32).toString("base64url"));
const claim = "clm_01m7xqk8reh0bsdr046kvmhk0r_3";
const order = "ord_01m7xqk8reh0bsdr046kvmhk0r";

test("a link opens the one thing it was made for", () => {
  const endsAt = Temporal.Instant.from("2026-08-30T10:00:00Z");
  assert.deepEqual(readLink(world, linkFor(world, "claim", claim)), { kind: "claim", id: claim, endsAt });
  assert.deepEqual(readLink(world, linkFor(world, "order", order)), { kind: "order", id: order, endsAt });
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
  assert.equal(Buffer.from(link.split(".")[2] ?? "", "base64url").length, 16);
});

test("a link lives to the second, and its end cannot be put off", () => {
  const secret = randomBytes(32).toString("base64url");
  const link = linkFor(worldWith(secret), "claim", claim);
  const live = (at: string) => {
    const world = worldWith(secret, Temporal.Instant.from(at));
    return isLive(world, readLink(world, link) as LinkRead);
  };
  assert.deepEqual([live("2026-08-30T09:59:59.999Z"), live("2026-08-30T10:00:00Z")], [true, false]);
  const [id, ends = "", mac] = link.split(".");
  const later = (Number.parseInt(ends, 36) + 1).toString(36);
  assert.equal(readLink(world, `${id}.${later}.${mac}`), undefined);
});
