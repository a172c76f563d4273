import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import type { Role } from "../platform/index.ts";
import { permissions, permits } from "./index.ts";

const SOURCE = path.resolve(import.meta.dirname, "..");
const ROLES: readonly Role[] = ["public", "owner", "reseller", "staff", "manager", "integrator", "system"];

/**
 * The permissions that routes and pages ask for, read from the source: an act that is not mounted counts too.
 */
async function askedFor(): Promise<Set<string>> {
  const asked = new Set<string>();
  for await (const file of glob("**/*.ts", { cwd: SOURCE, exclude: ["**/*.test.ts"] })) {
    const text = await readFile(path.join(SOURCE, file), "utf8");
    for (const [, ofRoute, ofPage] of text.matchAll(
      /\bpermission: "([^"]+)"|\bpermits\([\w.]+, "([^"]+)"\)/g,
    )) {
      asked.add(ofRoute ?? ofPage ?? "");
    }
  }
  return asked;
}

test("every permission a route asks for has its row, and every row is asked for", async () => {
  assert.deepEqual([...(await askedFor())].sort(), [...permissions.keys()].sort());
});

test("what has no row is denied to everybody", () => {
  for (const role of ROLES) {
    for (const unknown of ["claim.forget", "", "toString", "__proto__", "constructor", "claim.open "]) {
      assert.equal(permits({ role, id: role }, unknown), false);
    }
  }
});

test("the public may look, ask, buy, activate and ask to enrol late, and nothing else", () => {
  const open = [...permissions].filter(([, roles]) => roles.has("public")).map(([name]) => name);
  assert.deepEqual(open, [
    "catalogue.read",
    "pickup_point.read",
    "order.place",
    "cart.price",
    "delivery_rule.read",
    "code.check",
    "coverage.ask",
    "contract.activate",
    "guide.read",
    "centre.read",
    "verification.ask",
  ]);
});

test("only managers hand out keys, and only the bench changes what lies on it", () => {
  const rolesOf = (name: string) => [...(permissions.get(name) ?? [])];
  for (const name of ["key.create", "key.read", "key.revoke"]) {
    assert.deepEqual(rolesOf(name), ["manager"]);
  }
  for (const name of ["claim.receive", "claim.inspect", "claim.replace", "claim.ship"]) {
    assert.deepEqual(rolesOf(name), ["staff", "integrator"]);
  }
});
