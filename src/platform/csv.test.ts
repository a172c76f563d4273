import { deepEqual, equal, match } from "node:assert/strict";
import { before, test } from "node:test";
import { parse } from "csv-parse/sync";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { testPlatform } from "../../test/support/testPlatform.ts";
import { createHttp, type Module, Money, PageQuery, page, read, shape } from "./index.ts";

const Bell = shape({
  name: Type.String(),
  price: Type.Union([Money, Type.Null()]),
  notes: Type.Array(Type.String()),
  chimes: Type.Array(shape({ hour: Type.Integer(), strokes: Type.Integer() })),
  tower: Type.Optional(Type.String()),
});
const NAMES = ['=HYPERLINK("x")', "+1", "-2", "@sum", 'the "great", one', "two\nlines", "\ttab", "plain"];
const all = Array.from({ length: 450 }, (_, index) => ({
  name: `${NAMES[index % NAMES.length]}`,
  price: index % 2 === 0 ? null : { amount: index, currency: "EUR" },
  notes: index % 3 === 0 ? [] : ["a", "b"],
  chimes: [12, 13].map((hour) => ({ hour, strokes: hour % 12 })),
}));
const listBells = read({
  route: "GET /v1/bells",
  permission: "bell.look",
  summary: "Lists bells",
  query: shape({ ...PageQuery, cast: Type.Optional(Type.String()) }),
  reply: page(Bell),
  csv: true,
  run: async (_, { after = "0", limit = 10, cast }) => {
    const from = Number(after);
    const rows = cast === "none" ? [] : all;
    const next = from + limit;
    return { data: rows.slice(from, next), nextCursor: next < rows.length ? String(next) : null };
  },
});
const countBells: typeof listBells = {
  ...listBells,
  route: "GET /v1/endless-bells",
  run: async (_, { limit = 10 }) => ({ data: all.slice(0, limit), nextCursor: "more" }),
};
const bells: Module = { name: "bells", routes: [listBells, countBells] };

let http: FastifyInstance;
before(async () => {
  const { platform } = await testPlatform([bells]);
  http = await createHttp(platform, async () => ({ id: "key:a", role: "integrator" }));
});

const HEADER = ["name", "price.amount", "price.currency", "notes", "chimes", "tower"];

test("a list is given whole as CSV, what a spreadsheet would run is escaped", async () => {
  const { body, headers, statusCode } = await http.inject("/v1/bells?format=csv&limit=3");
  equal(statusCode, 200);
  match(String(headers["content-type"]), /^text\/csv/);
  const [header, ...rows] = parse(body, { relax_column_count: false }) as string[][];
  deepEqual(header, HEADER);
  equal(rows.length, all.length);
  for (const [index, [name = "", amount, currency, notes, chimes]] of rows.entries()) {
    const { price, notes: had, name: given } = all[index] as (typeof all)[number];
    deepEqual([amount, currency, notes], [String(price?.amount ?? ""), price?.currency ?? "", had.join(" ")]);
    equal(chimes, "12:0 13:1");
    equal(/^[=+\-@\t]/.test(name), false, name);
    equal(name.replace(/^'/, ""), given);
  }
});

test("an empty list has its header, and a header asks for CSV too", async () => {
  const asked = { url: "/v1/bells?cast=none", headers: { accept: "text/csv" } };
  equal((await http.inject(asked)).body, `${HEADER.join(",")}\r\n`);
  equal((await http.inject("/v1/bells?format=json&limit=2")).json().data.length, 2);
});

test("another format is a bad request, and so is a list that is too long for a file", async () => {
  equal((await http.inject("/v1/bells?format=xlsx")).statusCode, 400);
  const tooLong = await http.inject("/v1/endless-bells?format=csv");
  deepEqual([tooLong.statusCode, tooLong.json().errors[0].code], [400, "too_many_rows"]);
});
