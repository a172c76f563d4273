import { type CompileOptions, layOver } from "../compiling/compileTerms.ts";
import type { TermsDocument } from "../document.ts";
import { Replay, type ReplayCase, type ReplayReport, type ReplayRow } from "./replay.ts";

export interface ReplayOptions {
  /** Called after each batch, with how many cases are done; waited for when it is asynchronous. */
  readonly onProgress?: (done: number) => unknown;
  /** Cases between two calls; 10,000 when nothing is said. */
  readonly batch?: number;
  /** What is laid over each of the two. */
  readonly before?: CompileOptions;
  readonly after?: CompileOptions;
}

/**
 * Runs past cases under two versions. Yields a row for each case whose answer is another one, in order, and
 * returns the counts, the money and what each edit did. Neither cases nor rows are kept, so that there can be
 * any number of them.
 */
export async function* replayTerms(
  old: TermsDocument,
  now: TermsDocument,
  cases: Iterable<ReplayCase> | AsyncIterable<ReplayCase>,
  { onProgress, batch = 10_000, before, after }: ReplayOptions = {},
): AsyncGenerator<ReplayRow, ReplayReport> {
  const replay = new Replay(layOver(old, before), layOver(now, after));
  let done = 0;
  if (Symbol.iterator in cases) {
    // A list in memory is gone through without waiting for each of its cases.
    for (const each of cases) {
      const row = replay.add(each);
      if (row !== undefined) {
        yield row;
      }
      done += 1;
      if (done % batch === 0) {
        await onProgress?.(done);
      }
    }
  } else {
    for await (const each of cases) {
      const row = replay.add(each);
      if (row !== undefined) {
        yield row;
      }
      done += 1;
      if (done % batch === 0) {
        await onProgress?.(done);
      }
    }
  }
  return replay.report();
}
