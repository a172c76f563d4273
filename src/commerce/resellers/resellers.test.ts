import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { contract, type ResellerDesk, resellerDesk } from "../../../test/support/resellerDesk.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { balanceAccount } from "../../money/index.ts";

const SKU = "U-3889316";

let app: TestApp;
let desk: ResellerDesk;
before(async () => {
  const settings = { bankIban: "DE89370400440532013000", bankHolder: "Care" };
  app = await testApp({ now: "2026-11-21T10:00:00Z", settings });
  desk = await resellerDesk(app);
});

const order = (quantity: number, country = "EE") => ({
  lines: [{ sku: SKU, quantity }],
  buyer: { email: "office@northlight.example", name: "Northlight", country },
  delivery: { option: "email" },
});

async function place(quantity: number): Promise<string> {
  const placed = await desk.as("buyer", "POST /v1/orders", order(quantity));
  assert.equal(placed.status, 201, JSON.stringify(placed.body));
  return String(placed.body.id);
}

async function pay(id: string, method: string) {
  const paid = await desk.as("buyer", `POST /v1/orders/${id}/payment`, { method });
  await app.platform.jobs.drained();
  return paid;
}

interface Line {
  readonly kind: string;
  readonly account: "balance" | "invoice";
  readonly amountMinor: number;
  readonly rootId: string;
  readonly source: string;
}

describe("what a reseller agreed to", () => {
  it("is shown to the office and to its own team, and to no other", async () => {
    const other = await resellerDesk(app, { name: "Elsewhere", email: "office@elsewhere.example" });
    const route = `GET /v1/resellers/${desk.id}`;
    assert.equal((await app.call("manager", route)).status, 200);
    assert.equal((await desk.as("viewer", route)).body.name, contract.name);
    assert.equal((await other.as("keeper", route)).status, 404);
    assert.equal((await app.call("reseller", route)).status, 404);
    const listed = async (from: Promise<{ body: Record<string, unknown> }>) =>
      ((await from).body.data as { id: string }[]).map(({ id }) => id);
    assert.deepEqual(await listed(desk.as("viewer", "GET /v1/resellers")), [desk.id]);
    assert.deepEqual(await listed(app.call("manager", "GET /v1/resellers")), [other.id, desk.id]);
    assert.deepEqual(await listed(app.call("reseller", "GET /v1/resellers")), []);
  });

  it("is refused with the field that is wrong, and changes nothing", async () => {
    for (const [wrong, pointer] of [
      [{ regions: ["ATLANTIS"] }, "/regions/0"],
      [{ customerGroup: "friends" }, "/customerGroup"],
      [{ currency: "ZZZ" }, "/currency"],
      [{ endsOn: "2019-01-01" }, "/endsOn"],
      [{ country: "DE", vatId: "DE136695977" }, "/vatId"],
      [
        { deliveryHours: { timeZone: "Mars/Base", days: [1], fromHour: 8, toHour: 16 } },
        "/deliveryHours/timeZone",
      ],
      [
        { deliveryHours: { timeZone: "Europe/Tallinn", days: [1], fromHour: 8, toHour: 8 } },
        "/deliveryHours/toHour",
      ],
    ] as const) {
      const { status, body } = await app.call("manager", "POST /v1/resellers", { ...contract, ...wrong });
      assert.equal(status, 400);
      assert.equal((body.errors as { pointer: string }[])[0]?.pointer, pointer, JSON.stringify(body));
    }
  });

  it("is changed over the version that was read, and not below the credit in use", async () => {
    const its = await resellerDesk(app, { name: "Changed", email: "office@changed.example" });
    const change = (more: object) =>
      app.call("manager", `PUT /v1/resellers/${its.id}`, { ...contract, ...more });
    const first = await change({ version: 1, creditMinor: 600_000 });
    assert.deepEqual([first.status, first.body.version], [200, 2], JSON.stringify(first.body));
    assert.equal((await change({ version: 1 })).body.code, "changed_meanwhile");
    assert.equal((await change({ version: 2, currency: "USD" })).status, 400);
  });

  it("lets it order inside its days and while it runs, and see all it has ever after", async () => {
    const its = await resellerDesk(app, { name: "Ending", email: "office@ending.example" });
    const buy = () => its.as("buyer", "POST /v1/orders", order(1));
    const placed = await buy();
    assert.equal(placed.status, 201, JSON.stringify(placed.body));
    const act = (what: string, body?: object) =>
      app.call("manager", `POST /v1/resellers/${its.id}/${what}`, body);
    assert.equal((await act("suspension", { reason: "unpaid" })).status, 200);
    assert.equal((await act("suspension", { reason: "unpaid" })).body.code, "reseller_not_active");
    assert.equal((await buy()).body.code, "reseller_suspended");
    assert.equal((await its.as("viewer", `GET /v1/orders/${placed.body.id}`)).status, 200);
    assert.equal((await act("resumption")).status, 200);
    assert.equal((await act("resumption")).body.code, "reseller_not_suspended");
    assert.equal((await buy()).status, 201);
    assert.equal((await act("end", { reason: "over" })).status, 200);
    assert.equal((await buy()).body.code, "reseller_contract_ended");
    assert.equal((await act("end", { reason: "over" })).body.code, "reseller_contract_ended");
    const early = await resellerDesk(app, { email: "early@example.org", beginsOn: "2027-01-01" });
    assert.equal(
      (await early.as("buyer", "POST /v1/orders", order(1))).body.code,
      "reseller_contract_begins",
    );
  });
});

describe("what a reseller buys", () => {
  it("is seen by all its team and by no other, and bought by those who may", async () => {
    const id = await place(1);
    const show = `GET /v1/orders/${id}`;
    assert.deepEqual(
      [(await desk.as("viewer", show)).status, (await desk.as("keeper", show)).status],
      [200, 200],
    );
    assert.equal((await app.call("reseller", show)).status, 404);
    assert.equal((await desk.as("viewer", "POST /v1/orders", order(1))).status, 403);
    assert.equal(
      (await desk.as("viewer", `POST /v1/orders/${id}/payment`, { method: "balance" })).status,
      403,
    );
    assert.equal(
      (await desk.as("keeper", `POST /v1/orders/${id}/payment`, { method: "balance" })).status,
      200,
    );
  });

  it("is paid by balance, by invoice, given back to it, and tied to the books line by line", async () => {
    const its = desk;
    const bought = await place(2);
    assert.equal((await pay(bought, "balance")).body.state, "captured");
    const invoiced = await place(1);
    assert.equal((await pay(invoiced, "invoice")).body.state, "captured");
    const { body: shown } = await its.as("viewer", `GET /v1/resellers/${its.id}`);
    const { reference } = shown.account as { reference: string };
    const credit = {
      bankId: "top-1",
      reference,
      bookedOn: "2026-11-21",
      amount: { amount: 100_000, currency: "EUR" },
    };
    await app.call("manager", "POST /v1/bank-credits", { credits: [credit] });
    await app.platform.jobs.drained();
    const back = await its.as("buyer", `POST /v1/orders/${bought}/return`, { reason: "withdrawal" });
    assert.equal(back.status, 200, JSON.stringify(back.body));
    await app.platform.jobs.drained();
    const statement = await its.as("viewer", `GET /v1/resellers/${its.id}/statements?month=2026-11`);
    const lines = statement.body.data as Line[];
    assert.deepEqual([...new Set(lines.map(({ kind }) => kind))].toSorted(), [
      "code_return",
      "order",
      "order_on_invoice",
      "top_up",
    ]);
    await ties(lines);
    const closing = statement.body.closing as { balance: number; invoice: number };
    const now = (await its.as("viewer", `GET /v1/resellers/${its.id}`)).body.account as {
      balance: { amount: number };
      invoiced: { amount: number };
    };
    assert.deepEqual(closing, { balance: now.balance.amount, invoice: -now.invoiced.amount });
    await isPrinted(lines, closing);
    const next = await its.as("viewer", `GET /v1/resellers/${its.id}/statements?month=2026-12`);
    assert.deepEqual(next.body.opening, closing, "a month opens with what the last one closed");
    const party = balanceAccount(its.id.slice(4), "EUR").party;
    const accounts = (await app.call("manager", "GET /v1/ledger/accounts?kind=reseller_balance")).body
      .data as {
      party: string;
      balance: { amount: number };
    }[];
    assert.equal(accounts.find((one) => one.party === party)?.balance.amount, closing.balance);
  });

  it("is topped up by card, once it is paid, and not out of itself", async () => {
    const balance = async () =>
      (
        (await desk.as("viewer", `GET /v1/resellers/${desk.id}`)).body.account as {
          balance: { amount: number };
        }
      ).balance.amount;
    const before = await balance();
    const topUp = (who: "viewer" | "buyer", method: string) =>
      desk.as(who, `POST /v1/resellers/${desk.id}/top-ups`, { amountMinor: 5_000, method });
    assert.equal((await topUp("viewer", "test_success")).status, 403);
    assert.equal((await topUp("buyer", "balance")).status, 400);
    assert.equal((await topUp("buyer", "test_declined")).body.state, "open");
    assert.equal(await balance(), before);
    assert.equal((await topUp("buyer", "test_success")).body.state, "captured");
    assert.equal(await balance(), before + 5_000);
    const { body } = await desk.as("viewer", `GET /v1/resellers/${desk.id}/statements?month=2026-11`);
    const topUps = (body.data as Line[]).filter(({ kind }) => kind === "top_up");
    assert.deepEqual(
      topUps.map(({ amountMinor }) => amountMinor),
      [100_000, 5_000],
    );
    await ties(topUps);
  });

  it("costs no more than there is to spend, and says what is missing", async () => {
    const id = await place(200);
    const { status, body } = await pay(id, "balance");
    assert.deepEqual([status, body.code], [409, "over_credit"], JSON.stringify(body));
    assert.match(String(body.next), /Transfer [0-9.]+ EUR with the reference RF/);
    assert.equal((await desk.as("viewer", `GET /v1/orders/${id}`)).body.state, "placed");
  });

  it("leaves nothing that must never be, also when its top-ups are long over", async () => {
    await app.moveTo("2026-11-21T12:00:00Z");
    assert.deepEqual(await invariantSweep(app.database), []);
  });
});

/** Each line is the sum of the postings it names, on one of its accounts. */
async function ties(lines: readonly Line[]): Promise<void> {
  for (const { rootId, source, account, amountMinor } of lines) {
    const kind = account === "balance" ? "reseller_balance" : "receivable";
    const found = await app.call("manager", `GET /v1/ledger/postings?root=${rootId}&source=${source}`);
    const postings = found.body.data as {
      amount: { amount: number };
      debit: { kind: string };
      credit: { kind: string };
    }[];
    const sum = postings.reduce(
      (total, { amount, debit, credit }) =>
        total + (credit.kind === kind ? amount.amount : 0) - (debit.kind === kind ? amount.amount : 0),
      0,
    );
    assert.equal(sum, amountMinor, `${rootId} ${source}`);
  }
}

/** The printed statement is a PDF, and only for those who may read it; the file has every line. */
async function isPrinted(lines: readonly Line[], closing: object): Promise<void> {
  const pdf = `GET /v1/resellers/${desk.id}/statements.pdf?month=2026-11`;
  assert.equal((await app.call("staff", pdf)).status, 403);
  assert.equal((await app.call("reseller", pdf)).status, 404);
  const authorization = await app.authorization("manager");
  const get = async (url: string) =>
    await app.http.inject({ method: "GET", url, headers: { authorization } });
  const printed = await get(pdf.slice("GET ".length));
  assert.equal(printed.headers["content-type"], "application/pdf");
  assert.match(printed.rawPayload.subarray(0, 5).toString("latin1"), /^%PDF-/);
  const file = await get(`/v1/resellers/${desk.id}/statements?month=2026-11&format=csv`);
  assert.equal(file.body.trim().split("\r\n").length, lines.length + 1, JSON.stringify(closing));
}
