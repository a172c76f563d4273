import type { TSchema } from "typebox";
import { Check } from "typebox/value";
import { demandedQuery, type Endpoint, pathOf } from "./endpoints.ts";
import { ownerQuery } from "./ownerQuery.ts";
import { type PlainSchema, plain, sampleOf } from "./sampleOf.ts";
import type { TestDatabase } from "./testDatabase.ts";

/** A request that must be answered with a problem, and what is known of the answer. */
export interface BadRequest {
  readonly what: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | undefined;
  /** The only right status; without it any of 400 to 499. */
  readonly status?: number;
  /** The field that must be named. */
  readonly pointer?: string;
}

const JSON_TYPE = { "content-type": "application/json" };
let keys = 0;

function freshKey(): Record<string, string> {
  keys += 1;
  return { "idempotency-key": `bad-${keys}` };
}

function typeOf({ body }: Endpoint): Record<string, string> {
  return body === undefined ? {} : JSON_TYPE;
}

/** Everything that can be wrong with a request to an endpoint. */
export function badRequestsOf(endpoint: Endpoint): readonly BadRequest[] {
  return [...badPaths(endpoint), ...badQueries(endpoint), ...badBodies(endpoint), ...badKeys(endpoint)];
}

/** A right request, to be made wrong in one thing. */
function request(endpoint: Endpoint, what: string, change: Partial<BadRequest>): BadRequest {
  const hasBody = endpoint.body !== undefined;
  return {
    what,
    url: asking(pathOf(endpoint), demandedQuery(endpoint)),
    headers: hasBody || endpoint.key === "kept" ? { ...typeOf(endpoint), ...freshKey() } : {},
    payload: hasBody ? JSON.stringify(sampleOf(plain(endpoint.body))) : undefined,
    ...change,
  };
}

/** A path with these questions. */
function asking(path: string, questions: Readonly<Record<string, string>>): string {
  return Object.keys(questions).length === 0 ? path : `${path}?${new URLSearchParams(questions)}`;
}

const ID = "01m7ynaym0vqhpgnwdrkms6x8c";
const ids: readonly [string, string][] = [
  ["of another kind", `evt_${ID}`],
  ["without its prefix", ID],
  ["too short", "clm_1"],
  ["with too large a number", `clm_${ID}_99999999999`],
  ["in capitals", `CLM_${ID.toUpperCase()}_1`],
  ["that looks like SQL", "1' or '1'='1; drop table claims.claim; --"],
  ["that climbs", "../../etc/passwd"],
  ["of ten thousand bytes", "a".repeat(10_000)],
  ["in another script", "ключ-🔑-钥"],
  ["with a zero byte", "clm\u0000x"],
  ["with a line end", "clm\r\nset-cookie: a=b"],
  ["that is a placeholder", "{id}"],
];

function badPaths(endpoint: Endpoint): BadRequest[] {
  const [schema] = Object.values(plain(endpoint.params ?? ({} as never)).properties ?? {});
  if (schema === undefined) {
    return [];
  }
  const wrong = ids.filter(([, id]) => schema.pattern === undefined || !new RegExp(schema.pattern).test(id));
  return [
    ...wrong.map(([what, id]) =>
      request(endpoint, `an id ${what}`, {
        url: asking(pathOf(endpoint, encodeURIComponent(id)), demandedQuery(endpoint)),
      }),
    ),
    request(endpoint, "an id with half an escape", { url: pathOf(endpoint, "%E0%A4%A") }),
  ];
}

function badQueries(endpoint: Endpoint): BadRequest[] {
  if (endpoint.query === undefined) {
    return [];
  }
  const fields = Object.entries(plain(endpoint.query).properties ?? {});
  const demanded = demandedQuery(endpoint);
  const ask = (what: string, query: string, name: string) => {
    const { [name]: _, ...rest } = demanded;
    const url = asking(pathOf(endpoint), rest);
    const joint = url.includes("?") ? "&" : "?";
    return request(endpoint, what, {
      url: query === "" ? url : `${url}${joint}${query}`,
      ...{ pointer: `/query/${name}`, status: 400 },
    });
  };
  return [
    ask("an unknown question", "nonsense=1", "nonsense"),
    ...Object.keys(demanded).map((name) => ask(`no ${name}`, "", name)),
    ...fields.flatMap(([name, schema]) => [
      ...(name === "after" ? wrongCursors : wrongTexts(schema)).map((text) =>
        ask(`${name} of ${show(text)}`, `${name}=${encodeURIComponent(text)}`, name),
      ),
      ask(`${name} asked twice`, `${name}=1&${name}=2`, name),
    ]),
  ];
}

const wrongCursors: readonly string[] = ["\u0000", "x".repeat(201), "nonsense", `per_${ID}`, ""];

function wrongTexts(schema: PlainSchema): string[] {
  if (schema.type === "integer") {
    return ["", "x", "1.5", String((schema.minimum ?? 1) - 1), String((schema.maximum ?? 1e9) + 1), "1e400"];
  }
  if (schema.type === "boolean") {
    return ["perhaps", "TRUE"];
  }
  return schema.enum === undefined
    ? ["x".repeat((schema.maxLength ?? 10_000) + 1), "a\u0000b"]
    : ["nonsense", "\u0000"];
}

function badBodies(endpoint: Endpoint): BadRequest[] {
  if (endpoint.body === undefined) {
    return [];
  }
  const sample = JSON.stringify(sampleOf(plain(endpoint.body)));
  const send = (what: string, payload: string, change: Partial<BadRequest> = {}) =>
    request(endpoint, what, { payload, ...change });
  const broken: [string, string][] = [
    ["an empty text", ""],
    ["half a body", sample.slice(0, -1)],
    ["a list", "[]"],
    ["a text", '"text"'],
    ["a number", "3"],
    ["two bodies", `${sample}${sample}`],
    ["a prototype", '{"__proto__":{"role":"manager"}}'],
    ["a constructor's prototype", '{"constructor":{"prototype":{"role":"manager"}}}'],
    ["lists a thousand deep", "[".repeat(1_000) + "]".repeat(1_000)],
  ];
  const forms = ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"];
  const types = ["text/plain", "application/xml", ...(endpoint.takesForms === true ? [] : forms)];
  return [
    ...broken.map(([what, payload]) => send(what, payload, { status: 400 })),
    send("two megabytes", `{"x":"${"x".repeat(2_000_000)}"}`, { status: 413 }),
    ...types.map((type) =>
      send(`a body of the type ${type}`, sample, {
        headers: { ...freshKey(), "content-type": type },
        status: 415,
      }),
    ),
    ...spoilt(plain(endpoint.body), sampleOf(plain(endpoint.body)), "")
      // Nothing at all is an empty body.
      .filter(({ value }) => value !== null)
      .map(({ what, value, pointer, loose }) =>
        send(what, JSON.stringify(value), loose === true ? {} : { status: 400, pointer }),
      ),
  ];
}

/** A body with one thing wrong. `loose`: its shape is right, so what is answered is the act's to say. */
interface Spoilt {
  readonly what: string;
  readonly value: unknown;
  readonly pointer: string;
  readonly loose?: boolean;
}

/** Every way to spoil one value inside a right one. */
function spoilt(schema: PlainSchema, sample: unknown, pointer: string): Spoilt[] {
  const here = wrongValues(schema).map(({ value, loose }) => ({
    ...{ what: `${pointer || "the body"} as ${show(value)}`, value, pointer },
    ...(loose === true ? { loose } : {}),
  }));
  if (schema.type === "array") {
    const [first] = sample as unknown[];
    const inner = spoilt(schema.items as PlainSchema, first, `${pointer}/0`);
    return [...here, ...inner.map((one) => ({ ...one, value: [one.value] }))];
  }
  if (schema.type !== "object") {
    return here;
  }
  const whole = sample as Record<string, unknown>;
  const missing = (schema.required ?? []).map((name) => {
    const { [name]: _, ...rest } = whole;
    return { what: `no ${pointer}/${name}`, value: rest, pointer: `${pointer}/${name}` };
  });
  const unknown = ["nonsense", "userId", "role", "id"]
    .filter((name) => !(name in (schema.properties ?? {})))
    .map((name) => ({
      ...{ what: `an unknown ${pointer}/${name}`, value: { ...whole, [name]: "x" } },
      pointer: `${pointer}/${name}`,
    }));
  const inside = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    spoilt(inner, whole[name], `${pointer}/${name}`).map((one) => ({
      ...one,
      value: { ...whole, [name]: one.value },
    })),
  );
  return [...here, ...missing, ...unknown, ...inside];
}

interface WrongValue {
  readonly value: unknown;
  readonly loose?: boolean;
}

function wrongValues(schema: PlainSchema): WrongValue[] {
  const wrong = (...values: unknown[]): WrongValue[] => values.map((value) => ({ value }));
  if (schema.enum !== undefined) {
    return wrong(null, 7, true, [], {}, "nonsense", "");
  }
  const { anyOf } = schema;
  if (anyOf !== undefined) {
    const plain = anyOf.filter(({ type }) => type === "null" || type === "integer");
    return wrong(null, 7, true, [], {}, "nonsense", "2026-13-45")
      .filter(({ value }) => !isTaken(plain, value))
      .map(({ value }) => ({ value, loose: isTaken(anyOf, value) }));
  }
  switch (schema.type) {
    case "object":
      return wrong(null, 7, true, [], "text");
    case "array":
      return wrong(null, 7, true, {}, "text");
    case "boolean":
      return wrong(null, 1, "true", [], {});
    case "integer":
      return wrong(null, "1", true, [], {}, 1.5, 1e300, (schema.minimum ?? 0) - 1, (schema.maximum ?? 0) + 1);
    case "number":
      return wrong(null, "1", true, [], {}, (schema.minimum ?? 0) - 1, (schema.maximum ?? 0) + 1);
    default:
      return [
        ...wrong(null, 7, true, [], {}, "x".repeat((schema.maxLength ?? 10_000) + 1)),
        ...oddTexts(schema),
      ];
  }
}

function oddTexts({ pattern, format, minLength = 0 }: PlainSchema): WrongValue[] {
  const odd = ["a\u0000b\u001f", "\ud800"];
  if (pattern === undefined && format === undefined) {
    return odd.map((value) => ({ value, loose: true }));
  }
  const extreme = { instant: ["+275760-09-13T00:00:00Z", "-271821-04-20T00:00:00Z"], day: ["0000-01-01"] };
  const far = (extreme[format as "instant"] ?? []).map((value) => ({ value, loose: true }));
  const mayBeEmpty = minLength === 0 && pattern !== undefined && new RegExp(pattern).test("");
  return [{ value: "a\u0000b\u001f" }, ...(mayBeEmpty ? [] : [{ value: "" }]), ...far];
}

/** Whether one of these shapes takes a value, so that its refusal is the act's to say. */
function isTaken(shapes: readonly PlainSchema[], value: unknown): boolean {
  return shapes.some((one) => one.format === undefined && Check(one as TSchema, value));
}

function badKeys(endpoint: Endpoint): BadRequest[] {
  if (endpoint.key === "none") {
    return [];
  }
  const keyed = (what: string, key?: string) =>
    request(endpoint, what, {
      headers: { ...typeOf(endpoint), ...(key === undefined ? {} : { "idempotency-key": key }) },
      status: 400,
      pointer: "/headers/idempotency-key",
    });
  return [
    keyed("no Idempotency-Key"),
    keyed("an empty Idempotency-Key", ""),
    keyed("an Idempotency-Key of 256 characters", "x".repeat(256)),
    keyed("an Idempotency-Key with a space", "a b"),
    ...(endpoint.key === "kept"
      ? [
          request(endpoint, "a key of another request", {
            headers: { ...typeOf(endpoint), "idempotency-key": TAKEN },
            status: 422,
          }),
        ]
      : []),
  ];
}

const TAKEN = "taken-by-another-request";

/** Makes it so that every API key has used one idempotency key for a request that is never sent again. */
export async function takeKeys(database: TestDatabase): Promise<void> {
  await ownerQuery(
    database,
    `insert into platform.idempotency (caller, key, fingerprint, status, body, created_at)
     select 'key:' || key_id, $1, '\\x00', 200, '{}', now() from identity.api_key`,
    [TAKEN],
  );
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 20)}… (${text.length})` : text;
}
