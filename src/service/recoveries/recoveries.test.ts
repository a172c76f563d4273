import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type ClaimDesk, claimDesk } from "../../../test/support/claimDesk.ts";

type Body = Record<string, unknown>;
type Row = {
  id: string;
  state: string;
  supplier: string;
  amount: Money;
  accepted: Money | null;
  lines: Body[];
};
type Money = { amount: number; currency: string };

const FOUND = { cause: "defect", parts: ["camera"], modified: false, warrantyEndsAt: "2027-01-01T00:00:00Z" };
const MAKER = {
  ...{ supplier: "dji", validFrom: "2026-01-01", kind: "maker", models: [], series: [], currency: "EUR" },
  ...{
    labourMinor: 2_500,
    parts: [{ part: "camera", minor: 9_000 }],
    months: null,
    claimDays: 30,
    answerDays: 20,
  },
};

describe("what suppliers owe", () => {
  let desk: ClaimDesk;
  let credits = 0;
  before(async () => {
    desk = await claimDesk();
    for (const supplier of ["dji", "sony"]) {
      const told = { supplier, name: supplier, country: "DE", zone: "Europe/Berlin", cutOff: "15:00" };
      await call("manager", "POST /v1/suppliers", { ...told, email: `claims@${supplier}.example` });
    }
    const set = await call("manager", "PUT /v1/recovery-agreements", MAKER);
    assert.equal(set.status, 200, JSON.stringify(set.body));
  });
  after(() => desk.app.stop());

  const call = (who: Parameters<ClaimDesk["app"]["call"]>[0], route: string, body?: object) =>
    desk.app.call(who, route as "GET /v1/claims", body);

  /** A case that goes by warranty, brought to its close. */
  async function closed(
    findings: object = FOUND,
    route = "warranty",
  ): Promise<{ id: string; serial: string }> {
    const camera = desk.camera();
    const incident = { at: "2026-09-04", cause: "defect", parts: ["camera"] };
    const opened = await desk.report({ incident }, camera);
    const { id } = opened.body.claim as { id: string };
    const parts = ["camera", "battery"];
    const steps: [Parameters<ClaimDesk["step"]>[0], object][] = [
      ["intake", { serial: camera.serial, parts, condition: "dead" }],
      ["inspection", { findings }],
      ["choice", { route }],
    ];
    for (const [step, body] of steps) {
      const done = await desk.step(step, id, body);
      assert.equal(done.status, 200, `${step}: ${JSON.stringify(done.body)}`);
    }
    assert.equal((await desk.step("shipment", id)).status, 200);
    assert.equal((await desk.step("closure", id)).status, 200);
    await desk.app.platform.jobs.drained();
    return { id, serial: camera.serial };
  }
  const listed = async (query: string): Promise<Row[]> =>
    (await call("staff", `GET /v1/recoveries${query}`)).body.data as Row[];
  const ofSerial = async (serial: string) => (await listed(`?serial=${serial}`)) as [Row, ...Row[]];
  const postings = async (kind: string) => {
    const { rows } = await desk.app.platform.database.pool.query<{ sum: string }>(
      `select coalesce(sum(m.debit_minor - m.credit_minor), 0) as sum
         from money.account a join money.account_month m using (account_id) where a.kind = $1`,
      [kind],
    );
    return Number(rows[0]?.sum);
  };
  async function credit(amount: number, currency = "EUR"): Promise<string> {
    credits += 1;
    const told = {
      bankId: `B-${credits}`,
      amount: { amount, currency },
      reference: "dji",
      bookedOn: "2026-09-05",
    };
    const { body, status } = await call("manager", "POST /v1/bank-credits", { credits: [told] });
    assert.equal(status, 201, JSON.stringify(body));
    return (body.credits as { id: string }[])[0]?.id ?? "";
  }

  it("arises once when a case by warranty is closed, with what its agreement says", async () => {
    const { id, serial } = await closed();
    const [row, ...others] = await ofSerial(serial);
    assert.deepEqual(
      [row.state, row.supplier, row.amount, others.length],
      ["due", "dji", { amount: 11_500, currency: "EUR" }, 0],
    );
    assert.deepEqual(
      row.lines.map(({ what, amount }) => [what, (amount as Money).amount]),
      [
        ["labour", 2_500],
        ["camera", 9_000],
      ],
    );
    const { rows } = await desk.app.platform.database.pool.query("select * from service.recovery");
    await assert.rejects(
      desk.app.platform.database.pool.query(
        `insert into service.recovery
         select device_id, 99, claim_no, supplier, serial, model, programme, region,
           zone, state, currency, amount_minor, lines, answer_days, made_at, due_at from service.recovery
          where device_id = $1`,
        [id.split("_")[1]],
      ),
      /recovery_once/,
    );
    assert.equal(rows.length, 1);
  });

  it("is sent with its evidence, booked once, answered in part, and paid to the cent", async () => {
    const { serial } = await closed();
    const [{ id }] = await ofSerial(serial);
    const before = await postings("supplier_receivable");
    const sends = await Promise.all(
      Array.from({ length: 5 }, () => call("staff", `POST /v1/recoveries/${id}/sending`, {})),
    );
    assert.deepEqual(
      sends.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409, 409, 409, 409],
    );
    assert.equal((await postings("supplier_receivable")) - before, 11_500);
    const pack = (await call("staff", `GET /v1/recoveries/${id}/pack`)).body.pack as Body;
    assert.deepEqual([pack.document, (pack.device as Body).serial], [id, serial]);
    assert.doesNotMatch(JSON.stringify(pack), /ada|holder|per_/i, "it names no person");
    const partly = {
      answer: "partly",
      amount: { amount: 10_000, currency: "EUR" },
      reason: "labour too high",
    };
    assert.equal(
      (await call("staff", `POST /v1/recoveries/${id}/answer`, { ...partly, amount: undefined })).status,
      409,
    );
    const answered = await call("staff", `POST /v1/recoveries/${id}/answer`, partly);
    assert.deepEqual([answered.status, answered.body.state], [200, "partly"], JSON.stringify(answered.body));
    assert.equal((await postings("supplier_receivable")) - before, 10_000);
    const pay = (what: string) =>
      call("manager", "POST /v1/recovery-payments", { supplier: "dji", credit: what, recoveries: [id] });
    const short = await pay(await credit(9_999));
    assert.deepEqual([short.status, short.body.code], [409, "sum_differs"]);
    const [one, other] = [await credit(10_000), await credit(10_000)];
    const paid = await Promise.all([pay(one), pay(other)]);
    assert.deepEqual(
      paid.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409],
    );
    assert.equal((await postings("supplier_receivable")) - before, 0);
    assert.equal((await ofSerial(serial))[0].state, "paid");
  });

  it("that is refused is written off whole, and the sums of the list are those of the books", async () => {
    const { serial } = await closed();
    const [{ id }] = await ofSerial(serial);
    await call("staff", `POST /v1/recoveries/${id}/sending`, {});
    const lost = await postings("recovery_write_off");
    const silent = await call("staff", `POST /v1/recoveries/${id}/answer`, { answer: "refused" });
    assert.equal(silent.status, 400, "why is asked for");
    await call("staff", `POST /v1/recoveries/${id}/answer`, { answer: "refused", reason: "out of time" });
    assert.equal((await postings("recovery_write_off")) - lost, 11_500);
    const sent = await closed();
    await call("staff", `POST /v1/recoveries/${(await ofSerial(sent.serial))[0].id}/sending`, {});
    const { body } = await call("staff", "GET /v1/recoveries");
    const open = (body.totals as { open: Money }[]).reduce((sum, { open: { amount } }) => sum + amount, 0);
    const [owed] = body.balances as { balance: Money }[];
    assert.deepEqual([open, owed?.balance], [11_500, { amount: 11_500, currency: "EUR" }]);
    const shown = (body.totals as { count: number }[]).reduce((sum, { count }) => sum + count, 0);
    assert.equal(shown, (body.data as Body[]).length, "and those of its rows");
  });

  it("is a part supplier's for its part, in a currency without decimals, without a float", async () => {
    const yen = { ...MAKER, supplier: "sony", kind: "part", currency: "JPY", labourMinor: 1_201 };
    const set = await call("manager", "PUT /v1/recovery-agreements", {
      ...{ ...yen, parts: [{ part: "camera", minor: 33_333 }], months: 24 },
    });
    assert.equal(set.status, 200, JSON.stringify(set.body));
    const { serial } = await closed();
    const [row] = await ofSerial(serial);
    assert.deepEqual([row.supplier, row.amount], ["sony", { amount: 34_534, currency: "JPY" }]);
    const half = await call("manager", "PUT /v1/recovery-agreements", { ...yen, labourMinor: 12.5 });
    assert.equal(half.status, 400);
    await call("staff", `POST /v1/recoveries/${row.id}/sending`, {});
    await call("staff", `POST /v1/recoveries/${row.id}/answer`, { answer: "accepted", reference: "S-1" });
    const paid = await call("manager", "POST /v1/recovery-payments", {
      ...{ supplier: "sony", credit: await credit(34_534, "JPY"), recoveries: [row.id] },
    });
    assert.equal(paid.status, 200, JSON.stringify(paid.body));
  });

  it("is warned of before its day, lapses unsent, and tells of a supplier that is silent", async () => {
    const [lapses, silent] = [await closed(), await closed()];
    const quiet = (await ofSerial(silent.serial))[0];
    await call("staff", `POST /v1/recoveries/${quiet.id}/sending`, {});
    await desk.app.moveTo("2026-11-01T10:00:00Z");
    assert.equal((await ofSerial(lapses.serial))[0].state, "lapsed");
    assert.equal((await ofSerial(silent.serial))[0].state, "sent");
    const events = async ({ id }: { id: string }) => {
      const { rows } = await desk.app.platform.database.pool.query<{ type: string }>(
        "select type from platform.event where root_id = $1 and type like 'Recovery%' order by seq",
        [id.split("_")[1]],
      );
      return rows.map(({ type }) => type);
    };
    assert.deepEqual(await events(lapses), ["RecoveryArose", "RecoveryDueSoon", "RecoveryLapsed"]);
    assert.deepEqual(await events(silent), ["RecoveryArose", "RecoverySent", "RecoveryUnanswered"]);
    const late = await call(
      "staff",
      `POST /v1/recoveries/${(await ofSerial(lapses.serial))[0].id}/sending`,
      {},
    );
    assert.equal(late.status, 409);
    const csv = await call("staff", "GET /v1/recoveries?supplier=sony&state=lapsed,sent&sort=due&limit=1");
    assert.equal((csv.body.data as Body[]).length, 1);
  });
});
