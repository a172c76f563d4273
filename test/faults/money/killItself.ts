import { deepEqual, equal } from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { invariantSweep } from "../../support/invariantSweep.ts";
import { activatePhone, sampleProgramme } from "../../support/sampleProgramme.ts";
import { type BookGap, gapsToBank } from "./bankBooks.ts";
import { serveMoney } from "./servedMoney.ts";

const OWNER = "owner ada@example.org";
const PRICE = { amount: 799, currency: "USD" };
/** What renews by itself is charged on the day before its month is over. */
const MONTHS = ["2026-04-19", "2026-05-19", "2026-06-19"] as const;
/** Neighbours stand so that what is made good of the first does not pass the point of the second. */
const POINTS = ["renewal_saved", "charge_called", "renewal_collected"] as const;
const LOOKS = 3_000;
const BETWEEN_LOOKS_MS = 20;

/** How often a plan was paid and renewed that renewed by itself three times, and what the books say. */
export interface ItselfKilled {
  readonly atBank: number;
  readonly captured: number;
  readonly renewed: number;
  readonly gaps: readonly BookGap[];
  readonly violations: readonly object[];
}

/** A plan with its holder's consent, whose server dies each month while it is renewed. */
export async function killItself(forgetsKeys = false): Promise<ItselfKilled> {
  const programmes = "samples/monthly-request.terms.md";
  const sold = { programme: "monthly-request", plan: "monthly", renewalMinor: PRICE.amount };
  const app = await sampleProgramme("2026-03-20T10:00:00-10:00", sold);
  const contract = await activatePhone(app, OWNER);
  const agreed = { method: "test_success", price: PRICE, agrees: true };
  const { status, body } = await app.call(OWNER, `POST /v1/contracts/${contract}/auto-renewal`, agreed);
  equal(status, 201, JSON.stringify(body));
  await app.platform.jobs.drained();
  await app.platform.jobs.stop();
  let server = await serveMoney(app, { programmes, forgetsKeys, point: `${POINTS[0]}:1` });
  for (const [index, month] of MONTHS.entries()) {
    const move = { now: `${month}T23:00:00-10:00` };
    await server.call("manager", "POST /v1/test-clock", move);
    equal(await server.died(), "SIGKILL", `it came to ${POINTS[index]}`);
    const point = POINTS[index + 1] && `${POINTS[index + 1]}:1`;
    server = await serveMoney(app, { programmes, forgetsKeys, point });
    const moved = await server.call("manager", "POST /v1/test-clock", move);
    equal(moved?.status, 200, JSON.stringify(moved?.body));
    await isRenewed(index + 1);
  }
  await server.stop();
  const { renewed, captured, atBank } = await counted();
  const [gaps, violations] = [await gapsToBank(app.database), await invariantSweep(app.database)];
  return { renewed, captured, atBank, gaps, violations };

  async function counted(): Promise<Pick<ItselfKilled, "atBank" | "captured" | "renewed">> {
    const { rows } = await app.platform.database.pool.query<ItselfKilled>(
      `select (select count(*)::integer from money.test_payment
                where outcome = 'succeeded' and about = 'charge') as "atBank",
              (select count(*)::integer from platform.event 
                where type = 'ChargeCaptured' and body ->> 'purpose' = 'renewal') as captured,
              (select count(*)::integer from contracts.contract where renews_no is not null) as renewed`,
    );
    return rows[0] as ItselfKilled;
  }

  async function isRenewed(times: number): Promise<void> {
    for (let looks = 0; (await counted()).renewed < times; looks += 1) {
      deepEqual(looks < LOOKS, true, `${POINTS[times - 1]}: it was never renewed`);
      await setTimeout(BETWEEN_LOOKS_MS);
    }
  }
}
