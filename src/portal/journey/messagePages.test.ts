import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type ClaimDesk, claimDesk, OWNER, toInspected, toShipped } from "../../../test/support/claimDesk.ts";
import { ownerPages } from "../../../test/support/ownerPages.ts";
import { eventsOf, readPublicId } from "../../platform/index.ts";

let desk: ClaimDesk;
let pages: ReturnType<typeof ownerPages>;

before(async () => {
  desk = await claimDesk();
  pages = ownerPages(desk.app, OWNER);
});

after(() => desk.app.stop());

test("an owner reads what the bench wrote, which then counts as read, and never its notes", async () => {
  const id = await desk.claimAfter([]);
  await desk.app.call("staff", `POST /v1/claims/${id}/messages`, {
    text: "Add a photo <b>please</b>.\n\nThank you.",
  });
  await desk.app.call("staff", `POST /v1/claims/${id}/notes`, { text: "seems to be a reseller" });
  const { text, leadsTo } = await pages.open(`/cases/${id}`);
  assert.match(text, /Messages/);
  assert.match(text, /Add a photo/);
  assert.doesNotMatch(text, /seems to be a reseller/);
  assert.ok(leadsTo.includes(`/cases/${id}/messages`), "there is a form to answer by");
  const { body } = await desk.app.call("staff", `GET /v1/claims/${id}/messages`);
  assert.ok((body.data as { readAt?: string }[])[0]?.readAt !== undefined);
});

test("the bench sees the page as its owner does, with nothing to send; each look is noted", async () => {
  const id = await desk.claimAfter([]);
  await desk.app.call("staff", `POST /v1/claims/${id}/messages`, { text: "Hello" });
  const office = ownerPages(desk.app, "staff");
  const owner = await pages.open(`/cases/${id}`);
  const seen = await office.open(`/cases/${id}/as-owner`);
  assert.match(seen.text, /You see this page as the owner sees it/);
  assert.match(seen.text, /Hello/);
  assert.ok(owner.leadsTo.includes(`/cases/${id}/cancel`));
  for (const way of [`/cases/${id}/cancel`, `/cases/${id}/messages`]) {
    assert.ok(!seen.leadsTo.includes(way), `${way} cannot be sent from a look`);
  }
  const { rootId = "" } = readPublicId("clm", id) ?? {};
  const looks = (await eventsOf(desk.app.platform.database, rootId)).filter(
    ({ type }) => type === "OwnerViewShown",
  );
  assert.equal(looks.length, 1);
  const stranger = await desk.app.http.inject({
    url: `/cases/${id}/as-owner`,
    headers: { authorization: await desk.app.authorization(OWNER) },
  });
  assert.equal(stranger.statusCode, 403);
});

test("a look of the bench has no form of a case, whatever step it is at", async () => {
  const office = ownerPages(desk.app, "staff");
  const steps = [...toShipped, "closure"] as const;
  const ids = [await desk.claimAfter(toInspected), await desk.claimAfter(steps)];
  for (const id of ids) {
    const { html } = await office.open(`/cases/${id}/as-owner`);
    const actions = [...html.matchAll(/<form[^>]*action="([^"]*)"/g)].map(([, action]) => action);
    assert.deepEqual(
      actions.filter((action) => action !== "/sign-out"),
      [],
      id,
    );
  }
});

test("a look of the bench marks nothing as read", async () => {
  const id = await desk.claimAfter([]);
  await desk.app.call("staff", `POST /v1/claims/${id}/messages`, { text: "Hello" });
  await ownerPages(desk.app, "staff").open(`/cases/${id}/as-owner`);
  const { body } = await desk.app.call("staff", `GET /v1/claims/${id}/messages`);
  assert.equal((body.data as { readAt?: string }[])[0]?.readAt, undefined);
});

test("an owner writes without script; sent twice it is one; nothing is told beside the box", async () => {
  const id = await desk.claimAfter([]);
  const form = await pages.hold(`/cases/${id}`, `/cases/${id}/messages`);
  const sent = await pages.sendHeld(`/cases/${id}/messages`, { ...form, text: "Line one\r\nline two" });
  assert.equal(sent.location, `/cases/${id}#message-1`);
  await pages.sendHeld(`/cases/${id}/messages`, { ...form, text: "Line one\r\nline two" });
  const { text } = await pages.open(`/cases/${id}`);
  assert.equal(text.split("Line one").length, 2);
  const blank = await pages.send(`/cases/${id}`, { text: " " }, `/cases/${id}/messages`);
  assert.match(blank.text, /Write what you want to say/);
});
