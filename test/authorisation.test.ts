import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { assembly } from "../src/cli/index.ts";
import { linkFor, permissions } from "../src/identity/index.ts";
import type { Role } from "../src/platform/index.ts";
import { BOB, type ClaimDesk, claimDesk, OWNER, toShipped, type Who } from "./support/claimDesk.ts";
import { demandedQuery, type Endpoint, endpointsOf, pathOf, testClock } from "./support/endpoints.ts";
import { type AccessCaller, callers, expectedAccess } from "./support/expectedAccess.ts";
import { CENTRE, nobodys } from "./support/nobodys.ts";
import { plain, sampleOf } from "./support/sampleOf.ts";
import type { Answer, TestApp } from "./support/testApp.ts";

const endpoints = [...endpointsOf(assembly.modules), testClock];

/** One of everything that belongs to somebody. */
interface Belongings {
  readonly claims: string;
  readonly contracts: string;
  readonly devices: string;
  readonly orders: string;
  readonly invoices: string;
  readonly withdrawals: string;
  readonly keys: string;
  readonly appointments: string;
  readonly serial: string;
}

/** Asks as somebody for somebody's things. */
type Ask = (caller: AccessCaller, endpoint: Endpoint, things: Belongings) => Promise<Answer>;

/** Links are carried by whoever is not signed in. */
const asking: Readonly<Record<AccessCaller, Who>> = {
  public: "public",
  Ada: OWNER,
  "claim link": "public",
  "order link": "public",
  reseller: "reseller",
  staff: "staff",
  manager: "manager",
  integrator: "integrator",
};

const roles: Readonly<Record<AccessCaller, Role>> = {
  public: "public",
  Ada: "owner",
  "claim link": "owner",
  "order link": "owner",
  reseller: "reseller",
  staff: "staff",
  manager: "manager",
  integrator: "integrator",
};

describe("who may do what to what", () => {
  let desk: ClaimDesk;
  let app: TestApp;
  let both: readonly [Belongings, Belongings];
  let ask: Ask;

  before(async () => {
    desk = await claimDesk();
    app = desk.app;
    both = [await belongingsOf(desk, OWNER, "reseller"), await belongingsOf(desk, BOB, "integrator")];
    const [{ claims, orders }] = both;
    const headers: Partial<Record<AccessCaller, Record<string, string>>> = {
      "claim link": { "x-evermend-link": linkFor(app.platform, "claim", claims) },
      "order link": { "x-evermend-link": linkFor(app.platform, "order", orders) },
    };
    ask = async (caller, endpoint, things) => {
      const route = requestTo(endpoint, things);
      const body = bodyFor(endpoint, things, app);
      return await app.call(asking[caller], route, body, headers[caller] ?? {});
    };
  });

  /** Where the application differs from the table. */
  async function differences(ask: Ask): Promise<string[]> {
    const found: string[] = [];
    for (const endpoint of endpoints) {
      for (const caller of callers) {
        const cells: string[] = [];
        for (const things of both) {
          cells.push(cellOf(endpoint, await ask(caller, endpoint, things), things));
        }
        const expected = expectedAccess.get(endpoint.route)?.get(caller);
        if (cells.join("") !== expected) {
          found.push(`${caller}, ${endpoint.route}: ${cells.join("")} and not ${expected}`);
        }
      }
    }
    return found;
  }

  it("is written down for every route, and for no other", () => {
    assert.deepEqual(endpoints.map(({ route }) => route).toSorted(), [...expectedAccess.keys()].toSorted());
  });

  it("is in the table of permissions as it is written down here", () => {
    const wrong = endpoints.flatMap(({ route, permission }) =>
      callers.filter((caller) => {
        const isDenied = /[x?]/.test(expectedAccess.get(route)?.get(caller) ?? "");
        return isDenied === permissions.get(permission)?.has(roles[caller]);
      }),
    );
    assert.deepEqual(wrong, []);
  });

  it("holds for every caller, every route, and what is theirs and is not", async (context) => {
    assert.deepEqual(await differences(ask), []);
    context.diagnostic(`authorisation n=${endpoints.length * callers.length * 2} differences=0`);
  });

  it("is not kept by an application that takes everybody for staff, and that is seen", async () => {
    const found = await differences((_caller, endpoint, things) => ask("staff", endpoint, things));
    assert.ok(
      found.some((line) => line.startsWith("public, GET /v1/claims/{id}: ++")),
      found.join("\n"),
    );
    assert.ok(found.some((line) => line.startsWith("reseller, POST /v1/claims/{id}/intake: ++")));
    assert.ok(!found.some((line) => line.startsWith("staff, ")));
  });

  it("is not kept by one that shows an owner what is another's, and that is seen", async () => {
    const leaky: Ask = (caller, endpoint, things) =>
      ask(caller === "Ada" && endpoint.method === "GET" ? "manager" : caller, endpoint, things);
    const found = await differences(leaky);
    assert.ok(found.includes("Ada, GET /v1/contracts/{id}: ++ and not +-"), found.join("\n"));
    assert.ok(found.includes("Ada, GET /v1/orders: ++ and not +-"), found.join("\n"));
  });
});

async function belongingsOf(
  desk: ClaimDesk,
  owner: typeof OWNER | typeof BOB,
  placedBy: "reseller" | "integrator",
): Promise<Belongings> {
  const { app } = desk;
  const email = owner.split(" ")[1];
  const placed = await app.call(placedBy, "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity: 1 }],
    buyer: { email, name: "Somebody", country: "EE" },
    delivery: { option: "email" },
  });
  const orders = String(placed.body.id);
  await app.call(placedBy, `POST /v1/orders/${orders}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  const told = await app.call(owner, `POST /v1/orders/${orders}/withdrawal`, {});
  const { data } = (await app.call(owner, `GET /v1/orders/${orders}/invoices`)).body;
  const [invoice] = data as readonly { id: string }[];
  // A closed claim refuses every step, so that asking changes nothing.
  const claims = await desk.claimAfter([...toShipped, "closure"], desk.camera(owner));
  const { claim, device } = (await app.call("staff", `GET /v1/claims/${claims}`)).body as {
    claim: { contractId: string; deviceId: string };
    device: { serial: string };
  };
  const appointments = await visitOver(desk, owner);
  const key = await app.call("manager", "POST /v1/keys", { role: "staff", label: `of ${email}` });
  const { contractId: contracts, deviceId: devices } = claim;
  return {
    ...{ claims, contracts, devices, orders, keys: String(key.body.id), serial: device.serial },
    ...{ invoices: String(invoice?.id), withdrawals: String(told.body.id), appointments },
  };
}

/** A visit that is over refuses every step too. */
async function visitOver({ app, report, camera }: ClaimDesk, owner: Who): Promise<string> {
  const reported = await report({ channel: "swift" }, camera(owner));
  const { id: claim } = reported.body.claim as { id: string };
  const { body } = await app.call("staff", "POST /v1/walk-ins", { claim, centre: CENTRE });
  await app.call("staff", `POST /v1/appointments/${body.id}/departure`, {});
  return String(body.id);
}

/** What would be heard, and would change what is asked next. */
const onlyTried: ReadonlySet<string> = new Set([
  "POST /v1/claims",
  "POST /v1/contracts/{id}/cancellation",
  "POST /v1/orders/{id}/return",
  "POST /v1/earning-curves",
  "POST /v1/reconcile-mode",
]);

function requestTo(endpoint: Endpoint, things: Belongings): string {
  const { route, method, path } = endpoint;
  const noun = (path.split("/")[2] ?? "") as keyof Belongings;
  const named = path.includes("{serial}") ? things.serial : things[noun];
  const value = noun in nobodys ? nobodys[noun] : named;
  const filled = pathOf(endpoint, value ?? "");
  const questions = { ...demandedQuery(endpoint), ...(onlyTried.has(route) ? { dryRun: "true" } : {}) };
  return `${method} ${filled}?${new URLSearchParams(questions)}`;
}

function bodyFor(
  { route, body }: Endpoint,
  { serial, claims }: Belongings,
  app: TestApp,
): object | undefined {
  if (body === undefined) {
    return undefined;
  }
  const sample = sampleOf(plain(body)) as object;
  switch (route) {
    case "POST /v1/claims":
    case "POST /v1/claims/questions":
      return { ...sample, serial };
    case "POST /v1/appointments":
    case "POST /v1/walk-ins":
      return { ...sample, claim: claims, centre: CENTRE };
    case "PUT /v1/centres/{id}":
      // Of another version than there is.
      return { ...sample, version: 999 };
    case "POST /v1/appointments/{id}/move":
      return { startsAt: "2026-01-01T00:00:00Z" };
    case "POST /v1/contracts/{id}/cancellation":
      return { by: "holder", reason: "withdrawal" };
    case "POST /v1/earning-curves":
      return { programme: "dji-care-refresh", curve: { kind: "straight_line" } };
    case "POST /v1/supplier-orders/{id}/answer":
      return { answer: "cannot" };
    case "POST /v1/orders/{id}/codes/resend":
      // Whom else a code goes to, only a reseller says.
      return {};
    case "POST /v1/orders/{id}/return":
      return { reason: "withdrawal" };
    case "PUT /v1/products/{sku}":
    case "PUT /v1/products/{sku}/offer":
      // Of another version than there is: heard, and nothing is changed.
      return { ...sample, version: 999 };
    case "POST /v1/test-clock":
      return { now: app.platform.clock.now().toString() };
    default:
      return sample;
  }
}

/** What an answer says of the access to a thing, in the table's letters. */
function cellOf({ route, path }: Endpoint, { status, body }: Answer, things: Belongings): string {
  if (status >= 500) {
    return "!";
  }
  const denied = { 401: "?", 403: "x", 404: "-" }[status];
  if (denied !== undefined) {
    return denied;
  }
  const noun = path.split("/")[2] as keyof Belongings;
  if (Array.isArray(body.data) && noun in things && route === `GET /v1/${noun}`) {
    return (body.data as { id: string }[]).some(({ id }) => id === things[noun]) ? "+" : "-";
  }
  return body.code === "device_unknown" ? "-" : "+";
}
