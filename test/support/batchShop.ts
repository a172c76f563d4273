import { equal } from "node:assert/strict";
import { listMail } from "../../src/platform/index.ts";
import { ownerQuery } from "./ownerQuery.ts";
import { type Answer, type TestApp, testApp } from "./testApp.ts";

export const MIA = "manager mia@example.com";
export const MAX = "manager max@example.com";
export const ANN = "owner ann@example.com";
export const SKU = "U-3889316";
type Who = Parameters<TestApp["call"]>[0];

/** A code as an order shows it. */
export interface ShownCode {
  readonly id: string;
  readonly last4: string;
  readonly state: string;
}

/** A shop whose plan comes out of batches. */
export interface BatchShop {
  readonly app: TestApp;
  /** Asks for a batch and has it released; answers its id when its codes are made. */
  batchOf(quantity: number, more?: object): Promise<string>;
  place(quantity: number, as?: Who): Promise<Answer>;
  /** Places an order and pays it; answers its id when its codes were sold. */
  buy(quantity: number, as?: Who): Promise<string>;
  codesOf(order: string): Promise<readonly ShownCode[]>;
  countsOf(batch: string): Promise<Record<string, number>>;
  clearOf(order: string, as?: Who): Promise<string[]>;
  check(code: string): Promise<Record<string, unknown>>;
  activate(code: string, serial: string): Promise<Answer>;
  /** Rows of the settlement, or of the codes behind a figure of it. */
  settled(rest: string): Promise<readonly Record<string, unknown>[]>;
  /** Nothing is free or held any more. */
  takeAll(): Promise<void>;
  mailsTo(address: string): Promise<string[]>;
}

/** Opens it at ten o'clock on 1 June 2026. */
export async function batchShop(): Promise<BatchShop> {
  const app = await testApp({ now: "2026-06-01T10:00:00Z" });
  const taken = "update catalogue.product set code_supply = 'batch' where sku = $1";
  await app.platform.database.pool.query(taken, [SKU]);
  const place: BatchShop["place"] = (quantity, as = ANN) =>
    app.call(as, "POST /v1/orders", orderOf(quantity));
  return {
    ...{ app, place },
    batchOf: async (quantity, more = {}) => {
      const wanted = { sku: SKU, region: "EU", quantity, ...more };
      const { status, body } = await app.call(MIA, "POST /v1/code-batches", wanted);
      equal(status, 201, JSON.stringify(body));
      await app.call(MAX, `POST /v1/code-batches/${body.id}/release`, {});
      await app.platform.jobs.drained();
      return String(body.id);
    },
    buy: async (quantity, as = ANN) => {
      const { status, body } = await place(quantity, as);
      equal(status, 201, JSON.stringify(body));
      await app.call(as, `POST /v1/orders/${body.id}/payment`, { method: "test_success" });
      await app.platform.jobs.drained();
      return String(body.id);
    },
    ...questions(app),
  };
}

/** An order of so many codes. */
export function orderOf(quantity: number): object {
  const buyer = { email: "ann@example.com", name: "Ann Tamm", country: "EE" };
  return { lines: [{ sku: SKU, quantity }], buyer, delivery: { option: "email" } };
}

function questions(app: TestApp): Omit<BatchShop, "app" | "place" | "batchOf" | "buy"> {
  return {
    codesOf: async (order) =>
      (await app.call("staff", `GET /v1/orders/${order}`)).body.codes as readonly ShownCode[],
    countsOf: async (batch) =>
      (await app.call(MIA, `GET /v1/code-batches/${batch}`)).body.codes as Record<string, number>,
    clearOf: async (order, as = ANN) => {
      const { data } = (await app.call(as, `POST /v1/orders/${order}/codes`, {})).body;
      return (data as { code: string }[]).map(({ code }) => code);
    },
    check: async (code) => (await app.call("integrator", "POST /v1/codes/check", { code })).body,
    activate: (code, serial) =>
      app.call("integrator", "POST /v1/activations", {
        ...{ code, serial, device: { activatedAt: "never", region: "EU" } },
        holder: { name: "Ada", email: "ada@example.org" },
      }),
    settled: async (rest) => {
      const slash = rest.startsWith("codes") ? "/" : "?";
      const { data } = (await app.call(MIA, `GET /v1/code-settlement${slash}${rest}`)).body;
      return data as readonly Record<string, unknown>[];
    },
    takeAll: async () => {
      await ownerQuery(
        app.database,
        `update contracts.code set state = 'void', voided_for = 'stolen', order_id = null, line_no = null
          where state = 'stock'`,
      );
    },
    mailsTo: async (address) => {
      const mails = await listMail(app.platform.config.dataFolder);
      return mails.filter(({ to }) => to.includes(address)).map(({ subject, text }) => `${subject}\n${text}`);
    },
  };
}
