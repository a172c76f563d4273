import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assembly } from "../src/cli/index.ts";
import { compileSchema, writerOf } from "../src/platform/compileSchema.ts";
import type { Route } from "../src/platform/index.ts";

/** The routes of which a schema cannot be compiled, each with the part it is of. */
function uncompiled(routes: readonly Route[]): string[] {
  return routes.flatMap((route) => {
    const { params, query, reply } = route;
    const parts = { params, query, reply, body: route.kind === "act" ? route.body : undefined };
    return Object.entries(parts)
      .filter(([part, schema]) => schema !== undefined && !compiles(schema, part))
      .map(([part]) => `${route.route} ${part}`);
  });
}

function compiles(schema: object, part: string): boolean {
  try {
    // A check is compiled by its first question.
    return part === "reply" ? writerOf(schema) !== undefined : [true, false].includes(check(schema, part));
  } catch {
    return false;
  }
}

const check = (schema: object, part: string): boolean => compileSchema(schema, part)(undefined);

describe("schemas, which are compiled when they are first needed,", () => {
  const routes = assembly.modules.flatMap((module) => module.routes);

  it("can all be compiled", (t) => {
    t.diagnostic(`routes n=${routes.length}`);
    assert.ok(routes.length > 300);
    assert.deepEqual(uncompiled(routes), []);
  });

  it("control: one that cannot is told, of whichever part it is", () => {
    const [read] = routes.filter(({ kind }) => kind === "read");
    const [act] = routes.filter(({ kind }) => kind === "act");
    assert.ok(read !== undefined && act !== undefined);
    const bad = { type: "object", properties: { at: { type: "hour" } } } as never;
    const planted = [
      { ...read, query: bad, reply: bad },
      { ...act, body: bad, params: bad },
    ] as Route[];
    const expected = [
      `${read.route} query`,
      `${read.route} reply`,
      `${act.route} params`,
      `${act.route} body`,
    ];
    assert.deepEqual(uncompiled(planted), expected);
  });
});
