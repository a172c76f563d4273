import { deepEqual, equal, ok } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { Ajv } from "ajv";
import { type TestApp, testApp } from "./support/testApp.ts";

interface Operation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly security: readonly object[];
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: object }[];
  readonly requestBody?: { content: Record<string, { schema: object }> };
  readonly responses: Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>;
}
interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { responses: Record<string, object>; schemas: Record<string, object> };
}

/** The basics of an OpenAPI 3.1 document: what a generator of clients trips over when it is not there. */
const BASICS = {
  type: "object",
  required: ["openapi", "info", "paths", "components"],
  properties: {
    openapi: { pattern: "^3\\.1\\.\\d+$" },
    info: { type: "object", required: ["title", "version"] },
    paths: {
      type: "object",
      propertyNames: { pattern: "^/" },
      additionalProperties: {
        type: "object",
        propertyNames: { enum: ["get", "post", "put", "patch", "delete", "parameters"] },
        additionalProperties: { $ref: "#/$defs/operation" },
      },
    },
  },
  $defs: {
    operation: {
      type: "object",
      required: ["operationId", "summary", "security", "responses"],
      properties: {
        parameters: {
          type: "array",
          items: {
            type: "object",
            required: ["name", "in", "schema"],
            properties: { in: { enum: ["query", "path", "header"] } },
            anyOf: [
              { properties: { in: { enum: ["query", "header"] } } },
              { required: ["required"], properties: { required: { const: true } } },
            ],
          },
        },
        responses: {
          type: "object",
          minProperties: 5,
          propertyNames: { pattern: "^[1-5]\\d\\d$" },
          additionalProperties: {
            anyOf: [
              { type: "object", required: ["description"] },
              { type: "object", required: ["$ref"] },
            ],
          },
        },
      },
    },
  },
};

describe("the description of the API", () => {
  let app: TestApp;
  let document: Document;
  const check = new Ajv({ strict: false, allErrors: true }).compile(BASICS);
  before(async () => {
    app = await testApp({ now: "2026-06-01T10:00:00Z" });
    document = (await app.http.inject("/openapi.json")).json() as Document;
  });
  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
    );

  it("is OpenAPI 3.1, with names that are unique and parameters for every path", () => {
    check(document);
    deepEqual(check.errors, null);
    const ids = operations().map(({ operation }) => operation.operationId);
    equal(new Set(ids).size, ids.length, ids.join());
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const given = (operation.parameters ?? []).filter((one) => one.in === "path").map(({ name }) => name);
      deepEqual(given, named, path);
    }
  });

  it("sees a description without answers", () => {
    equal(check({ ...document, paths: { "/v1/x": { get: { operationId: "x", summary: "X" } } } }), false);
  });

  it("has only schemas that compile, and references that lead somewhere", () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const { path, operation } of operations()) {
      const contents = [operation.requestBody, ...Object.values(operation.responses)];
      for (const { schema } of contents.flatMap((one) => Object.values(one?.content ?? {}))) {
        ok(ajv.compile(schema), path);
      }
      for (const { $ref } of Object.values(operation.responses)) {
        ok($ref === undefined || ($ref.split("/").at(-1) as string) in document.components.responses, path);
      }
    }
    ok(ajv.compile(document.components.schemas.Problem as object));
  });

  it("says of each call who may, under which module, with which key, and what can go wrong", () => {
    for (const route of app.platform.modules.flatMap((module) => module.routes)) {
      const [method = "", path = ""] = route.route.split(" ");
      const operation = document.paths[path]?.[method.toLowerCase()];
      ok(operation !== undefined, route.route);
      equal(operation.tags?.length, 1);
      const header = operation.parameters?.find(({ name }) => name === "Idempotency-Key");
      const dryRun = operation.parameters?.some(({ name }) => name === "dryRun") ?? false;
      const isAct = route.kind === "act";
      deepEqual([header?.required, dryRun], [isAct ? true : undefined, isAct && route.dryRun === true]);
      const [ofActs, ofBodies] = [isAct ? [409, 422] : [], isAct || route.body !== undefined ? [415] : []];
      const problems = [400, 401, 403, 404, ...ofActs, ...ofBodies, 429, 503].sort(
        (one, other) => one - other,
      );
      deepEqual(
        Object.keys(operation.responses).filter((status) => Number(status) >= 400),
        problems.map(String),
      );
      const isOpen = app.platform.permits({ role: "public", id: "public" }, route.permission);
      deepEqual(operation.security, isOpen ? [{}, { key: [] }] : [{ key: [] }], route.route);
    }
  });
});
