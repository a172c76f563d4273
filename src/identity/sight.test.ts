import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Caller, Role } from "../platform/index.ts";
import { isOwner, isOwnerOrGuest, ownSightOf, sightOf } from "./sight.ts";

const link = { kind: "claim", id: "clm_00000000000000000000000000_1" } as const;

describe("what somebody sees", () => {
  it("is the whole programme for the office, and for no other role", () => {
    const seesAll: Readonly<Record<Role, boolean>> = {
      ...{ public: false, owner: false, reseller: false },
      ...{ staff: true, manager: true, integrator: true, system: true },
    };
    for (const [role, office] of Object.entries(seesAll)) {
      assert.equal(sightOf({ role: role as Role, id: role }).office, office, role);
      assert.equal(ownSightOf({ role: role as Role, id: role }).office, false, role);
    }
    assert.equal(sightOf({ role: "unheard-of" as Role, id: "x" }).office, false);
  });

  it("is an owner's for the role of owners alone, and a guest's for nobody in particular beside them", () => {
    const roles = ["public", "owner", "reseller", "staff", "manager", "integrator", "system"] as const;
    assert.deepEqual(
      roles.filter((role) => isOwner({ role })),
      ["owner"],
    );
    assert.deepEqual(
      roles.filter((role) => isOwnerOrGuest({ role })),
      ["public", "owner"],
    );
  });

  it("is nothing for nobody in particular", () => {
    const nothing = {
      office: false,
      email: undefined,
      link: undefined,
      placedBy: undefined,
      reseller: undefined,
    };
    assert.deepEqual(sightOf({ role: "public", id: "public" }), nothing);
  });

  it("is what a session's address has, and what its link opens as well", () => {
    const ada: Caller = { role: "owner", id: "person:ada", email: "ada@example.com", link };
    assert.deepEqual(sightOf(ada), {
      ...{ office: false, email: "ada@example.com", placedBy: "person:ada", reseller: undefined },
      link,
    });
  });
});
