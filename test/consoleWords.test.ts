import { deepEqual, notDeepEqual } from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { assembly } from "../src/cli/index.ts";
import { routes } from "../src/client/routes.ts";
import { methodName } from "../src/console/money/methodName.ts";
import { en } from "../src/console/words/en.ts";
import { MENU } from "../src/money/providers/test/menu.ts";
import { WORDS } from "./support/consoleWordsOf.ts";
import { eventOf, tryable } from "./support/tryable.ts";

const { field, desk } = en;

/** What the console does not say, and why. */
const UNSAID: Readonly<Record<string, string>> = {
  activatedAt: "never: said in a sentence",
  choice: "said by what follows: a question, a refusal or an intake",
  ending: "which act it hides, not a word",
  holdState: "said by the stage of what is to come back",
  kinds: "said by the question that was asked, and by the history",
  leaving: "which act is under way, not a word",
  oldDevice: "said by the state of its hold",
  option: "a fieldset of its own",
  part: "the bench's own sentences",
  soldAs: "which form is shown, not a word",
  stock: "made on order: said in a sentence",
  to: "said in a sentence",
  via: "only what came by mail is marked",
  you: "the office is neither side",
  "about: another_device|another_maker|parts_missing|parts_unasked|condition_differs":
    "the question itself is shown",
  "kind: act|may": "drawn on the ribbon",
  "kind: cases|device|unknown|unreadable": "which part of the page is shown, not a word",
  "side: owner|office": "who began a report: both may go on with it",
  "state: awaited|received|charged|waived": "while it is awaited, its stage is said",
  "state: running|paused|met|ended": "only clocks that run are listed, and paused ones are marked",
  "state: used|reserved|free|not yet": "drawn on the ribbon",
};

interface Schema {
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Every list of values in a schema, by the name of the field it stands in: `state: open|won`. */
function valuesIn(schema: Schema | undefined, name = ""): string[] {
  if (schema === undefined) {
    return [];
  }
  return [
    ...(schema.enum === undefined ? [] : [`${name}: ${schema.enum.join("|")}`]),
    ...valuesIn(schema.items, name),
    ...[...(schema.anyOf ?? []), ...(schema.allOf ?? [])].flatMap((one) => valuesIn(one, name)),
    ...Object.entries(schema.properties ?? {}).flatMap(([field, of]) => valuesIn(of, field)),
  ];
}

/** What has no words. */
function unworded(lists: readonly string[]): string[] {
  return [...new Set(lists)].filter((list) => {
    const [name = "", values = ""] = list.split(": ");
    const isSaid = (WORDS[name] ?? []).some((words) => values.split("|").every((value) => value in words));
    return !isSaid && !(name in UNSAID) && !(list in UNSAID);
  });
}

async function sources(folder: string, pattern: RegExp): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  const wanted = files.filter((file) => pattern.test(file) && !file.includes(".test."));
  return await Promise.all(wanted.map((file) => readFile(path.join(folder, file), "utf8")));
}

const SOURCE = path.join(import.meta.dirname, "../src");

test("whatever an answer can say, the console has words for it", async () => {
  const console = (await sources(path.join(SOURCE, "console"), /\.tsx?$/)).join("\n");
  const asked = Object.entries(routes).filter(([name]) => console.includes(`client.${name}`));
  const served = new Map(assembly.modules.flatMap((module) => module.routes).map((one) => [one.route, one]));
  const lists = asked.flatMap(([, route]) => valuesIn(served.get(route)?.reply as Schema | undefined));
  deepEqual([asked.length > 50, lists.length > 50], [true, true], "the console asks for much");
  deepEqual(unworded(lists), []);
});

test("a value that nobody has words for is found", () => {
  const planted = { properties: { state: { enum: ["open", "won", "planted"] } } };
  deepEqual(unworded(valuesIn({ anyOf: [{ items: planted }] })), ["state: open|won|planted"]);
  notDeepEqual(unworded(["mood: good|bad"]), []);
  deepEqual(unworded(["state: opened|won|lost"]), []);
});

/** The name of an event as it is shown: `RefundDueSoon` is `refund_due.soon`. */
function shownAs(type: string): string {
  const words = (type.match(/[A-Z][a-z0-9]*/g) ?? [type]).map((word) => word.toLowerCase());
  return `${words.slice(0, -1).join("_")}.${words.at(-1)}`;
}

test("whatever can happen has words, and so has every deadline of a device", async () => {
  const text = (await sources(SOURCE, /^(money|contracts|commerce|claims|service)\/.*\.ts$/)).join("\n");
  const recorded = [...text.matchAll(/\btype: "([A-Z][A-Za-z]+)"/g)].map(([, type = ""]) => type);
  const tried = tryable.flatMap((about) =>
    ["Started", "Unknown", "Unresolved", "Mismatched", "Contradicted"].map((what) => eventOf(about) + what),
  );
  const names = [...new Set([...recorded, ...tried])].map(shownAs);
  deepEqual([names.length > 80, shownAs("AutoRenewalEnded")], [true, "auto_renewal.ended"]);
  deepEqual(
    names.filter((name) => !(name in field.events)),
    [],
  );
  const ofNoDevice = new Set([
    ...["feed_due", "month_ends", "test_bank_tells", "night_falls"],
    // Of all that runs out in an hour.
    "alarm_letters",
    // Of batches and orders, of a supplier's orders, and of a buyer's VAT number.
    ...["codes_expire", "codes_end_in_30_days", "codes_end_in_7_days", "codes_wait"],
    ...["parcel_asked", "parcel_tracked", "supplier_order_closes", "vat_number_due"],
  ]);
  const kinds = assembly.modules.flatMap(({ deadlines = [] }) => deadlines.map(({ kind }) => kind));
  deepEqual(
    kinds.filter((kind) => !(kind in desk.deadlineKinds) && !ofNoDevice.has(kind)),
    [],
  );
});

test("every way to pay has words, those of the test bank too", () => {
  const methods = [...MENU.map(({ method }) => method), "card", "card:pm_1", "bank_transfer", "invoice"];
  deepEqual(
    methods.filter((method) => methodName(method) === method),
    [],
  );
});
