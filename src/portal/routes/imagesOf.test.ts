import assert from "node:assert/strict";
import { test } from "node:test";
import { imagesOf } from "./imagesOf.ts";

test("origins of photos are told once each, and nothing else can stand in the policy of a page", () => {
  const told = imagesOf([
    ...["https://one.example/a.jpg", "https://one.example/b.jpg", "https://two.example:8443/c.jpg", null],
    ...["/own.jpg", "javascript:alert(1)", "https://", "https://a;sandbox/x", "https://a,b/x", "https://*/x"],
    ...["https://a'self'/x", "https://[2a00::1]/x"],
  ]);
  assert.deepEqual(told, ["https://one.example", "https://two.example:8443"]);
});
