import assert from "node:assert/strict";
import { createKey } from "../../src/identity/index.ts";
import { newId, readPublicId, systemCaller, type TeamRole, transact } from "../../src/platform/index.ts";
import type { Answer, TestApp } from "./testApp.ts";

/** A contract that is good: wholesale prices in euro, a credit of 5,000.00. */
export const contract = {
  name: "Northlight Cameras",
  email: "office@northlight.example",
  country: "EE",
  customerGroup: "wholesale",
  regions: ["EU"],
  currency: "EUR",
  creditMinor: 500_000,
  invoiceDays: 14,
  beginsOn: "2020-01-01",
};

/** A reseller of a test, and what each of its team may ask with. */
export interface ResellerDesk {
  readonly id: string;
  as(teamRole: TeamRole, route: string, body?: object): Promise<Answer>;
}

/** Adds a reseller and makes a key for each role of its team. */
export async function resellerDesk(app: TestApp, more: object = {}): Promise<ResellerDesk> {
  const added = await app.call("manager", "POST /v1/resellers", { ...contract, ...more });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  const id = String(added.body.id);
  const keys = new Map<TeamRole, Promise<string>>();
  const keyOf = (teamRole: TeamRole) => {
    const key = keys.get(teamRole) ?? teamKey(app, id, teamRole);
    keys.set(teamRole, key);
    return key;
  };
  return {
    id,
    as: async (teamRole, route, body) => await askWith(app, await keyOf(teamRole), route, body),
  };
}

/** A key of a team, straight from identity: for the first one there is nobody yet to make it. */
async function teamKey(app: TestApp, id: string, teamRole: TeamRole): Promise<string> {
  const resellerId = readPublicId("rsl", id)?.rootId;
  assert(resellerId !== undefined);
  const reseller = { id: resellerId, teamRole };
  const key = { role: "reseller", label: teamRole, createdBy: "system", reseller } as const;
  const { token } = await transact(app.platform, systemCaller, (tx) => createKey(tx, key, tx.at));
  return token;
}

/** Asks with a key's token. */
export async function askWith(app: TestApp, token: string, route: string, body?: object): Promise<Answer> {
  const [method, url] = route.split(" ") as ["GET" | "POST" | "PUT" | "DELETE", string];
  const reply = await app.http.inject({
    method,
    url,
    ...(body === undefined ? {} : { payload: body }),
    headers: {
      authorization: `Bearer ${token}`,
      ...(method === "GET" ? {} : { "idempotency-key": newId(Temporal.Now.instant()) }),
    },
  });
  return { status: reply.statusCode, body: reply.json() as Record<string, unknown> };
}
