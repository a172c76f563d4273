import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import type { Platform } from "../../platform/index.ts";
import type { Booking } from "./carrier.ts";
import { carrierFaults, nearest, testCarrier, whereIs } from "./index.ts";

let platform: Platform;
before(async () => {
  ({ platform } = await testPlatform([]));
});

const booking = (key: string, more: Partial<Booking> = {}, name = "Ada"): Booking => ({
  ...{ key, delivery: "home", pickupPoint: null, country: "EE", weightGrams: 900 },
  recipient: {
    name,
    email: "ada@example.com",
    address: { line1: "Pikk 1", postcode: "10123", city: "Tallinn" },
  },
  ...more,
});

test("a key is booked once, however often it is asked", async () => {
  const first = await testCarrier.book(platform, booking("one"));
  equal(first.outcome, "booked");
  deepEqual(await testCarrier.book(platform, booking("one")), first);
  deepEqual(await testCarrier.ask(platform, "one"), first);
  equal(await testCarrier.ask(platform, "never"), undefined);
  equal(
    await testCarrier.track(platform, { tracking: "TP0", handedOverAt: platform.clock.now() }),
    undefined,
  );
});

test("an answer that is lost is known when it is asked for", async () => {
  const lost = await testCarrier.book(platform, booking("two", {}, "Ada [unknown]"));
  deepEqual(lost, { outcome: "unknown" });
  equal((await testCarrier.ask(platform, "two"))?.outcome, "booked");
});

test("it declines what it cannot take, and says why", async () => {
  const reasons = await Promise.all(
    [
      booking("a", {}, "Ada [declined]"),
      booking("b", { weightGrams: 1_000_001 }),
      booking("c", { delivery: "pickup", pickupPoint: "lv-riga-1" }),
      booking("d", { recipient: { name: "Ada", email: "a@example.com", address: null } }),
    ].map(async (one) => {
      const answer = await testCarrier.book(platform, one);
      return answer.outcome === "declined" ? answer.reason : answer.outcome;
    }),
  );
  deepEqual(reasons, ["address_not_served", "too_heavy", "pickup_point_unknown", "address_missing"]);
});

test("what is booked is given up once, and stays given up", async () => {
  await testCarrier.book(platform, booking("up"));
  equal(await testCarrier.askCancelled(platform, "up"), undefined);
  deepEqual(await testCarrier.cancel(platform, "up"), { outcome: "cancelled" });
  deepEqual(await testCarrier.cancel(platform, "up"), { outcome: "cancelled" });
  deepEqual(await testCarrier.askCancelled(platform, "up"), { outcome: "cancelled" });
  const never = { outcome: "declined", reason: "booking_unknown" };
  deepEqual(await testCarrier.cancel(platform, "never"), never);
});

test("an answer about giving up that is lost is known when it is asked for", async () => {
  await testCarrier.book(platform, booking("up2", {}, "Ada [unknown]"));
  deepEqual(await testCarrier.cancel(platform, "up2"), { outcome: "unknown" });
  deepEqual(await testCarrier.askCancelled(platform, "up2"), { outcome: "cancelled" });
});

test("what its van has is not given up: it was scanned, or taken along untold", async () => {
  const kept = { outcome: "declined", reason: "already_collected" };
  const first = await testCarrier.book(platform, booking("van"));
  const tracking = first.outcome === "booked" ? first.tracking : "";
  await testCarrier.track(platform, { tracking, handedOverAt: platform.clock.now() });
  deepEqual(await testCarrier.cancel(platform, "van"), kept);
  await testCarrier.book(platform, booking("van2", {}, "Ada [collected]"));
  deepEqual(await testCarrier.cancel(platform, "van2"), kept);
  deepEqual(await testCarrier.askCancelled(platform, "van2"), kept);
});

test("where a parcel is goes by its fault and the time since it was handed over", () => {
  const from = Temporal.Instant.from("2026-06-10T09:00:00Z");
  const after = (fault: string, hours: number) => whereIs({ fault }, from, from.add({ hours }));
  deepEqual([after("none", 23), after("none", 24)], ["on_its_way", "delivered"]);
  deepEqual([after("slow", 119), after("slow", 120)], ["on_its_way", "delivered"]);
  deepEqual([after("lost", 240), after("returned", 168)], ["lost", "returned"]);
  equal(carrierFaults.length, 6);
});

test("pickup points are found by town, postcode, street or place, the nearest first", () => {
  const first = (country: string, near?: string) => nearest(testCarrier.pickupPoints(country), near)[0]?.id;
  equal(first("EE", "parnu"), "ee-parnu-1");
  equal(first("EE", "51004"), "ee-tartu-1");
  equal(first("EE", "viru"), "ee-tallinn-1");
  equal(first("EE", "59.37,28.19"), "ee-narva-1");
  equal(first("LV", "nowhere"), "lv-daugavpils-1");
  deepEqual(
    nearest(testCarrier.pickupPoints("EE"), "tallinn").map(({ city }) => city),
    ["Tallinn", "Tallinn", "Pärnu", "Tartu", "Narva"],
  );
  equal(first("ZZ", "tallinn"), undefined);
});
