import { deepEqual, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type ResellerDesk, resellerDesk } from "./support/resellerDesk.ts";
import { type TestApp, testApp } from "./support/testApp.ts";

interface Listed {
  readonly data: readonly unknown[];
  readonly nextCursor: string | null;
}
type AskPage = (question: Readonly<Record<string, string>>) => Promise<Listed>;

const SKU = "U-3889316";

let app: TestApp;
let desk: ResellerDesk;
before(async () => {
  app = await testApp({ now: "2026-11-21T09:00:00Z" });
  desk = await resellerDesk(app);
  await plant();
});
after(() => app.stop());

async function make(route: string, body: object, as: Parameters<TestApp["call"]>[0] = "manager") {
  const answer = await app.call(as, route, body);
  ok(answer.status < 300, `${route}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** At least two of what lists show, where two are easily had. */
async function plant(): Promise<void> {
  const team = `/v1/resellers/${desk.id}`;
  for (const no of [1, 2]) {
    await make(`POST ${team}/corrections`, { amountMinor: 100 * no, reason: `The ${no}. of two` });
    await make(`POST ${team}/team`, { email: `mate${no}@example.com`, name: "Mate", teamRole: "viewer" });
    await make("PUT /v1/products/U-3889316/prices", {
      ...{ customerGroup: "retail", currency: "EUR", validFrom: `2027-0${no}-01T00:00:00Z` },
      tiers: [{ minQuantity: 1, netMinor: 3_000, grossMinor: 3_690 }],
    });
    await make(
      "POST /v1/orders",
      {
        ...{ lines: [{ sku: SKU, quantity: 1 }], withdrawalShown: true, delivery: { option: "email" } },
        buyer: { email: "ann@example.com", name: "Ann", country: "EE" },
      },
      "owner ann@example.com",
    );
  }
  for (const role of ["viewer", "buyer"] as const) {
    await desk.as(role, "GET /v1/orders");
  }
  const { data } = (await app.call("manager", `GET ${team}/corrections`)).body as { data: { no: number }[] };
  for (const { no } of data) {
    await make(`POST ${team}/corrections/${no}/answer`, { agrees: true }, "manager second@example.com");
  }
}

/** Says what a list does wrong that is asked for one row and then for the next. */
async function pagingFaults(askPage: AskPage): Promise<string[]> {
  const all = await askPage({ limit: "200" });
  const first = await askPage({ limit: "1" });
  if (first.data.length > 1) {
    return [`${first.data.length} rows where one was asked for`];
  }
  if (all.data.length < 2) {
    return [];
  }
  if (first.nextCursor === null) {
    return ["no cursor although there are more"];
  }
  const second = await askPage({ limit: "1", after: first.nextCursor });
  const [one, two] = [first.data[0], second.data[0]].map((row) => JSON.stringify(row));
  return one === JSON.stringify(all.data[0]) && two === JSON.stringify(all.data[1])
    ? []
    : ["another second row than on one page"];
}

interface Document {
  readonly paths: Record<
    string,
    { readonly get?: { readonly parameters?: readonly { readonly name: string }[] } | undefined }
  >;
}

/** Whose lists are asked for, by what stands in the path before their id. */
const ids = (): Readonly<Record<string, string>> => ({ resellers: desk.id, products: SKU });

describe("every list of the interface", () => {
  it("shows no more than it is asked for, and then the next", async () => {
    const { paths } = (await app.http.inject({ url: "/openapi.json" })).json<Document>();
    const lists = Object.entries(paths).filter(([, { get }]) =>
      get?.parameters?.some(({ name }) => name === "limit"),
    );
    ok(lists.length > 40, `${lists.length} lists`);
    const faults: string[] = [];
    const seen: string[] = [];
    for (const [path, { get }] of lists) {
      const noun = path.split("/")[2] ?? "";
      const url = path.replace(/\{\w+\}/, ids()[noun] ?? "nobody");
      const demanded = new Set(get?.parameters?.map(({ name }) => name));
      const asked = {
        ...(path.endsWith("/statements") ? { month: "2026-11" } : {}),
        ...(path === "/v1/pickup-points" ? { country: "EE" } : {}),
      };
      let rows = 0;
      const askPage: AskPage = async (question) => {
        ok(demanded.has("after"), `${path} takes a cursor`);
        const query = new URLSearchParams({ ...asked, ...question }).toString();
        const { status, body } = await app.call("manager", `GET ${url}?${query}`);
        ok(status === 200 || status === 404 || status === 400 || status === 403, `${path}: ${status}`);
        const listed = status === 200 ? (body as unknown as Listed) : { data: [], nextCursor: null };
        rows = Math.max(rows, listed.data.length);
        return listed;
      };
      faults.push(...(await pagingFaults(askPage)).map((fault) => `${path}: ${fault}`));
      if (rows > 1) {
        seen.push(path);
      }
    }
    deepEqual(faults, []);
    for (const path of WITH_ROWS) {
      ok(seen.includes(path), `${path} has two rows to page through; there are: ${seen.join(", ")}`);
    }
  });

  it("shows the one that is named, however far down it stands", async () => {
    const points = (await app.call("public", "GET /v1/pickup-points?country=EE&limit=200"))
      .body as unknown as Listed;
    const last = points.data.at(-1) as { id: string };
    const { body } = await app.call("public", `GET /v1/pickup-points?country=EE&limit=1&id=${last.id}`);
    deepEqual(body, { data: [last], nextCursor: null });
    const shops: string[] = [];
    for (const no of [1, 2]) {
      const shop = { reseller: desk.id, domain: `shop${no}.example.org`, method: "balance" };
      const { id } = await make("POST /v1/shops", { ...shop, secret: "signed-with-this-secret" });
      shops.push(String(id));
    }
    for (const id of shops) {
      const found = (await app.call("manager", `GET /v1/shops?id=${id}`)).body as unknown as Listed;
      deepEqual(
        found.data.map((shop) => (shop as { id: string }).id),
        [id],
      );
    }
    deepEqual((await app.call("manager", "GET /v1/shops?id=nothing")).body.data, []);
  });

  it("is found out where it shows all, has no cursor, or the wrong next page", async () => {
    const rows = ["a", "b", "c"];
    const told = async (data: readonly string[], nextCursor: string | null) =>
      await Promise.resolve({ data, nextCursor });
    deepEqual(await pagingFaults(() => told(rows, null)), ["3 rows where one was asked for"]);
    deepEqual(await pagingFaults(({ limit }) => told(limit === "1" ? ["a"] : rows, null)), [
      "no cursor although there are more",
    ]);
    deepEqual(await pagingFaults(({ limit }) => told(limit === "1" ? ["a"] : rows, "a")), [
      "another second row than on one page",
    ]);
    const right: AskPage = ({ limit, after: place }) =>
      told(limit === "1" ? [place === "a" ? "b" : "a"] : rows, limit === "1" ? "a" : null);
    deepEqual(await pagingFaults(right), []);
  });
});

/** Lists that have rows to page through here; the others show at the most one. */
const WITH_ROWS = [
  "/v1/orders",
  "/v1/products",
  "/v1/products/{sku}/history",
  "/v1/products/{sku}/prices",
  "/v1/resellers/{id}/corrections",
  "/v1/resellers/{id}/keys",
  "/v1/resellers/{id}/statements",
  "/v1/resellers/{id}/team",
  "/v1/models",
  "/v1/pickup-points",
];
