import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { catalogue } from "../catalogue/index.ts";
import { claims } from "../claims/index.ts";
import { commerce } from "../commerce/index.ts";
import { contracts } from "../contracts/index.ts";
import { identity } from "../identity/index.ts";
import { money } from "../money/index.ts";
import { notices } from "../notices/index.ts";
import { feed } from "../platform/index.ts";
import { service } from "../service/index.ts";
import { routes } from "./routes.ts";

const modules = [feed, identity, catalogue, money, contracts, commerce, claims, service, notices];

describe("the client", () => {
  it("has a method for each act and read that is served, at its path, and no other", () => {
    const served = modules.flatMap((module) => module.routes.map(({ route }) => route as string));
    assert.deepEqual(Object.values(routes).toSorted(), served.toSorted());
  });
});
