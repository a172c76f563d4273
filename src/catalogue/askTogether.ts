import type { Database, Queryable, ReadContext } from "../platform/index.ts";

/** Who asks for one thing: at which instant, for which key. */
export interface AskedFor {
  readonly at: Temporal.Instant;
  readonly key: string;
}

/**
 * Reads what several asked for: an answer for each of them, in their order, undefined for what is not there.
 */
type ReadAll<Answer> = (
  db: Queryable,
  asked: readonly AskedFor[],
) => Promise<readonly (Answer | undefined)[]>;

interface Waiting<Answer> extends AskedFor {
  answer(found: Answer | undefined): void;
  fail(fault: unknown): void;
}

/** So many are asked for in one statement. */
const MOST_TOGETHER = 50;

/**
 * Requests that come in one turn of the event loop ask the database with one statement: when many ask, each
 * costs a part of one, and who asks alone waits for nobody. Nothing is held. Who asks within a transaction
 * asks for himself, on his own connection.
 */
export function askTogether<Answer>(
  readAll: ReadAll<Answer>,
): (db: ReadContext, key: string) => Promise<Answer | undefined> {
  const waitingFor = new WeakMap<Database, Waiting<Answer>[]>();
  const ask = (database: Database): void => {
    const waiting = waitingFor.get(database) ?? [];
    const together = waiting.splice(0, MOST_TOGETHER);
    if (waiting.length > 0) {
      setImmediate(ask, database);
    }
    readAll(database, together).then(
      (found) => {
        for (const [place, { answer }] of together.entries()) {
          answer(found[place]);
        }
      },
      (fault: unknown) => {
        for (const { fail } of together) {
          fail(fault);
        }
      },
    );
  };
  return async ({ at, query, platform: { database } }, key) => {
    if (query !== database.query) {
      return (await readAll({ query }, [{ at, key }]))[0];
    }
    const waiting = waitingFor.get(database) ?? [];
    waitingFor.set(database, waiting);
    if (waiting.length === 0) {
      setImmediate(ask, database);
    }
    return await new Promise<Answer | undefined>((answer, fail) => {
      waiting.push({ at, key, answer, fail });
    });
  };
}
