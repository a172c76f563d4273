import fc from "fast-check";
import { type Endpoint, pathOf } from "./endpoints.ts";
import { type PlainSchema, plain, sampleOf } from "./sampleOf.ts";

/** A request made of right values, nearly right ones, and anything. */
export interface AnyRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
}

const text = fc.string({ unit: "binary", maxLength: 120 });
const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), text, fc.double(), fc.constant("\u0000"));

/** Requests to an endpoint, drawn from its shapes. */
export function anythingFor(endpoint: Endpoint): fc.Arbitrary<AnyRequest> {
  const inPath = fc.option(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), { nil: undefined });
  const query = fc.dictionary(fc.constantFrom(...queryNames(endpoint), "other"), text, { maxKeys: 3 });
  const body = endpoint.body === undefined ? fc.constant(undefined) : valueFor(plain(endpoint.body), 0);
  return fc.tuple(inPath, query, body, fc.uuid()).map(([id, asked, value, key]) => {
    const path = pathOf(endpoint, id === undefined ? undefined : encode(id));
    const search = Object.entries(asked).map(([name, word]) => `${name}=${encode(word)}`);
    return {
      url: search.length === 0 ? path : `${path}?${search.join("&")}`,
      headers: value === undefined ? {} : { "content-type": "application/json", "idempotency-key": key },
      ...(value === undefined ? {} : { payload: JSON.stringify(value) }),
    };
  });
}

function queryNames({ query }: Endpoint): string[] {
  return Object.keys(plain(query ?? ({} as never)).properties ?? {});
}

/** Half of a surrogate pair cannot stand in an address. */
function encode(word: string): string {
  return encodeURIComponent(word.toWellFormed());
}

function valueFor(schema: PlainSchema, depth: number): fc.Arbitrary<unknown> {
  const junk = { weight: depth === 0 ? 1 : 2, arbitrary: anything };
  if (schema.type === "object") {
    const fields = Object.entries(schema.properties ?? {});
    const whole = Object.fromEntries(fields.map(([name, inner]) => [name, valueFor(inner, depth + 1)]));
    const required = fc.record(whole);
    const partial = fc.record(whole, { requiredKeys: [] });
    return fc.oneof({ weight: 8, arbitrary: required }, { weight: 3, arbitrary: partial }, junk);
  }
  if (schema.type === "array") {
    const items = fc.array(valueFor(schema.items as PlainSchema, depth + 1), { maxLength: 4 });
    return fc.oneof({ weight: 8, arbitrary: items }, junk);
  }
  const right = fc.constant(sampleOf(schema));
  const near = schema.enum === undefined ? nearly(schema) : fc.constantFrom(...schema.enum);
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 6, arbitrary: near }, junk);
}

function nearly({
  type,
  minimum = 0,
  maximum = 1_000,
  maxLength = 80,
  format,
}: PlainSchema): fc.Arbitrary<unknown> {
  if (format === "instant" || format === "day") {
    const date = fc.date({ noInvalidDate: true }).map((drawn) => drawn.toISOString());
    return format === "day" ? date.map((drawn) => drawn.split("T")[0]) : date;
  }
  switch (type) {
    case "integer":
      return fc.integer({ min: minimum, max: Math.min(maximum, Number.MAX_SAFE_INTEGER) });
    case "boolean":
      return fc.boolean();
    default:
      return fc.string({ unit: "binary", minLength: 1, maxLength });
  }
}
