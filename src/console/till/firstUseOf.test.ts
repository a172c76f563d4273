import { equal } from "node:assert/strict";
import { test } from "node:test";
import { firstUseOf } from "./firstUseOf.ts";

test("the first use is told as never, as now, or as what the clock on the wall said", () => {
  const now = new Date("2026-06-13T10:00:00Z");
  equal(firstUseOf({ firstUse: "never", firstUseAt: "2026-06-01T10:00" }, now), "never");
  equal(firstUseOf({ firstUse: "today", firstUseAt: "" }, now), "2026-06-13T10:00:00.000Z");
  const wall = firstUseOf({ firstUse: "other", firstUseAt: "2026-06-01T10:00" }, now);
  equal(wall, new Date(2026, 5, 1, 10, 0).toISOString());
});
