import type { Account, Posting } from "../ledger/index.ts";

/** An account with an amount that is there, or is wanted there. */
export interface Part {
  readonly account: Account;
  readonly amountMinor: number;
}

/**
 * Moves what sources have to what sinks want, in their order, after the first `skipMinor` that the sinks have
 * already. What sources have too much stays where it is. Pure.
 */
export function spread(
  sources: readonly Part[],
  sinks: readonly Part[],
  chargeNo: number,
  skipMinor = 0,
): Posting[] {
  const postings: Posting[] = [];
  const left = sources.map(({ account, amountMinor }) => ({ account, amountMinor }));
  let skip = skipMinor;
  for (const sink of sinks) {
    const had = Math.min(skip, sink.amountMinor);
    skip -= had;
    let wanted = sink.amountMinor - had;
    for (const source of left) {
      const moved = Math.min(wanted, source.amountMinor);
      if (moved > 0) {
        postings.push({ debit: source.account, credit: sink.account, amountMinor: moved, chargeNo });
        source.amountMinor -= moved;
        wanted -= moved;
      }
    }
  }
  return postings;
}
