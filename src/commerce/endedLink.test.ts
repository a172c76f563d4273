import { deepEqual, equal, match } from "node:assert/strict";
import { before, test } from "node:test";
import { type TestApp, testApp } from "../../test/support/testApp.ts";
import { linkFor } from "../identity/index.ts";

const order = {
  lines: [{ sku: "U-3889316", quantity: 1 }],
  buyer: { email: "ann@example.com", name: "Ann Tamm", country: "EE" },
  delivery: { option: "email" },
};
let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
});

test("a link that has ended opens nothing any more, and says what does", async () => {
  const id = String((await app.call("public", "POST /v1/orders", order)).body.id);
  const link = linkFor(app.platform, "order", id);
  const open = (headers: Record<string, string>) =>
    app.call("public", `GET /v1/orders/${id}`, undefined, headers);
  equal((await open({ "x-evermend-link": link })).status, 200);
  equal((await open({ cookie: `link=${link}` })).status, 200);
  await app.moveTo(
    app.platform.clock
      .now()
      .add({ hours: 90 * 24 })
      .toString(),
  );
  const ended = await open({ "x-evermend-link": link });
  deepEqual([ended.status, ended.body.code], [401, "link_ended"]);
  match(String(ended.body.detail), /Sign in with the address its mail came to/);
  deepEqual((await open({ cookie: `link=${link}` })).body.code, "not_signed_in");
  const page = await app.http.inject({ url: `/open/${link}`, headers: { accept: "text/html" } });
  equal(page.headers.location, `/orders/${id}`, "where the page tells to sign in with the e-mail");
  equal((await app.call("owner ann@example.com", `GET /v1/orders/${id}`)).status, 200);
});
