import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { ownerPages } from "../../../test/support/ownerPages.ts";
import { answerByPages, orderByPages } from "../../../test/support/shopOrder.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { linkFor } from "../../identity/index.ts";
import { pageRoutes } from "../routes/pageRoutes.ts";

const origin = "http://localhost:4400";
const page = { accept: "text/html" };

let app: TestApp;
let http: FastifyInstance;

before(async () => {
  app = await testApp();
  ({ http } = app);
});

after(() => app.stop());

/** A page as a browser opens it first: its cookie, its form token and the key of its form. */
async function open(url: string) {
  const reply = await http.inject({ url, headers: page });
  const cookie = [reply.headers["set-cookie"]].flat().join("; ").split(";")[0] ?? "";
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(reply.body)?.[1] ?? "";
  return { reply, cookie, formToken: field("formToken").replaceAll("&#61;", "="), formKey: field("formKey") };
}

type Sent = { url: string; form: Record<string, string>; cookie?: string; headers?: Record<string, string> };

async function send({ url, form, cookie = "", headers = { origin } }: Sent) {
  return await http.inject({
    method: "POST",
    url,
    headers: { ...page, ...headers, cookie, "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams(form).toString(),
  });
}

test("a page runs only what is ours and is kept by nobody; style and script are kept for ever", async () => {
  const { reply } = await open("/");
  assert.equal(reply.statusCode, 200);
  assert.match(String(reply.headers["content-security-policy"]), /default-src 'none'; style-src 'self'/);
  assert.equal(reply.headers["cache-control"], "no-store");
  for (const [, asset] of reply.body.matchAll(/(?:href|src)="(\/assets\/portal[^"]+)"/g)) {
    const served = await http.inject({ url: asset ?? "" });
    assert.equal(served.statusCode, 200);
    assert.match(String(served.headers["cache-control"]), /immutable/);
  }
});

test("a form from elsewhere, without its token, or with another’s token changes nothing", async () => {
  const { cookie, formToken } = await open("/cover");
  const stranger = await open("/cover");
  const form = { serial: "AC4TEST0001", formToken };
  const own = await send({ url: "/cover", form, cookie });
  assert.equal(own.statusCode, 303);
  const refused = [
    await send({ url: "/cover", form, cookie, headers: { origin: "http://elsewhere.example" } }),
    await send({ url: "/cover", form, cookie, headers: {} }),
    await send({ url: "/cover", form: { serial: "AC4TEST0001" }, cookie }),
    await send({ url: "/cover", form, cookie: stranger.cookie }),
  ].map(({ statusCode }) => statusCode);
  assert.deepEqual(refused, [403, 403, 403, 403]);
});

test("sending a form twice places one order", async () => {
  const pages = ownerPages(app, "public");
  const buyer = { name: "Anna Nowak", email: "anna@example.com", country: "PL" };
  await answerByPages(pages, "U-3889316", buyer);
  const form = { ...(await pages.hold("/checkout/check")), withdrawal: "yes" };
  const first = await pages.sendHeld("/checkout/check", form);
  const second = await pages.sendHeld("/checkout/check", form);
  assert.match(first.location ?? "", /^\/orders\/ord_/);
  assert.equal(second.location, first.location);
});

test("what was typed survives a mistake, as text", async () => {
  const { cookie, formToken } = await open("/shop/U-3889316/mistake");
  const says = `"><script>alert(1)</script>`;
  const reply = await send({ url: "/shop/U-3889316/mistake", form: { says, formToken }, cookie });
  assert.equal(reply.statusCode, 400);
  assert(!reply.body.includes("<script>alert"));
  assert(reply.body.includes("&#60;script&#62;alert(1)&#60;/script&#62;"));
});

test("who asks for no page gets what the API says, at the same address", async () => {
  const asPage = await http.inject({ url: "/nothing/here", headers: page });
  const asData = await http.inject({ url: "/nothing/here" });
  assert.deepEqual([asPage.statusCode, asData.statusCode], [404, 404]);
  assert.match(String(asPage.headers["content-type"]), /text\/html/);
  assert.match(String(asData.headers["content-type"]), /problem\+json/);
});

test("a page of one's own leads strangers to the sign-in", async () => {
  for (const url of ["/devices", "/report", "/cases/clm_x", "/orders/ord_x", "/renew/ctr_x"]) {
    const { reply } = await open(url);
    assert.deepEqual([reply.statusCode, reply.headers.location], [303, "/sign-in"], url);
  }
});

test("no form that anybody can send makes us stumble", async () => {
  const posts = pageRoutes.filter(({ method }) => method === "POST");
  assert(posts.length > 15);
  const { cookie, formToken } = await open("/cover");
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("\u0000", "2026-02-30", "x".repeat(5000), "known", "-1"),
  );
  const name = fc.constantFrom(
    "code",
    "serial",
    "email",
    "quantity",
    "name",
    "cause",
    "method",
    "firstUsedOn",
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...posts), fc.dictionary(name, value), async ({ path }, form) => {
      const url = path.replace(/:\w+/g, "x");
      const { statusCode } = await send({ url, form: { ...form, formToken }, cookie });
      assert(statusCode < 500, `${url} ${JSON.stringify(form)}: ${statusCode}`);
    }),
    { numRuns: 200 },
  );
});

test("a link from a mail opens its one order, for that path alone; a forged one opens nothing", async () => {
  const buyer = { name: "Jan", email: "jan@example.com", country: "PL" };
  const id = /ord_\w+/.exec(await orderByPages(ownerPages(app, "public"), "U-3889316", buyer))?.[0] ?? "";
  const token = linkFor(app.platform, "order", id);
  const opened = await http.inject({ url: `/open/${token}`, headers: page });
  assert.equal(opened.headers.location, `/orders/${id}`);
  const link = [opened.headers["set-cookie"]].flat().find((line) => line?.startsWith("link="));
  assert.match(link ?? "", new RegExp(`Path=/orders/${id}; HttpOnly; SameSite=Lax`));
  const shown = await http.inject({ url: `/orders/${id}`, headers: { ...page, cookie: `link=${token}` } });
  assert.equal(shown.statusCode, 200);
  const forged = await http.inject({ url: `/open/${token.slice(0, -1)}_`, headers: page });
  assert.equal(forged.statusCode, 404);
});

test("kept mails are shown on this machine alone", async () => {
  const local = await http.inject({ url: "/dev/mail", headers: page });
  assert.equal(local.statusCode, 200);
  const strangers = [
    { url: "/dev/mail", headers: { ...page, "x-forwarded-for": "203.0.113.9" } },
    { url: "/dev/mail", headers: { ...page, host: "care.example.com" } },
    { url: "/dev/mail", headers: page, remoteAddress: "203.0.113.9" },
  ];
  for (const stranger of strangers) {
    assert.equal((await http.inject(stranger)).statusCode, 404);
  }
});

test("a file of somebody who is not known is not read: its sender is asked to sign in first", async () => {
  const multipart = { ...page, origin, "content-type": "multipart/form-data; boundary=x" };
  const file = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\na\r\n--x--\r\n`;
  const url = "/cases/clm_1_1/photos";
  const { statusCode, headers } = await http.inject({
    method: "POST",
    url,
    headers: multipart,
    payload: file,
  });
  assert.deepEqual([statusCode, headers.location], [303, "/sign-in"]);
});
