import fc from "fast-check";

type Spoiling = readonly [how: string, at: number, what?: number | string];

/** Ways a hand or a disk spoils a file; the numbers are taken around its length. */
const spoiling: fc.Arbitrary<Spoiling> = fc.oneof(
  fc.tuple(fc.constant("drop"), fc.nat()),
  fc.tuple(fc.constant("double"), fc.nat()),
  fc.tuple(fc.constant("swap"), fc.nat(), fc.nat()),
  fc.tuple(fc.constant("insert"), fc.nat(), fc.string({ unit: "grapheme", maxLength: 12 })),
  fc.tuple(
    fc.constant("replace"),
    fc.nat(),
    fc.constantFrom(
      "```",
      "|",
      "when:",
      "  - a: [",
      "{{x}}",
      "kind: fee",
      "kind: hold",
      "per: rolling",
      "grants: 5 % of plan.limit",
      "from: later of",
      "fee: least of",
      "window: 99999 working days",
      "__proto__: 1",
      "when: { constructor: 1 }",
      "? [a]\n: b",
      "!!js/function x",
      "constructor: { toString: hasOwnProperty }",
      "| __proto__ | constructor | 1st |",
      "from: &a [*a]",
      "to: !!str none",
      "<<: { kind: hold }",
      "\u202E\u200B\u0007",
      "\0\uFFFD\uD800",
      "\r",
      "> ".repeat(60),
      "- ".repeat(60),
      "*a_".repeat(400),
      `${" ".repeat(200)}- a`,
      `x${"y".repeat(10_001)}`,
      `when: ${"{ not: ".repeat(40)}`,
      "when: { plan.uses: less than 2 }",
      "when: { any: [{ plan.uses: at least 2 }, { incident.cause: water }], not: { plan.uses: 3 } }",
      "kind: window",
      "window: 0 days",
      "kind: period",
      "length: 1 year",
      "kind: route\nroute: paid",
      "kind: exclude\napplies-to: [goodwill]",
      "late: capture",
      'annex: { of: "1", regions: [EU], replaces: [], adds: [] }',
      'translates: "1"',
      "legal-form: statute",
      "expect: { outcome: plan, because: [nobody], against: nobody }",
    ),
  ),
);

/** A document, or a few clauses of it, spoilt in up to six places. */
export function spoilt(sources: readonly string[]): fc.Arbitrary<string> {
  const pieces = sources.map((source) => source.split(/^(?=### )/m));
  return fc
    .tuple(
      fc.constantFrom(...pieces),
      fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
      fc.array(spoiling, { minLength: 1, maxLength: 6 }),
    )
    .map(([[front = "", ...clauses], picks, spoilings]) => {
      const some = picks.map((pick) => clauses[pick % Math.max(1, clauses.length)] ?? "");
      const lines = [front, ...new Set(some)].join("").split("\n");
      return spoilings.reduce<readonly string[]>(spoil, lines).join("\n");
    });
}

function spoil(source: readonly string[], [how, number, what]: Spoiling): readonly string[] {
  const result = [...source];
  const at = number % Math.max(1, source.length);
  const line = result[at] ?? "";
  if (how === "drop") {
    result.splice(at, 1);
  } else if (how === "double") {
    result.splice(at, 0, line);
  } else if (how === "swap") {
    const other = Number(what) % Math.max(1, source.length);
    [result[at], result[other]] = [result[other] ?? "", line];
  } else if (how === "insert") {
    result[at] = `${line.slice(0, line.length / 2)}${what}${line.slice(line.length / 2)}`;
  } else {
    result[at] = String(what);
  }
  return result;
}
