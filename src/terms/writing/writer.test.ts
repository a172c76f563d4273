import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import type { Conjunct } from "../compiling/conjuncts.ts";
import { Case } from "../deciding/case.ts";
import { Calendars } from "../time/calendar.ts";
import { no, unknown, yes } from "../truth.ts";
import { writer } from "./writer.ts";

const background = {
  ...{ seriesOf: () => undefined, groupOf: () => undefined, zones: new Map(), everyZone: [] },
  calendars: new Calendars(new Map(), new Map()),
};
const withStatus = (status: unknown): Case => new Case({ plan: { status: status as string } }, background);

test("a word of a document stays a word, whatever is in it", () => {
  const words = [
    `"`,
    `\\"; throw 1; "`,
    "\n",
    "\u2028",
    "`$\u007b1}`",
    "*/",
    "</script>",
    "\ud800",
    "žluťoučký",
  ];
  for (const word of words) {
    for (const isAmong of [true, false]) {
      const plain = { kind: "word", fact: "plan.status", words: [word], isAmong } as const;
      const conjunct: Conjunct = { test: () => unknown, weight: 1, plain };
      const written = writer.all([conjunct]) ?? assert.fail();
      assert.equal(written(withStatus(word)), isAmong ? yes : unknown, word);
      assert.equal(written(withStatus(`${word}x`)), isAmong ? unknown : yes, word);
    }
  }
});

test("of what is not plainly told the test is asked", () => {
  const plain = { kind: "answer", fact: "incident.stolen", isYes: false } as const;
  const written = writer.failing([[{ test: () => no, weight: 1, plain }]]) ?? assert.fail();
  const stolen = (told: unknown): Case => new Case({ incident: { stolen: told as boolean } }, background);
  assert.deepEqual(
    [false, true, "no", "unknown", undefined].map((told) => written(stolen(told)).length),
    [0, 1, 1, 1, 1],
  );
});

test("where no source may be compiled, the tests are asked", () => {
  const script = `
    const { writer } = await import(${JSON.stringify(new URL("writer.ts", import.meta.url).href)});
    process.stdout.write(String(writer.all([{ test: () => 2, weight: 1 }])));
  `;
  const flags = ["--disallow-code-generation-from-strings", "--input-type=module", "-e", script];
  assert.equal(execFileSync(process.execPath, flags, { encoding: "utf8" }), "undefined");
});
