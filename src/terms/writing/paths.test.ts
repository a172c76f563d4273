import assert from "node:assert/strict";
import { test } from "node:test";
import { Case } from "../deciding/case.ts";
import { withFact } from "../deciding/factSetting.ts";
import type { Facts } from "../facts.ts";
import { Calendars } from "../time/calendar.ts";
import { vocabulary } from "../vocabulary.ts";
import { pathOf } from "./paths.ts";

const background = {
  seriesOf: (model: string) => `series of ${model}`,
  groupOf: (name: string) => `group of ${name}`,
  zones: new Map(),
  calendars: new Calendars(new Map(), new Map()),
  everyZone: [],
};

/** Every fact told as its own name, but those that follow from others. */
const facts = [...vocabulary.keys()]
  .filter((name) => name !== "device.series" && name !== "device.group")
  .reduce<Facts>((told, name) => withFact(told, name, name), {});

test("a path reads what the reader of its fact reads, whether it is told or not", () => {
  let paths = 0;
  for (const { name, read } of vocabulary.values()) {
    const path = pathOf(name);
    if (path !== undefined) {
      paths += 1;
      for (const given of [facts, withFact(facts, name, "unknown"), {}]) {
        const c = new Case(given, background);
        assert.equal(new Function("c", `return ${path};`)(c), read(c), name);
      }
    }
  }
  assert.ok(paths > 80, `${paths} facts have a path`);
});
