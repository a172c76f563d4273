import assert from "node:assert/strict";
import { test } from "node:test";
import {
  dayOf,
  formatDay,
  formatDistance,
  formatMoment,
  formatShortDay,
  formatStart,
  lastDayOf,
} from "./formatDate.ts";
import { formatMoney } from "./formatMoney.ts";
import { formatSerial, shortSerial } from "./formatSerial.ts";

const zone = "Europe/Warsaw";
const now = "2026-11-20T18:00:00Z";

test("days and moments read as people write them", () => {
  assert.equal(formatDay(dayOf("2026-12-04T09:00:00Z", zone)), "Fri 4 Dec 2026");
  assert.equal(formatDay(dayOf("2026-12-03T23:30:00Z", zone)), "Fri 4 Dec 2026");
  assert.equal(formatShortDay(dayOf("2028-02-29", zone)), "29\u00a0Feb\u00a02028");
  assert.equal(formatMoment("2026-11-21T13:05:00Z", zone, now), "Sat 21 Nov, 14:05");
  assert.equal(formatMoment("2027-01-02T13:05:00Z", zone, now), "Sat 2 Jan 2027, 14:05");
});

test("what ends at 24:00 is named by the day it closes", () => {
  assert.equal(formatDay(lastDayOf("2028-06-17T22:00:00Z", zone)), "Sat 17 Jun 2028");
  assert.equal(formatMoment("2026-11-28T23:00:00Z", zone, now), "end of Sat 28 Nov");
  assert.equal(formatMoment("2026-12-31T23:00:00Z", zone, now), "end of Thu 31 Dec");
  assert.equal(formatDistance("2026-11-28T23:00:00Z", zone, now), "in 8 days");
});

test("what begins at 0:00 is named by the day it opens", () => {
  assert.equal(formatStart("2026-11-28T23:00:00Z", zone, now), "start of Sun 29 Nov");
  assert.equal(formatStart("2026-12-31T23:00:00Z", zone, now), "start of Fri 1 Jan 2027");
  assert.equal(formatStart("2026-11-21T13:05:00Z", zone, now), "Sat 21 Nov, 14:05");
});

test("a distance is in minutes, hours or civil days, also over a clock change", () => {
  const table = [
    ["2026-11-20T18:00:30Z", "in 0 min"],
    ["2026-11-20T18:59:00Z", "in 59 min"],
    ["2026-11-21T13:05:00Z", "in 19 h"],
    ["2026-11-22T18:00:00Z", "in 2 days"],
    ["2026-11-20T10:00:00Z", "8 h ago"],
    ["2026-11-17T10:00:00Z", "3 days ago"],
  ] as const;
  for (const [when, says] of table) {
    assert.equal(formatDistance(when, zone, now), says);
  }
  assert.equal(formatDistance("2026-03-30T06:00:00Z", zone, "2026-03-27T23:30:00Z"), "in 2 days");
});

test("money is exact, with the exponent of its currency and a space that does not break", () => {
  const table = [
    [11_900, "PLN", "119.00\u00a0PLN"],
    [5, "EUR", "0.05\u00a0EUR"],
    [-1_234_567, "EUR", "-12,345.67\u00a0EUR"],
    [1_190, "JPY", "1,190\u00a0JPY"],
    [9_007_199_254_740_991, "USD", "90,071,992,547,409.91\u00a0USD"],
  ] as const;
  for (const [amount, currency, says] of table) {
    assert.equal(formatMoney({ amount, currency }), says);
  }
});

test("a serial is grouped for the eye and shortened for a picture", () => {
  assert.equal(formatSerial("1581F6Q8D23A0024A"), "1581 F6Q8 D23A 0024 A");
  assert.equal(shortSerial("1581F6Q8D23A0024A"), "1581…24A");
  assert.equal(shortSerial("A1"), "A1");
});
