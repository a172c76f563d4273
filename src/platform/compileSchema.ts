import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import fastJson, { type Options } from "fast-json-stringify";
import type { FastifyRequest } from "fastify";
import { badField, type Fault } from "./problem.ts";

/** Years of four digits: what lies beyond, the database and most partners cannot read. */
const FIRST_DAY = "0001-01-02";
const LAST_DAY = "9998-12-31";

/** RFC 3339 as it is written, and nothing Temporal reads besides: no space, no lower case, no annotation. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  instant: (text) =>
    INSTANT.test(text) &&
    parses(() => isInYears(Temporal.Instant.from(text).toZonedDateTimeISO("UTC").toPlainDate())),
  day: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && parses(() => isInYears(Temporal.PlainDate.from(text))),
  email: (text) =>
    /^[^\s@"<>()[\],;:\\]+@[^\s@"<>()[\],;:\\]+\.[^\s@.]{2,}$/.test(text.normalize("NFKC").trim()),
};

function isInYears(day: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(FIRST_DAY, day) <= 0 && compare(day, LAST_DAY) <= 0;
}

function parses(attempt: () => boolean): boolean {
  try {
    return attempt();
  } catch {
    return false;
  }
}

const strict = makeAjv(false);
const coercing = makeAjv(true);

function makeAjv(coerceTypes: boolean): Ajv {
  // A text such as 1e400 is read as infinity, which strict numbers would let pass by every limit.
  const strictNumbers = !coerceTypes;
  const ajv = new Ajv({
    allErrors: true,
    coerceTypes,
    strictNumbers,
    useDefaults: false,
    removeAdditional: false,
  });
  for (const [name, check] of Object.entries(FORMATS)) {
    ajv.addFormat(name, check);
  }
  return ajv;
}

/** Tells whether a part of a request fits; `errors` then says where the last one did not. */
export interface Check {
  (value: unknown): boolean;
  errors?: ErrorObject[] | null;
}

/**
 * Compiles a schema for a part of a request. Query strings and paths are text, so their numbers are read.
 * It is compiled when it is first needed: of hundreds of routes most processes are asked a few.
 */
export function compileSchema(schema: object, part: string | undefined): Check {
  let compiled: ValidateFunction | undefined;
  const check: Check = (value) => {
    compiled ??= (part === "body" ? strict : coercing).compile(schema);
    const fits = compiled(value);
    check.errors = compiled.errors ?? null;
    return fits;
  };
  return check;
}

/** Writes a reply as JSON: what its schema names, and nothing else. */
export type Writer = (reply: unknown) => string;

/** Our formats, where a reply is one of several shapes: what stands in it is ours, and not checked again. */
const WRITING: Options = { ajv: { formats: { instant: true, day: true, email: true } } };

const writers = new WeakMap<object, Writer>();

/** The writer of a schema, compiled once: a GET and its HEAD have one. Errors: it is no schema. */
export function writerOf(schema: object): Writer {
  const writer = writers.get(schema) ?? fastJson(schema, WRITING);
  writers.set(schema, writer);
  return writer;
}

/** Compiles the schema of a reply, when it is first needed as well. */
export function compileReply(schema: object): Writer {
  return (reply) => writerOf(schema)(reply);
}

/** Turns validation errors into faults with JSON pointers, each saying what to send instead. */
export function faultsOf(errors: readonly ErrorObject[], part: string): Fault[] {
  const prefix = part === "body" ? "" : `/${part}`;
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const error of errors) {
    const fault = faultOf(error, prefix);
    const identity = `${fault.pointer} ${fault.message}`;
    if (!seen.has(identity)) {
      seen.add(identity);
      faults.push(fault);
    }
  }
  return faults;
}

function faultOf(error: ErrorObject, prefix: string): Fault {
  const at = prefix + error.instancePath;
  switch (error.keyword) {
    case "required": {
      const name = String(error.params.missingProperty);
      return { pointer: `${at}/${escapePointer(name)}`, code: "missing", message: `Send ${name}.` };
    }
    case "additionalProperties": {
      const name = String(error.params.additionalProperty);
      return {
        pointer: `${at}/${escapePointer(name)}`,
        code: "unknown_field",
        message: `There is no field ${name} here. Leave it out.`,
      };
    }
    case "format":
      return {
        pointer: at,
        code: "format",
        message: `Send ${FORMAT_WORDS[String(error.params.format)]}.`,
      };
    case "enum":
      return {
        pointer: at,
        code: "not_listed",
        message: `Send one of: ${(error.params.allowedValues as unknown[]).join(", ")}.`,
      };
    default:
      return { pointer: at, code: error.keyword, message: `This value ${error.message ?? "does not fit"}.` };
  }
}

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  instant: "an instant such as 2026-11-20T14:05:00Z",
  day: "a day such as 2026-11-20",
  email: "an e-mail address",
};

function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/**
 * PostgreSQL keeps no text with a zero byte or half a surrogate pair in it, so none is taken in. For requests
 * whose shape was checked. Errors: Problem 400 that names the field.
 */
export function demandKeepableText({ params, query, body }: FastifyRequest): void {
  demandKeepable(params, "/params");
  demandKeepable(query, "/query");
  demandKeepable(body, "");
}

function demandKeepable(value: unknown, pointer: string): void {
  if (typeof value === "string") {
    if (value.includes("\u0000")) {
      throw badField(pointer, "zero_byte", "This text holds a zero byte. Leave it out.");
    }
    if (!value.isWellFormed()) {
      throw badField(pointer, "half_character", "This text holds half of a character. Send the whole of it.");
    }
  } else if (value !== null && typeof value === "object") {
    for (const [name, inner] of Object.entries(value)) {
      demandKeepable(name, pointer);
      demandKeepable(inner, `${pointer}/${escapePointer(name)}`);
    }
  }
}
