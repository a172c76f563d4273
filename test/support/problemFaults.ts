import { Ajv } from "ajv";

const short = { type: "string", minLength: 1, maxLength: 20_000 };

/** What every problem document of ours looks like: RFC 9457 and our own members, nothing else. */
const schema = {
  type: "object",
  required: ["type", "title", "status", "detail", "code", "docsUrl", "requestId"],
  additionalProperties: false,
  properties: {
    type: { type: "string", pattern: "^urn:evermend:problem:[a-z][a-z0-9_]*$" },
    title: { type: "string", minLength: 1, maxLength: 60 },
    status: { type: "integer", minimum: 400, maximum: 599 },
    detail: short,
    code: { type: "string", pattern: "^[a-z][a-z0-9_]*$" },
    docsUrl: { type: "string", pattern: "^/docs#[a-z][a-z0-9_]*$" },
    requestId: { type: "string", pattern: "^[0-9a-hjkmnp-tv-z]{26}$" },
    next: short,
    receipt: { type: "object", required: ["decision", "outcome", "at"] },
    errors: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["pointer", "code", "message"],
        additionalProperties: false,
        properties: { pointer: { type: "string", pattern: "^(/.*)?$" }, code: short, message: short },
      },
    },
  },
};

const validate = new Ajv({ allErrors: true }).compile(schema);

/** An answer as it came. */
export interface RawAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly payload: string;
}

/** What is wrong with an answer that should be a problem document; empty when nothing is. */
export function problemFaults({ statusCode, headers, payload }: RawAnswer): string[] {
  const type = String(headers["content-type"]);
  if (!type.startsWith("application/problem+json")) {
    return [`it is of the type ${type}`];
  }
  const document = parse(payload);
  if (!validate(document)) {
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
  }
  const { status, code, type: name, docsUrl } = document as Record<string, unknown>;
  return [
    ...(status === statusCode ? [] : [`it says ${String(status)} and is ${statusCode}`]),
    ...(name === `urn:evermend:problem:${String(code)}` ? [] : ["its type is not its code"]),
    ...(docsUrl === `/docs#${String(code)}` ? [] : ["its address is not its code's"]),
    ...(headers["cache-control"] === "no-store" ? [] : ["it may be cached"]),
  ];
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return undefined;
  }
}
