import { deepEqual, notDeepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { digestsOf } from "../../src/contracts/code.ts";
import { createKey } from "../../src/identity/index.ts";
import { many } from "../../src/platform/index.ts";
import { alterStatements } from "../support/alterStatements.ts";
import { ownerQuery } from "../support/ownerQuery.ts";
import { violationsIn } from "../support/soldPlans.ts";
import { type TestApp, testApp } from "../support/testApp.ts";
import { atEnd, type TestDatabase } from "../support/testDatabase.ts";

const CODES = 100;
const TRIES = 50;

/** What a client was answered: the contract it was promised, or the code of the "no". */
interface Answered {
  readonly status: number;
  readonly contract: string | undefined;
  readonly no: string | undefined;
}

const contractsOfCode = many<{ id: string }>(
  "test_contracts_of_code",
  `select 'ctr_' || device_id || '_' || no as id
     from contracts.contract where code_digest = any($1) order by 1`,
);

test(`${CODES} codes, ${TRIES} redemptions of each at once: exactly one each`, async (t) => {
  const race = await openRace(CODES);
  const wrong: string[] = [];
  for (const [which, code] of race.codes.entries()) {
    wrong.push(...(await race.run(which, code)));
  }
  t.diagnostic(`race n=${CODES * TRIES} wrong=${wrong.length}`);
  deepEqual(wrong, []);
  deepEqual(await violationsIn(race.app.database as TestDatabase), []);
});

test("without its guards the same race is lost, and is seen to be", async () => {
  const race = await openRace(4);
  await takeGuardsAway(race.app);
  const wrong: string[] = [];
  for (const [which, code] of race.codes.entries()) {
    wrong.push(...(await race.run(which, code)));
  }
  ok(
    wrong.some((one) => /(?:promised|holds) (?:[2-9]|\d\d+) contracts/.test(one)),
    wrong.join("\n"),
  );
  notDeepEqual(await violationsIn(race.app.database as TestDatabase), []);
});

interface Race {
  readonly app: TestApp;
  readonly codes: readonly string[];
  /** All tries at one code at once; what was wrong with the outcome. */
  run(which: number, code: string): Promise<string[]>;
}

async function openRace(count: number): Promise<Race> {
  const app = await testApp({ now: "2026-06-01T10:00:00Z" });
  atEnd(app.stop);
  const { platform } = app;
  const url = `${await app.http.listen({ port: 0, host: "127.0.0.1" })}/v1/activations`;
  const key = { role: "integrator", label: "race", createdBy: "test" } as const;
  const { token } = await createKey(platform.database, key, platform.clock.now());
  const codes = await buyCodes(app, count);
  const activate = async (key: string, code: string, serial: string): Promise<Answered> => {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: JSON.stringify({
        ...{ code, serial, device: { activatedAt: "never", region: "EU" } },
        holder: { name: "Ada", email: "ada@example.org" },
      }),
    });
    const body = (await response.json()) as { code?: string; contract?: { id: string } };
    return { status: response.status, contract: body.contract?.id, no: body.code };
  };
  const run = async (which: number, code: string): Promise<string[]> => {
    const answers = await Promise.all(triesOf(which).map(({ key, serial }) => activate(key, code, serial)));
    const kept = await contractsOfCode(platform.database, digestsOf(platform, code));
    return judge(
      which,
      answers,
      kept.map(({ id }) => id),
    );
  };
  return { app, codes, run };
}

/** Twenty want the code for devices of their own, twenty for the same device, ten repeat one request. */
function triesOf(which: number): readonly { readonly key: string; readonly serial: string }[] {
  return Array.from({ length: TRIES }, (_, no) => {
    const own = `AC4${String(which).padStart(4, "0")}${String(no).padStart(4, "0")}`;
    const shared = `AC4${String(which).padStart(4, "0")}SAME`;
    const key = `race-${which}-${no < 40 ? no : "same"}`;
    return { key, serial: no < 20 ? own : shared };
  });
}

/** One contract is promised and kept, and it is the same; everybody else was told that the code is gone. */
function judge(which: number, answers: readonly Answered[], kept: readonly string[]): string[] {
  const promised = new Set(answers.flatMap(({ contract }) => contract ?? []));
  const strange = answers.filter(({ status, no }) => status !== 201 && !EXPECTED.has(no ?? ""));
  return [
    ...(promised.size === 1 ? [] : [`code ${which} promised ${promised.size} contracts`]),
    ...(kept.length === 1 ? [] : [`code ${which} holds ${kept.length} contracts`]),
    ...[...promised]
      .filter((id) => !kept.includes(id))
      .map((id) => `code ${which}: ${id} was promised and is not there`),
    ...strange.map(({ status, no }) => `code ${which} answered ${status} ${no}`),
  ];
}

const EXPECTED: ReadonlySet<string> = new Set(["code_refused", "terms_refuse", "idempotency_key_in_flight"]);

async function buyCodes(app: TestApp, quantity: number): Promise<readonly string[]> {
  const { body } = await app.call("reseller", "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity }],
    buyer: { email: "shop@example.org", name: "Kite & Co", country: "DE" },
    delivery: { option: "email" },
  });
  await app.call("reseller", `POST /v1/orders/${body.id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  const revealed = await app.call("reseller", `POST /v1/orders/${body.id}/codes`, {});
  return (revealed.body.data as readonly { readonly code: string }[]).map(({ code }) => code);
}

/** Takes out of the statements, and of this database alone, what keeps a code from being redeemed twice. */
async function takeGuardsAway({ platform, database }: TestApp): Promise<void> {
  await ownerQuery(
    database as TestDatabase,
    `do $$
     declare guard record;
     begin
       for guard in select indexrelid::regclass as index from pg_index
                     where indrelid = 'contracts.contract'::regclass and indisunique
                       and pg_get_indexdef(indexrelid) like '%(code_digest)%' loop
         execute format('drop index %s', guard.index);
       end loop;
       -- What was paid for a code is used once too.
       update contracts.code set sale_no = null;
     end $$`,
  );
  alterStatements(platform.database.pool, (name, text) =>
    name === "redeem_code" || name === "lock_code_and_serial"
      ? text
          .replace(" for update", "")
          .replace("where code_digest = $3 and state = 'sold'", "where code_digest = $3")
      : text,
  );
}
