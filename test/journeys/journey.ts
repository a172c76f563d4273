import assert from "node:assert/strict";
import { sweepInvariants } from "../../src/cli/demo/sweepInvariants.ts";
import { type Client, createClient, ProblemError } from "../../src/client/index.ts";
import { createKey, type KeyRole } from "../../src/identity/index.ts";
import { ownerQuery } from "../support/ownerQuery.ts";
import { testApp } from "../support/testApp.ts";
import { atEnd, type TestDatabase } from "../support/testDatabase.ts";
import { assertBudgets } from "./budgets.ts";

/** Who speaks: an owner by the address they proved, or somebody of the programme. */
type Who = Exclude<KeyRole, "owner"> | `${string}@${string}` | "public";

/** The whole application behind a socket, the people who use it, and the days that pass. */
export interface Journey {
  /** The typed client with a key of this person. */
  as(who: Who): Promise<Client>;
  /** Lets the time come, and everything that is due by then happen in order. */
  at(instant: string): Promise<void>;
  /** Buys one code of a product, and reads it off the order. */
  buyCode(sku: string): Promise<string>;
  /** Lets the jobs that follow finish. */
  settle(): Promise<void>;
  /** The end of every story: every invariant holds, no act sent more statements than it may. */
  endsWhole(): Promise<void>;
}

/** Begins a story at an instant. */
export async function beginJourney(now: string): Promise<Journey> {
  const app = await testApp({ now });
  atEnd(app.stop);
  const { platform } = app;
  const baseUrl = await app.http.listen({ port: 0, host: "127.0.0.1" });
  const clients = new Map<Who, Promise<Client>>();
  const clientOf = async (who: Who): Promise<Client> => {
    if (who === "public") {
      return createClient({ baseUrl, tries: 1 });
    }
    const owner = who.includes("@");
    const key = { role: owner ? "owner" : (who as KeyRole), email: owner ? who : undefined };
    const made = { ...key, label: "journey", createdBy: "test" };
    const { token } = await createKey(platform.database, made, platform.clock.now());
    return createClient({ baseUrl, key: token, tries: 1 });
  };
  const as = (who: Who): Promise<Client> => {
    const client = clients.get(who) ?? clientOf(who);
    clients.set(who, client);
    return client;
  };
  return {
    as,
    at: app.moveTo,
    settle: () => platform.jobs.drained(),
    buyCode: async (sku) => {
      const shop = await as("reseller");
      const buyer = { email: "shop@example.org", name: "Kite & Co", country: "DE" };
      const lines = [{ sku, quantity: 1 }];
      const { id } = await shop.placeOrder({ lines, buyer, delivery: { option: "email" } });
      await shop.payOrder({ id, method: "test_success" });
      await platform.jobs.drained();
      const { data } = await shop.revealCodes({ id });
      assert.equal(data.length, 1);
      return data[0]?.code ?? "";
    },
    endsWhole: async () => {
      await platform.jobs.drained();
      await assertSwept(app.database as TestDatabase);
      assertBudgets(await platform.metrics.text());
    },
  };
}

async function assertSwept(database: TestDatabase): Promise<void> {
  const query = async (text: string) => [{ rows: await ownerQuery<never>(database, text) }];
  const { invariants, violations } = await sweepInvariants({ query });
  assert.ok(invariants.length >= 20, "the sweep asks its invariants");
  assert.deepEqual(violations, []);
}

/** The refusal or problem that a call must come to. */
export async function refused(call: Promise<unknown>): Promise<ProblemError> {
  const problem = await call.then(
    (reply) => assert.fail(`was to be refused: ${JSON.stringify(reply)}`),
    (error: unknown) => error,
  );
  assert.ok(problem instanceof ProblemError, String(problem));
  return problem;
}

/** The clauses that speak against, and the doors, of a refusal's receipt. */
export function againstAndDoors({ receipt }: ProblemError): {
  readonly against: readonly string[];
  readonly doors: readonly string[];
} {
  return {
    against: (receipt?.against ?? []).map(({ clause }) => clause),
    doors: (receipt?.doors ?? []).map(({ door }) => door),
  };
}
