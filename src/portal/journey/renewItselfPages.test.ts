import assert from "node:assert/strict";
import { test } from "node:test";
import { ownerPages } from "../../../test/support/ownerPages.ts";
import { twoCountries } from "../../../test/support/twoCountries.ts";

const ADA = "owner ada@example.org";

test("who lets a plan renew by itself says where they live, sees the card, and what follows", async () => {
  const { app, contract } = await twoCountries(ADA);
  const pages = ownerPages(app, ADA);
  const page = `/renew/${contract}/by-itself`;
  const { text, html } = await pages.open(page);
  assert.match(text, /The tax in the price is that of the country you live in/);
  assert.match(html, /<option +value="DE">Germany/);
  assert.match(text, /your card is forgotten, here and where it is kept/);
  const agreed = { method: "test_success", agrees: "yes" };
  const blind = await pages.send(page, agreed);
  assert.equal(blind.status, 400);
  assert.match(blind.text, /Choose your country/);
  const { location } = await pages.send(page, { ...agreed, country: "PL" });
  assert.match(location ?? "", /^\/devices\//);
  await app.platform.jobs.drained();
  const renewing = (await pages.open(`/renew/${contract}`)).text;
  assert.match(renewing, /Paid by: \S+ ending in \d{4}, good until \w{3} \d+ \w+ \d{4}\./);
  assert.match(renewing, /When it stops renewing/);
  assert.doesNotMatch(renewing, /The tax in the price is that of the country you live in/);
  const stopped = await pages.send(`/renew/${contract}`, {}, `/renew/${contract}/by-itself/stop`);
  assert.equal(stopped.location, location);
  const after = (await pages.open(`/renew/${contract}`)).text;
  assert.match(after, /It does not renew by itself/);
});
