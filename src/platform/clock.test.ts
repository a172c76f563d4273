import { equal } from "node:assert/strict";
import { test } from "node:test";
import { testPlatform } from "../../test/support/testPlatform.ts";
import { openTestClock } from "./clock.ts";

test("a test clock that two processes share never runs backwards", async () => {
  const { platform } = await testPlatform([], { clock: "test" });
  const { pool } = platform.database;
  const [one, other] = [await openTestClock(pool), await openTestClock(pool)];
  const [near, far] = ["2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z"].map((at) => Temporal.Instant.from(at));
  equal(await one.advance(pool, far as Temporal.Instant), true);
  equal(await one.advance(pool, far as Temporal.Instant), true, "to where it stands is no way back");
  equal(await other.advance(pool, near as Temporal.Instant), false);
  equal(other.now().toString(), "2028-01-01T00:00:00Z", "it follows the one that was further");
});
