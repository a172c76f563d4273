import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { csvOf } from "./csv.ts";
import { formatAge, formatDay, formatDistance, formatInstant, formatLastDay } from "./formatDate.ts";
import { exponentOf, formatMoney, readMoney } from "./formatMoney.ts";
import { formatSerial, plainSerial, readSerial } from "./formatSerial.ts";

describe("money", () => {
  it("has as many digits after the point as its currency", () => {
    assert.equal(formatMoney({ amount: 11900, currency: "PLN" }), "119.00\u00a0PLN");
    assert.equal(formatMoney({ amount: 5, currency: "EUR" }), "0.05\u00a0EUR");
    assert.equal(formatMoney({ amount: 1234567, currency: "JPY" }), "1\u202f234\u202f567\u00a0JPY");
    assert.equal(formatMoney({ amount: 1500, currency: "KWD" }), "1.500\u00a0KWD");
    assert.equal(formatMoney({ amount: -250, currency: "USD" }), "−2.50\u00a0USD");
  });

  it("is read back to the same minor units, whatever the sum and the currency", () => {
    const currency = fc.constantFrom("EUR", "PLN", "JPY", "KWD");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), currency, (amount, of) => {
        const shown = formatMoney({ amount, currency: of }).split("\u00a0")[0] ?? "";
        assert.equal(readMoney(shown, of), amount);
      }),
    );
  });

  for (const [typed, minor] of [
    ["119", 11900],
    ["119.5", 11950],
    ["1 119,50", 111950],
    ["0", 0],
  ] as const) {
    it(`takes ${typed} as it is typed`, () => assert.equal(readMoney(typed, "EUR"), minor));
  }

  for (const typed of ["", "-5", "1.234", "12e3", "1.2.3", "abc", "1,2,3"]) {
    it(`does not guess what "${typed}" means`, () => assert.equal(readMoney(typed, "EUR"), undefined));
  }

  it("knows a currency without fractions", () => {
    assert.equal(exponentOf("JPY"), 0);
    assert.equal(readMoney("5.0", "JPY"), undefined);
  });
});

describe("a date", () => {
  it("is written weekday, day, month, year", () => {
    assert.equal(formatDay("2026-12-04"), "Fri 4 Dec 2026");
    assert.equal(formatDay("2026-09-04"), "Fri 4 Sep 2026");
  });

  it("is the day of its zone, not of the reader", () => {
    assert.equal(formatDay("2026-12-04T23:30:00Z", "Europe/Warsaw"), "Sat 5 Dec 2026");
    assert.equal(formatDay("2026-12-04T23:30:00Z", "America/New_York"), "Fri 4 Dec 2026");
    assert.equal(formatInstant("2026-12-04T23:05:00Z", "Europe/Warsaw"), "Sat 5 Dec 2026, 00:05");
  });

  it("is the last one of what ends at its midnight, or while it lasts", () => {
    assert.equal(formatLastDay("2026-12-04T23:00:00Z", "Europe/Warsaw"), "Fri 4 Dec 2026");
    assert.equal(formatLastDay("2026-12-05T05:00:00Z", "America/New_York"), "Fri 4 Dec 2026");
    assert.equal(formatLastDay("2026-12-04T11:00:00Z", "Pacific/Auckland"), "Fri 4 Dec 2026");
    assert.equal(formatLastDay("2026-12-04T10:20:30Z", "Europe/Warsaw"), "Fri 4 Dec 2026");
  });

  it("has no time when it is a civil day", () => {
    assert.equal(formatInstant("2026-12-04"), "Fri 4 Dec 2026");
  });
});

describe("an age", () => {
  const now = Date.parse("2026-12-04T12:00:00Z");
  for (const [at, said] of [
    ["2026-12-04T11:59:30Z", "0 min"],
    ["2026-12-04T11:05:00Z", "55 min"],
    ["2026-12-04T09:00:00Z", "3 h"],
    ["2026-12-02T08:00:00Z", "2 d 4 h"],
    ["2026-11-22T12:00:00Z", "12 d"],
    ["2026-12-04T13:00:00Z", "0 min"],
  ] as const) {
    it(`of ${at} is ${said}`, () => assert.equal(formatAge(at, now), said));
  }

  it("is told before and after", () => {
    assert.equal(formatDistance("2026-12-07T12:00:00Z", now), "in 3 d");
    assert.equal(formatDistance("2026-12-04T10:00:00Z", now), "2 h ago");
  });
});

describe("a serial", () => {
  it("is shown in fours and read in one spelling", () => {
    assert.equal(formatSerial("1581F4XFC228Q00A"), "1581 F4XF C228 Q00A");
    assert.equal(plainSerial(" 1581-f4xf.c228/q00a_ "), "1581F4XFC228Q00A");
    assert.equal(plainSerial("ＡＣ４"), "AC4");
    assert.equal(plainSerial("]C11581F4XFC228Q00A"), "1581F4XFC228Q00A");
  });

  for (const none of ["", "---", "AC4", "x".repeat(41), "žluť", "%00%", "AC4K;drop"]) {
    it(`is not made of "${none}"`, () => assert.equal(readSerial(none), undefined));
  }
});

describe("a file of rows", () => {
  it("quotes what needs it and starts with a byte order mark", () => {
    assert.equal(
      csvOf(
        ["a", "b"],
        [
          ["x,y", 'say "hi"'],
          [undefined, 3],
        ],
      ),
      '\uFEFFa,b\r\n"x,y","say ""hi"""\r\n,3\r\n',
    );
  });

  for (const formula of ["=1+1", "+1", "-1", "@sum", "\tx"]) {
    it(`never holds the formula ${JSON.stringify(formula)}`, () => {
      assert.ok(csvOf(["a"], [[formula]]).includes(`'${formula}`));
    });
  }

  it("leaves numbers numbers", () => assert.ok(csvOf(["a"], [[-5]]).includes("\r\n-5\r\n")));
});
