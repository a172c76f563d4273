import { deepEqual, equal, ok } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type ClaimDesk, claimDesk, OWNER, toInspected } from "../../test/support/claimDesk.ts";
import { ownerQuery } from "../../test/support/ownerQuery.ts";

const pln = (amount: number) => ({ amount, currency: "PLN" });

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
  const price = {
    kind: "send_back",
    item: "send_back",
    title: "Sending back",
    region: "EU",
    net: pln(4_000),
  };
  const set = await desk.app.call("manager", "POST /v1/bench-prices", price);
  equal(set.status, 201, JSON.stringify(set.body));
});

async function wayOf(id: string, route: string): Promise<{ fee: { amount: number }; workingDays: number }> {
  const { body } = await desk.app.call(OWNER, `GET /v1/claims/${id}/choices`);
  return (body.choices as { route: string }[]).find((way) => way.route === route) as never;
}

describe("what sending back unrepaired costs", () => {
  it("stands on the sheet, is paid before it leaves, and is booked by itself", async () => {
    const id = await desk.claimAfter(toInspected);
    ok((await wayOf(id, "return")).fee.amount >= 4_000);
    const chosen = await desk.step("choice", id, { route: "return" });
    equal(chosen.body.state, "chosen", JSON.stringify(chosen.body));
    equal((await desk.step("shipment", id)).status, 409);
    equal((await desk.step("payment", id)).status, 200);
    const [booked] = await ownerQuery<{ party: string }>(
      desk.app.database,
      `select a.party from money.posting p join money.account a on a.account_id = p.credit_id
        where p.root_id = $1 and a.kind = 'fee_income'`,
      [id.split("_")[1]],
    );
    equal(booked?.party, "send_back");
    equal((await desk.step("shipment", id)).status, 200);
  });

  it("is waived before the choice, or before it is paid, with a reason", async () => {
    const waive = async (id: string) =>
      await desk.app.call("staff", `POST /v1/claims/${id}/send-back-waiver`, { reason: "our mistake" });
    const first = await desk.claimAfter(toInspected);
    equal((await waive(first)).status, 200);
    equal((await wayOf(first, "return")).fee.amount, 0);
    equal((await waive(first)).body.code, "nothing_to_waive");
    equal((await desk.step("choice", first, { route: "return" })).body.state, "paid");
    const second = await desk.claimAfter(toInspected);
    await desk.step("choice", second, { route: "return" });
    equal((await waive(second)).body.state, "paid");
    deepEqual((await desk.kept(second)).charges, ["cancelled"]);
    equal((await desk.step("shipment", second)).status, 200);
  });

  it("stays waived whatever another look or quote says, until somebody takes that back", async () => {
    const id = await desk.claimAfter(toInspected);
    const cost = (await wayOf(id, "return")).fee.amount;
    const act = async (name: string, body: object) =>
      await desk.app.call("staff", `POST /v1/claims/${id}/${name}`, body);
    const back = async () => (await wayOf(id, "return")).fee.amount;
    const reason = { reason: "our mistake" };
    equal((await act("send-back-waiver/withdrawal", reason)).body.code, "nothing_waived");
    equal((await act("send-back-waiver", reason)).status, 200);
    equal((await desk.step("inspection", id)).status, 200);
    equal(await back(), 0, "another look");
    const lines = [{ kind: "other", says: "Glass", quantity: 1, unit: pln(9_000) }];
    equal((await act("quote", { lines })).status, 200);
    equal(await back(), 0, "a quote");
    const taken = await act("send-back-waiver/withdrawal", reason);
    deepEqual([taken.status, taken.body.waived, await back()], [200, undefined, cost]);
    const told = async (as: Parameters<typeof desk.app.call>[0]) =>
      JSON.stringify((await desk.app.call(as, `GET /v1/claims/${id}`)).body.timeline);
    ok(/send_back.waived/.test(await told(OWNER)) && !/our mistake/.test(await told(OWNER)));
    ok(/our mistake/.test(await told("staff")), "the control: our people read why");
    equal((await act("send-back-waiver/withdrawal", reason)).body.code, "nothing_waived");
    equal((await desk.step("inspection", id)).status, 200);
    equal(await back(), cost, "nothing of it stays");
  });

  it("is asked of who cancels after the look, and of nobody who never saw the sheet", async () => {
    const looked = await desk.claimAfter(toInspected);
    const cancelled = await desk.step("cancellation", looked);
    deepEqual([cancelled.body.state, cancelled.body.route], ["chosen", "return"]);
    equal((await desk.step("cancellation", looked)).body.code, "claim_not_at_this_step");
    const early = await desk.claimAfter(["intake"]);
    equal((await desk.step("cancellation", early)).body.state, "paid");
  });
});

describe("the codes of an inspection", () => {
  const codes = [
    { kind: "symptom", family: "*", code: "S1", title: "Does not start" },
    { kind: "finding", family: "osmo-action", code: "F1", title: "Battery worn", facts: { cause: "wear" } },
    { kind: "check", family: "*", code: "C1", title: "Charges" },
  ];

  it("are kept with it, and mean what the bench left unsaid", async () => {
    const set = await desk.app.call("manager", "PUT /v1/bench-codes", { codes });
    equal(set.status, 200, JSON.stringify(set.body));
    const [{ family } = { family: "" }] = codes.slice(1);
    const id = await desk.claimAfter(["intake"]);
    const page = await desk.app.call("staff", `GET /v1/claims/${id}`);
    equal((page.body.device as { series: string }).series, family);
    const found = { symptoms: ["S1"], findings: ["F1"], checks: [{ code: "C1", isGood: false }] };
    const tried = await desk.app.call("staff", `POST /v1/claims/${id}/inspection?dryRun=true`, {
      ...{ findings: { intentional: false }, codes: found },
    });
    ok(tried.status === 200 || tried.status === 409, JSON.stringify(tried.body));
    const { cleanFindings } = await import("../../test/support/cases.ts");
    const { cause: _, ...unsaid } = cleanFindings as Record<string, unknown>;
    const looked = await desk.step("inspection", id, { findings: unsaid, codes: found });
    equal(looked.status, 200, JSON.stringify(looked.body));
    equal((looked.body.claim as { findings: { cause: string } }).findings.cause, "wear");
    const after = await desk.app.call("staff", `GET /v1/claims/${id}`);
    deepEqual((after.body.inspections as { codes: object }[])[0]?.codes, found);
  });

  it("are refused where the family has none of that name", async () => {
    const id = await desk.claimAfter(["intake"]);
    const looked = await desk.step("inspection", id, { findings: {}, codes: { findings: ["F9"] } });
    deepEqual(
      [looked.status, (looked.body.errors as { pointer: string }[])[0]?.pointer],
      [400, "/codes/findings/0"],
    );
  });

  it("come and go as CSV; what a file leaves out is retired, and a wrong row is named", async () => {
    const csv =
      "kind,family,code,title,cause,parts\nfinding,osmo-action,F2,Lens broken,drop,camera battery\n";
    const set = await desk.app.call("manager", "PUT /v1/bench-codes", { csv });
    equal(set.status, 200, JSON.stringify(set.body));
    const headers = { authorization: await desk.app.authorization("staff") };
    const url = "/v1/bench-codes?kind=finding&format=csv";
    const { body } = await desk.app.http.inject({ method: "GET", url, headers });
    ok(body.includes("F2") && !body.includes("F1"), body);
    for (const [search, found] of [
      ["lens br", ["F2"]],
      ["f2", ["F2"]],
      ["%", []],
    ] as const) {
      const asked = await desk.app.call("staff", `GET /v1/bench-codes?search=${encodeURIComponent(search)}`);
      deepEqual(
        (asked.body.data as { code: string }[]).map(({ code }) => code),
        found,
      );
    }
    const wrong = await desk.app.call("manager", "PUT /v1/bench-codes", {
      csv: `${csv}finding,x,f 3,Low,,\n`,
    });
    equal((wrong.body.errors as { message: string }[])[0]?.message.startsWith("Row 3"), true);
  });
});

describe("the last days to pay", () => {
  it("are told seven, three and one day before, and not once it is paid", async () => {
    const own = await claimDesk();
    const [late, paid] = [await own.claimAfter(toInspected), await own.claimAfter(toInspected)];
    await own.step("choice", paid);
    await own.app.moveTo("2026-10-01T10:00:00Z");
    equal((await own.step("payment", paid)).status, 200);
    await own.app.moveTo("2026-10-05T12:00:00Z");
    const toldOf = async (id: string) =>
      (await own.kept(id)).events.filter((type) => type === "PaymentReminded").length;
    deepEqual([await toldOf(late), await toldOf(paid)], [3, 1]);
    const [{ templates } = { templates: 0 }] = await ownerQuery<{ templates: number }>(
      own.app.database,
      `select count(*)::integer as templates from notices.message
        where root_id = $1 and template = 'paymentReminder'`,
      [late.split("_")[1]],
    );
    equal(templates, 3);
    await own.app.moveTo("2026-10-07T12:00:00Z");
    const { claim, charges } = await own.kept(late);
    deepEqual([claim.state, claim.route, charges], ["paid", "return", []]);
  });
});

describe("working days on the sheet", () => {
  it("are those of what left of late, where enough did", async () => {
    const own = await claimDesk();
    for (let count = 0; count < 5; count += 1) {
      const id = await own.claimAfter([...toInspected, "choice", "payment"]);
      await own.step("replacement", id);
      await own.step("shipment", id);
      if (count === 4) {
        await own.step("closure", id);
      }
    }
    await own.app.platform.jobs.drained();
    const id = await own.claimAfter(toInspected);
    const { body } = await own.app.call(OWNER, `GET /v1/claims/${id}/choices`);
    const days = (body.choices as { route: string; workingDays: number }[]).map(({ route, workingDays }) => [
      ...[route, workingDays],
    ]);
    deepEqual(days, [
      ["plan", 0],
      ["paid", 7],
      ["return", 1],
    ]);
  });
});
