import { equal, match } from "node:assert/strict";
import { test } from "node:test";
import type { World } from "./mode.ts";
import { worldIsOlder } from "./worldIsOlder.ts";

const world: World = { system: "1", timeline: 1, database: "care 5", event: null, posting: null };
const found = { hasEvent: true, hasPosting: true, isCopied: false };

test("what is not all that was seen is called so, and why", () => {
  equal(worldIsOlder(world, world, found), undefined);
  for (const [now, missing, words] of [
    [{ ...world, system: "2" }, {}, /another database server/],
    [{ ...world, timeline: 2 }, {}, /another line of time \(1, now 2\)/],
    [{ ...world, database: "copy 6" }, {}, /another database than/],
    [world, { hasEvent: false }, /newest event/],
    [world, { hasPosting: false }, /newest posting/],
    [world, { isCopied: true }, /this data folder is a copy/],
  ] as const) {
    match(worldIsOlder(world, now, { ...found, ...missing }) ?? "", words);
  }
});

test("the first reason is told: where the server is another, nothing else says more", () => {
  const none = { hasEvent: false, hasPosting: false, isCopied: true };
  match(worldIsOlder(world, { ...world, system: "2", timeline: 9 }, none) ?? "", /another database server/);
});
