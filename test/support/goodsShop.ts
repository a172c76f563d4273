import { equal } from "node:assert/strict";
import { ownerQuery } from "./ownerQuery.ts";
import { type TestApp, testApp } from "./testApp.ts";

/** What is on the shelf: of a supplier with a lead time, and of our own. */
const GOODS = `
  insert into catalogue.product (sku, product_code, name, brand, summary, sold_as, weight_grams)
  values ('G-LENS', 'LENS', 'Lens', 'Maker', '', 'goods', 300),
         ('G-BAG', 'BAG', 'Bag', 'Maker', '', 'goods', 900);
  insert into catalogue.offer (sku, supplier, supplier_key, stock, lead_days)
  values ('G-LENS', 'acme', 'A-1', 1000, 3), ('G-BAG', null, null, 1000, 1);
  insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor, valid_from)
  values ('G-LENS', 'EUR', 1, 1000, 1240, '2025-01-01'), ('G-BAG', 'EUR', 1, 2000, 2480, '2025-01-01')`;

/** A shop of goods over HTTP: a Wednesday noon, a supplier in Tallinn that takes orders until three. */
export interface GoodsShop {
  readonly app: TestApp;
  /** Orders and pays goods, as an owner, with a name the carrier reads. */
  buy(email: string, lines: Readonly<Record<string, number>>, name?: string): Promise<string>;
  /** What a route answers, which must be this status. */
  ask(who: Parameters<TestApp["call"]>[0], route: string, body?: object, status?: number): Promise<Told>;
  /** Lets all that is waiting happen. */
  settle(): Promise<void>;
  stockOf(sku: string): Promise<number | undefined>;
}

/** An answer of many shapes; their schemas are checked where they are made. */
type Told = Record<string, unknown>;

/** Opens it. */
export async function goodsShop(settings: Parameters<typeof testApp>[0] = {}): Promise<GoodsShop> {
  const app = await testApp({ now: "2026-06-10T09:00:00Z", ...settings });
  const ask: GoodsShop["ask"] = async (who, route, body, status = 200) => {
    const answer = await app.call(who, route, body);
    equal(answer.status, status, `${route}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const supplier = { supplier: "acme", name: "Acme", country: "EE", zone: "Europe/Tallinn", cutOff: "15:00" };
  await ask("manager", "POST /v1/suppliers", { ...supplier, email: "orders@acme.example" }, 201);
  await ownerQuery(app.database, GOODS);
  const settle = () => app.platform.jobs.drained();
  return {
    app,
    ask,
    settle,
    async buy(email, lines, name = "Ada Buyer") {
      const who = `owner ${email}` as const;
      const placed = await ask(
        who,
        "POST /v1/orders",
        {
          lines: Object.entries(lines).map(([sku, quantity]) => ({ sku, quantity })),
          buyer: { email, name, country: "EE" },
          withdrawalShown: true,
          delivery: { option: "home", address: { line1: "Pikk 1", postcode: "10123", city: "Tallinn" } },
        },
        201,
      );
      const id = String(placed.id);
      await ask(who, `POST /v1/orders/${id}/payment`, { method: "test_success" });
      await settle();
      return id;
    },
    async stockOf(sku) {
      const rows = await ownerQuery<{ stock: number }>(
        app.database,
        "select stock from catalogue.offer where sku = $1",
        [sku],
      );
      return rows[0]?.stock;
    },
  };
}
