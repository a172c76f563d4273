import assert, { deepEqual, equal, match } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cleanFindings } from "../../../test/support/cases.ts";
import { type ClaimDesk, claimDesk, OWNER, toInspected } from "../../../test/support/claimDesk.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { wordsInPdf } from "../../../test/support/wordsInPdf.ts";

const pln = (amount: number) => ({ amount, currency: "PLN" });
const LENS = { kind: "part", item: "lens", quantity: 1 } as const;
const HOURS = { kind: "labour", item: "repair", quantity: 1.5 } as const;

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
  for (const [kind, item, title, amount] of [
    ["part", "lens", "Lens, new", 20_000],
    ["labour", "repair", "Repair, per hour", 10_000],
  ] as const) {
    const price = { kind, item, title, region: "EU", net: pln(amount) };
    const { status, body } = await desk.app.call("manager", "POST /v1/bench-prices", price);
    equal(status, 201, JSON.stringify(body));
  }
});

async function quoted(id: string, more: object = {}, lines: readonly object[] = [LENS, HOURS]) {
  return await desk.app.call("staff", `POST /v1/claims/${id}/quote`, { lines, ...more });
}

async function paidOn(id: string): Promise<{ fee: object; quote?: { no: number } }> {
  const { body } = await desk.app.call(OWNER, `GET /v1/claims/${id}/choices`);
  return (body.choices as { route: string; fee: object }[]).find(({ route }) => route === "paid") as never;
}

describe("a quote", () => {
  it("prices its lines by the list, stands on the sheet, and costs what it says", async () => {
    const id = await desk.claimAfter(toInspected);
    const { status, body } = await quoted(id);
    equal(status, 200, JSON.stringify(body));
    const quote = body.quote as Record<string, { amount: number }>;
    deepEqual([quote.net?.amount, quote.state], [35_000, "open"]);
    equal(quote.total?.amount, (quote.net?.amount ?? 0) + (quote.tax?.amount ?? 0));
    deepEqual((await paidOn(id)).fee, quote.total);
    const chosen = await desk.step("choice", id, { route: "paid", quote: 1, fee: quote.total });
    equal(chosen.status, 200, JSON.stringify(chosen.body));
    deepEqual(chosen.body.fee, quote.total);
    const listed = await desk.app.call(OWNER, `GET /v1/claims/${id}/quotes`);
    equal((listed.body.data as { state: string }[])[0]?.state, "accepted");
    equal((await desk.step("payment", id)).status, 200);
  });

  it("can be tried and printed, and leaves nothing of a try", async () => {
    const id = await desk.claimAfter(toInspected);
    const tried = await desk.app.call("staff", `POST /v1/claims/${id}/quote?dryRun=true`, { lines: [LENS] });
    equal((tried.body.quote as { total: { currency: string } }).total.currency, "PLN");
    deepEqual((await desk.app.call("staff", `GET /v1/claims/${id}/quotes`)).body, { data: [] });
    await quoted(id);
    const url = `/v1/claims/${id}/quotes/1.pdf`;
    const asked = async (who: "owner ada@example.org" | "owner bob@example.org") => {
      const headers = { authorization: await desk.app.authorization(who) };
      return await desk.app.http.inject({ method: "GET", url, headers });
    };
    const paper = await asked("owner ada@example.org");
    equal(paper.statusCode, 200);
    match(JSON.stringify(wordsInPdf(paper.rawPayload)), /Lens, new/);
    equal((await asked("owner bob@example.org")).statusCode, 404);
  });

  it("has a next version, and the one before stays as it was", async () => {
    const id = await desk.claimAfter(toInspected);
    await quoted(id);
    equal((await quoted(id, { quotes: 0 })).body.code, "quoted_meanwhile");
    const again = await quoted(id, { quotes: 1 }, [LENS]);
    equal(again.status, 200, JSON.stringify(again.body));
    const { body } = await desk.app.call(OWNER, `GET /v1/claims/${id}/quotes`);
    deepEqual(
      (body.data as { no: number; state: string; net: { amount: number } }[]).map(({ no, state, net }) => [
        ...[no, state, net.amount],
      ]),
      [
        [1, "replaced", 35_000],
        [2, "open", 20_000],
      ],
    );
    const old = await desk.step("choice", id, { route: "paid", quote: 1 });
    equal(old.body.code, "price_changed");
    const looked = await desk.step("inspection", id, { findings: cleanFindings });
    equal(looked.status, 200);
    const after = await desk.app.call(OWNER, `GET /v1/claims/${id}/quotes`);
    deepEqual(
      (after.body.data as { state: string }[]).map(({ state }) => state),
      ["replaced", "replaced"],
    );
  });

  it("is not accepted when it has expired, and the other ways stay open", async () => {
    const other = await claimDesk();
    await other.app.call("manager", "POST /v1/bench-prices", {
      ...{ kind: "part", item: "lens", title: "Lens", region: "EU", net: pln(20_000) },
    });
    const id = await other.claimAfter(toInspected);
    const made = await other.app.call("staff", `POST /v1/claims/${id}/quote`, {
      lines: [LENS],
      validDays: 3,
    });
    equal(made.status, 200, JSON.stringify(made.body));
    await other.app.moveTo("2026-09-10T10:00:00Z");
    equal((await other.step("choice", id, { route: "paid" })).body.code, "quote_expired");
    const { rootId } = { rootId: id.split("_")[1] };
    await assert.rejects(
      ownerQuery(
        other.app.database,
        `update claims.quote set accepted_at = valid_until, accepted_minor = total_minor,
           accepted_currency = currency, charge_no = 1 where device_id = $1`,
        [rootId],
      ),
      /quote_as_accepted|quote_charge/,
    );
    equal((await other.step("choice", id, { route: "plan" })).status, 200);
  });

  it("says which line lacks a price, and takes none that differs from the list", async () => {
    const id = await desk.claimAfter(toInspected);
    const unknown = await quoted(id, {}, [LENS, { kind: "part", item: "hinge", quantity: 1 }]);
    deepEqual(
      [unknown.status, (unknown.body.errors as { pointer: string }[])[0]?.pointer],
      [400, "/lines/1/unit"],
    );
    const dearer = await quoted(id, {}, [{ ...LENS, unit: pln(30_000) }]);
    equal((dearer.body.errors as { code: string }[])[0]?.code, "price_is_listed");
    const free = await quoted(id, {}, [{ kind: "other", says: "Cleaning", quantity: 2, unit: pln(500) }]);
    equal((free.body.quote as { net: { amount: number } }).net.amount, 1_000);
  });

  it("is chosen or replaced, never both, when both happen at once", async () => {
    for (let round = 0; round < 4; round += 1) {
      const id = await desk.claimAfter(toInspected);
      const first = await quoted(id);
      const total = (first.body.quote as { total: { amount: number } }).total;
      const [chosen, again] = await Promise.all([
        desk.step("choice", id, { route: "paid", quote: 1, fee: total }),
        quoted(id, { quotes: 1 }, [LENS]),
      ]);
      deepEqual(
        [chosen.status, again.status].toSorted((a, b) => a - b),
        [200, 409],
      );
      const kept = await desk.kept(id);
      const accepted = await ownerQuery<{ total: string }>(
        desk.app.database,
        `select q.total_minor::text as total from claims.quote q
           join money.charge h on h.root_id = q.device_id and h.no = q.charge_no
          where q.device_id = $1 and q.accepted_at is not null and h.amount_minor = q.total_minor`,
        [id.split("_")[1]],
      );
      equal(accepted.length, chosen.status === 200 ? 1 : 0);
      equal(kept.charges.length, accepted.length);
    }
  });
});
