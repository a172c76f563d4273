import type { TSchema } from "typebox";

/** The words of JSON Schema that our shapes are made of. */
export interface PlainSchema {
  readonly type?: "object" | "array" | "string" | "integer" | "number" | "boolean" | "null";
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly PlainSchema[];
  readonly properties?: Readonly<Record<string, PlainSchema>>;
  readonly required?: readonly string[];
  readonly items?: PlainSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** A schema as plain JSON Schema. */
export function plain(schema: TSchema): PlainSchema {
  return schema as unknown as PlainSchema;
}

const texts = [
  "AC4NEVERSEEN1",
  "2026-01-01T00:00:00Z",
  "2026-01-01",
  "2026-01",
  "ann@example.org",
  "EE",
  "de",
  "EUR",
  "US-TX",
  "AB12",
  "15:00",
  "osmo-action-4",
  "DE123456789",
  "https://example.org/a.jpg",
  "4006381333931",
  "shop.example.org",
  "balance",
  "model:mini-3",
  "0".repeat(64),
  "1",
];
const formats: Readonly<Record<string, RegExp>> = {
  instant: /^\d{4}-\d\d-\d\dT.*Z$/,
  day: /^\d{4}-\d\d-\d\d$/,
  email: /@/,
};

/** A value that a schema takes, with every field it knows. */
export function sampleOf(schema: PlainSchema): unknown {
  if (schema.const !== undefined) {
    return schema.const;
  }
  if (schema.enum !== undefined) {
    return schema.enum[0];
  }
  if (schema.anyOf !== undefined) {
    return sampleOf(schema.anyOf.at(-1) as PlainSchema);
  }
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, sampleOf(inner)]),
      );
    case "array":
      return [sampleOf(schema.items as PlainSchema)];
    case "integer":
    case "number":
      return schema.minimum ?? 1;
    case "boolean":
      return false;
    case "null":
      return null;
    case "string":
      return textFor(schema);
    default:
      throw new Error(`no sample is known for ${JSON.stringify(schema)}`);
  }
}

function textFor({ minLength = 0, maxLength = 1_000, pattern, format }: PlainSchema): string {
  const found = texts.find(
    (text) =>
      text.length >= minLength &&
      text.length <= maxLength &&
      (pattern === undefined || new RegExp(pattern).test(text)) &&
      (format === undefined || formats[format]?.test(text) === true),
  );
  if (found === undefined) {
    throw new Error(
      `add a text of the pattern ${pattern ?? format ?? `up to ${maxLength} long`} to the samples`,
    );
  }
  return found;
}
