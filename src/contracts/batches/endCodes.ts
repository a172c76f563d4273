import { lapseSales } from "../../money/index.ts";
import {
  type DeadlineKind,
  failPoint,
  type Job,
  lockRoot,
  systemCaller,
  type Tx,
  transact,
} from "../../platform/index.ts";
import { countStock } from "./countStock.ts";
import { expireSold, expireStock, noteTold, ordersToExpire, ordersToTell } from "./expireStore.ts";
import { CODES_EXPIRE, WARNINGS } from "./useBy.ts";

/** Orders that are looked up at once. */
const SOME = 200;

/**
 * Ends every code whose last day is over: those in stock in one statement, sold ones order by order, each in
 * a transaction with the sales they stood for. Killed and started again it goes on with what is left.
 */
export const expireCodes: Job<Record<string, never>> = {
  name: "expire_codes",
  async run(platform) {
    await transact(platform, systemCaller, async (tx) => {
      for (const { sku } of await expireStock(tx, tx.at)) {
        tx.enqueue(countStock, { sku });
      }
    });
    await eachOrder(
      (after) => ordersToExpire(platform.database, platform.clock.now(), after, SOME),
      async (orderId) => {
        await transact(platform, systemCaller, (tx) => expireOf(tx, orderId));
        failPoint(platform, "codes_expired");
      },
    );
  },
};

async function expireOf(tx: Tx, orderId: string): Promise<void> {
  await lockRoot(tx, orderId);
  const ended = await expireSold(tx, orderId, tx.at);
  if (ended.length > 0) {
    await lapseSales(
      tx,
      orderId,
      ended.flatMap(({ saleNo }) => saleNo ?? []),
    );
    const codes = ended.map(({ lineNo, last4 }) => ({ lineNo, last4 }));
    tx.record(orderId, [{ type: "CodesExpired", codes }]);
  }
}

/** Tells the buyers of unused codes that those end in so many days, each once. */
export const tellOfEnd: Job<{ readonly days: number }> = {
  name: "tell_of_end",
  async run(platform, { days }) {
    const until = (at: Temporal.Instant) => at.add({ hours: 24 * days });
    const now = platform.clock.now();
    await eachOrder(
      (after) => ordersToTell(platform.database, now, until(now), days, after, SOME),
      (orderId) => transact(platform, systemCaller, (tx) => tell(tx, orderId, days, until(tx.at))),
    );
  },
};

async function tell(tx: Tx, orderId: string, days: number, until: Temporal.Instant): Promise<void> {
  await lockRoot(tx, orderId);
  const told = await noteTold(tx, orderId, tx.at, until, days);
  tx.record(
    orderId,
    told.map(({ useBy, count }) => ({ type: "CodesEndSoon", useBy: useBy.toString(), count, days })),
  );
}

async function eachOrder(
  next: (after: string | null) => Promise<readonly { readonly orderId: string }[]>,
  act: (orderId: string) => Promise<void>,
): Promise<void> {
  for (let found = await next(null); found.length > 0; ) {
    for (const { orderId } of found) {
      await act(orderId);
    }
    found = await next(found.at(-1)?.orderId ?? null);
  }
}

/** What falls due on a batch: the warnings, and the end of its codes. */
export const batchDeadlines: readonly DeadlineKind[] = [
  { kind: CODES_EXPIRE, run: async (tx) => tx.enqueue(expireCodes, {}) },
  ...WARNINGS.map(
    ({ kind, days }): DeadlineKind => ({
      kind,
      run: async (tx) => tx.enqueue(tellOfEnd, { days }),
    }),
  ),
];

/** Codes that come back into use may be past their day by now: those are ended at once. */
export function expireSoon(tx: Tx): void {
  tx.enqueue(expireCodes, {});
}
