import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";

const ANN = "owner ann@example.com";
let app: TestApp;
before(async () => {
  app = await testApp({ now: "2026-11-30T09:00:00Z" });
  await bought();
  await app.moveTo("2026-12-01T09:00:00Z");
  await bought();
  await bought();
});
after(() => app.stop());

const ids: string[] = [];
async function bought(): Promise<void> {
  const buyer = { email: "ann@example.com", name: "Ann", country: "PL" };
  const lines = [{ sku: "U-3889316", quantity: 1 }];
  const placed = await app.call(ANN, "POST /v1/orders", { lines, buyer, delivery: { option: "email" } });
  const id = String(placed.body.id);
  await app.call(ANN, `POST /v1/orders/${id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  ids.push(id);
}
interface Row {
  readonly id: string;
  readonly number: string;
  readonly pdf: string;
}
const list = async (query: string, as: Parameters<TestApp["call"]>[0] = "staff") => {
  const { status, body } = await app.call(as, `GET /v1/invoices${query}`);
  equal(status, 200, JSON.stringify(body));
  return body as unknown as { data: Row[]; nextCursor: string | null };
};
const numbers = ({ data }: { data: Row[] }) => data.map(({ number }) => number.slice(-1)).join("");

test("the newest come first, a page at a time, by month and by kind", async () => {
  equal(numbers(await list("")), "321");
  equal(numbers(await list("?month=2026-11")), "1");
  equal(numbers(await list("?month=2026-12")), "32");
  equal(numbers(await list("?kind=credit_note")), "");
  const first = await list("?limit=2");
  equal(numbers(first), "32");
  equal(numbers(await list(`?limit=2&after=${first.nextCursor}`)), "1");
  for (const query of ["?month=2026-13", "?month=november", "?kind=bill", "?after=inv_none"]) {
    equal((await app.call("staff", `GET /v1/invoices${query}`)).status, 400, query);
  }
});

test("a buyer sees their own, nobody else's", async () => {
  equal(numbers(await list("", ANN)), "321");
  equal(numbers(await list("", "owner bob@example.com")), "");
  const own = await app.call(ANN, `GET /v1/orders/${ids[0]}/invoices`);
  equal((own.body.data as Row[]).length, 1);
  equal((await app.call("owner bob@example.com", `GET /v1/orders/${ids[0]}/invoices`)).status, 404);
});

test("as a file of rows", async () => {
  const reply = await app.http.inject({
    url: "/v1/invoices?format=csv",
    headers: { authorization: await app.authorization("staff") },
  });
  match(reply.headers["content-type"] as string, /text\/csv/);
  equal(reply.body.trim().split("\n").length, 4);
  match(reply.body, /INV-2026-000003/);
});

test("the paper comes to who may see its order, and is not there for others", async () => {
  const [row] = (await list("", ANN)).data;
  ok(row !== undefined);
  const fetch = async (as?: Parameters<TestApp["authorization"]>[0], url = row.pdf) =>
    await app.http.inject({
      url,
      headers: as === undefined ? {} : { authorization: await app.authorization(as) },
    });
  const paper = await fetch(ANN);
  deepEqual([paper.statusCode, paper.headers["content-type"]], [200, "application/pdf"]);
  equal(paper.headers["content-disposition"], 'inline; filename="INV-2026-000003.pdf"');
  equal(paper.rawPayload.subarray(0, 5).toString(), "%PDF-");
  equal((await fetch("staff")).rawPayload.compare(paper.rawPayload), 0);
  equal((await fetch("owner bob@example.com")).statusCode, 404);
  equal((await fetch()).statusCode, 401);
  equal((await fetch("staff", "/v1/invoices/inv_nonsense.pdf")).statusCode, 404);
});
