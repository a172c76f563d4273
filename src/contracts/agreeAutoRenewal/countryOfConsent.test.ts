import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { TestApp } from "../../../test/support/testApp.ts";
import { MONTH, twoCountries } from "../../../test/support/twoCountries.ts";

const ADA = "owner ada@example.org";
const agree = ({ app, contract }: Awaited<ReturnType<typeof twoCountries>>, more: object = {}) =>
  app.call(ADA, `POST /v1/contracts/${contract}/auto-renewal`, {
    ...{ method: "test_success", price: MONTH, agrees: true },
    ...more,
  });
const consents = (app: TestApp) =>
  ownerQuery<{ country: string | null; reason: string | null }>(
    app.database,
    'select country, end_reason as "reason" from contracts.auto_renewal order by no',
  );

test("who agrees says where they live if tax depends on it; every charge has that tax", async () => {
  const plan = await twoCountries(ADA);
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
  const plan = await twoCountries(ADA);
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
