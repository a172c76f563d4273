import { deepEqual, equal } from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { activatePhone, sampleProgramme } from "../../../test/support/sampleProgramme.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { TestApp } from "../../../test/support/testApp.ts";
import { atEnd } from "../../../test/support/testDatabase.ts";
import { publishProgrammes } from "../../catalogue/index.ts";
import { heldVersions } from "../../catalogue/termsInForce.ts";

const ADA = "owner ada@example.org";
const price = { amount: 799, currency: "USD" };
const monthly = { programme: "monthly-request", plan: "monthly", renewalMinor: price.amount };
const TERMS = path.join(import.meta.dirname, "../../../programmes/samples/monthly-request.terms.md");

/** Ada's plan by the month, whose region has two countries with a tax of their own. */
async function twoCountries(): Promise<{ readonly app: TestApp; readonly contract: string }> {
  const app = await sampleProgramme("2026-03-20T10:00:00-10:00", monthly);
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-terms-"));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const text = (await readFile(TERMS, "utf8"))
    .replace('version: "1"', 'version: "2"')
    .replace("from: 2025-01-01", "from: 2025-06-01")
    .replace("supersedes: none", 'supersedes: "1"')
    .replace("countries: [US]", "countries: [DE, PL]");
  await mkdir(path.join(folder, "two"));
  await writeFile(path.join(folder, "two", "two.terms.md"), text);
  const { platform } = app;
  await publishProgrammes(platform, folder, ["two/two.terms.md"]);
  await heldVersions.readAgain({ query: platform.database.query, platform });
  return { app, contract: await activatePhone(app, ADA) };
}

const agree = ({ app, contract }: Awaited<ReturnType<typeof twoCountries>>, more: object = {}) =>
  app.call(ADA, `POST /v1/contracts/${contract}/auto-renewal`, {
    ...{ method: "test_success", price, agrees: true },
    ...more,
  });
const consents = (app: TestApp) =>
  ownerQuery<{ country: string | null; reason: string | null }>(
    app.database,
    'select country, end_reason as "reason" from contracts.auto_renewal order by no',
  );

test("who agrees where the tax depends on it says where they live, and every charge has that country's tax", async () => {
  const plan = await twoCountries();
  const { app, contract } = plan;
  const needsCountry = async () =>
    (await app.call(ADA, `GET /v1/contracts/${contract}/renewals`)).body.needsCountry;
  equal(await needsCountry(), true);
  const { status, body } = await agree(plan);
  equal(status, 400);
  deepEqual(
    (body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => [pointer, code]),
    [["/country", "country_needed"]],
  );
  deepEqual(await consents(app), []);
  equal((await agree(plan, { country: "PL" })).status, 201);
  equal(await needsCountry(), false);
  await app.moveTo("2026-05-25T12:00:00-10:00");
  const taxed = await ownerQuery(
    app.database,
    `select tax_country as country, tax_rate_basis_points as rate
       from money.charge_line join money.charge on charge.root_id = charge_line.root_id
        and charge.no = charge_line.charge_no
      where purpose = 'renewal' and charge.state = 'captured'`,
  );
  deepEqual(taxed, [
    { country: "PL", rate: 2300 },
    { country: "PL", rate: 2300 },
  ]);
  deepEqual(await consents(app), [{ country: "PL", reason: null }]);
  deepEqual(await violationsIn(app.database), []);
});

test("who agrees again with another card need not say it again", async () => {
  const plan = await twoCountries();
  const { app } = plan;
  equal((await agree(plan, { country: "PL" })).status, 201);
  await app.platform.jobs.drained();
  await ownerQuery(app.database, "update money.kept_card set expires_on = '2026-03-31'");
  equal((await agree(plan)).status, 201);
  deepEqual(await consents(app), [
    { country: "PL", reason: "agreed_anew" },
    { country: "PL", reason: null },
  ]);
});
