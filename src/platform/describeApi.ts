import type { Platform } from "./platform.ts";

/** A part of an OpenAPI document that is only passed on. */
type Json = Readonly<Record<string, unknown>>;
type Operation = Record<string, unknown> & { responses?: Json; parameters?: readonly unknown[] };

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

/** What can be answered instead of the reply: to everything, to what has a body, and to acts alone. */
const PROBLEMS = { 400: "BadRequest", 401: "NotSignedIn", 403: "NotPermitted", 404: "NotFound" } as const;
const TROUBLE = { 429: "TooManyTries", 503: "NotNow" } as const;
const BODY_PROBLEMS = { 415: "ContentTypeNotRead" } as const;
const ACT_PROBLEMS = { 409: "Refused", 415: "ContentTypeNotRead", 422: "KeyReused" } as const;
const WORDS: Readonly<Record<string, string>> = {
  BadRequest: "The request is not of the expected form; each fault has its pointer.",
  NotSignedIn: "Sign in, or send an API key.",
  NotPermitted: "The caller's role may not do this.",
  NotFound: "It is not there, or not the caller's to see.",
  Refused: "The business says no, with the way on and the receipt; or the same key is in flight.",
  ContentTypeNotRead: "The body is not JSON.",
  KeyReused: "The Idempotency-Key was used for another request.",
  TooManyTries: "Tried too often: wait as Retry-After says.",
  NotNow: "The service cannot answer now: send it again after Retry-After, with the same key.",
};

const text = { type: "string" };
const PROBLEM_SCHEMA = {
  type: "object",
  description: "RFC 9457 problem details. `code` is one of those listed at /docs.",
  required: ["type", "title", "status", "detail", "code", "docsUrl"],
  properties: {
    ...{ type: text, title: text, status: { type: "integer" }, detail: text, code: text, next: text },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["pointer", "code", "message"],
        properties: { pointer: text, code: text, message: text },
      },
    },
    ...{ receipt: { type: "object" }, requestId: text, docsUrl: text },
  },
};

const KEY_PARAMETER = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description:
    "New for each new request, the same when it is sent again; kept 30 days. Not read on a dry run.",
  schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,255}$" },
};

/**
 * Completes the OpenAPI document that was made from the routes' schemas: what every act takes, what can go
 * wrong everywhere, who may call, and names for those who generate clients from it.
 */
export function describeApi(document: Json, { modules, permits }: Platform): Json {
  const routes = new Map(
    modules.flatMap(({ name, routes: own }) => own.map((route) => [route.route as string, { name, route }])),
  );
  const paths = Object.entries(document.paths as Record<string, Record<string, Operation>>).map(
    ([path, item]) => {
      const described = METHODS.flatMap((method) => {
        const operation = item[method];
        if (operation === undefined) {
          return [];
        }
        const found = routes.get(`${method.toUpperCase()} ${path}`);
        const isAct = found?.route.kind === "act";
        const hasBody = found?.route.body !== undefined;
        const isOpen =
          found !== undefined && permits({ role: "public", id: "public" }, found.route.permission);
        return [
          [
            method,
            describe(operation, { method, path, module: found?.name, isAct, hasBody, isOpen }),
          ] as const,
        ];
      });
      return [path, { ...item, ...Object.fromEntries(described) }];
    },
  );
  const components = document.components as Json;
  return {
    ...document,
    tags: modules.filter(({ routes: own }) => own.length > 0).map(({ name }) => ({ name })),
    paths: Object.fromEntries(paths),
    components: {
      ...components,
      schemas: { ...(components.schemas as Json), Problem: PROBLEM_SCHEMA },
      responses: Object.fromEntries(Object.entries(WORDS).map(([name, words]) => [name, problem(words)])),
    },
  };
}

interface Place {
  readonly method: string;
  readonly path: string;
  readonly module: string | undefined;
  readonly isAct: boolean;
  readonly hasBody: boolean;
  readonly isOpen: boolean;
}

function describe(operation: Operation, { method, path, module, isAct, hasBody, isOpen }: Place): Operation {
  const problems = {
    ...PROBLEMS,
    ...(hasBody ? BODY_PROBLEMS : {}),
    ...(isAct ? ACT_PROBLEMS : {}),
    ...TROUBLE,
  };
  const refs = Object.entries(problems).map(([status, name]) => [
    status,
    { $ref: `#/components/responses/${name}` },
  ]);
  return {
    ...operation,
    operationId: operationIdOf(method, path),
    ...(module === undefined ? {} : { tags: [module] }),
    ...(isAct ? { parameters: [...(operation.parameters ?? []), KEY_PARAMETER] } : {}),
    security: [...(isOpen ? [{}] : []), { key: [] }],
    responses: { ...operation.responses, ...Object.fromEntries(refs) },
  };
}

/** `postClaimsPayment` for `POST /v1/claims/{id}/payment`, `getClaimsById` for `GET /v1/claims/{id}`. */
function operationIdOf(method: string, path: string): string {
  const words = path.replace(/^\/v1\//, "").replace(/\/\{\w+\}(?=\/)/g, "");
  const named = words.replace(/\/\{(\w+)\}$/, "-by-$1").split(/[^A-Za-z0-9]+/);
  return method + named.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function problem(description: string): Json {
  const schema = { $ref: "#/components/schemas/Problem" };
  return { description, content: { "application/problem+json": { schema } } };
}
