import pg from "pg";

type Query = (...given: unknown[]) => Promise<{ readonly rows?: readonly unknown[] } | undefined>;

/**
 * Counts every statement that this process sends to a database from now on: of requests, jobs and reads,
 * begin and commit, and the queue's own. Not counted are looks of the queue that find no work, because they
 * are made whether there are orders or not, and those of a test that waits until nothing is left to do.
 * `stop` ends it and answers how many there were.
 */
export function countStatements(but: readonly string[]): { stop(): number } {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const send = prototype.query;
  let sent = 0;
  prototype.query = function counted(this: unknown, ...given: unknown[]) {
    const [what] = given as [string | { readonly name?: string; readonly text?: string }];
    const { name = "", text = "" } = typeof what === "string" ? { text: what } : what;
    const answered = send.apply(this, given);
    if (text.includes("SKIP LOCKED")) {
      Promise.resolve(answered).then(
        (found) => {
          sent += (found?.rows?.length ?? 0) > 0 ? 1 : 0;
        },
        () => undefined,
      );
    } else if (!(but.includes(name) || text.startsWith("select distinct name from pgboss.job"))) {
      sent += 1;
    }
    return answered;
  };
  return {
    stop: () => {
      prototype.query = send;
      return sent;
    },
  };
}
