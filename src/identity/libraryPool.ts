import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Platform } from "../platform/index.ts";

const BOOLEAN = 16;
const BIGINT = 20;
const INTEGER = 23;
const INSTANT = 1184;

/** Values as the sign-in library expects them; everywhere else an instant is a `Temporal.Instant`. */
const types = {
  getTypeParser: (oid: number) => (text: string) => {
    switch (oid) {
      case BOOLEAN:
        return text === "t";
      case BIGINT:
      case INTEGER:
        return Number(text);
      case INSTANT:
        return new Date(Temporal.Instant.from(text.replace(" ", "T")).epochMilliseconds);
      default:
        return text;
    }
  },
};

/** Our own pool in the sign-in library's hands: the same connections, the same lesser role, its own types. */
export function libraryPool(platform: Platform): PostgresPool {
  return {
    connect: async () => {
      const client = await platform.database.pool.connect();
      const send = (text: string, values: readonly unknown[]) =>
        client.query({ text, values: [...values], types });
      // The library asks for no cursor, so this one of its two forms is enough.
      const query: unknown = send;
      return { query: query as PostgresPoolClient["query"], release: () => client.release() };
    },
    end: async () => undefined,
  };
}
