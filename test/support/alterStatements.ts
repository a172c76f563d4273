import type pg from "pg";

/** What is sent instead of a statement of this name. */
export type Alteration = (name: string, text: string) => string;

/** Makes whoever takes connections of this pool send other statements: for controls that take guards away. */
export function alterStatements(pool: pg.Pool, alter: Alteration): void {
  const altered = new WeakSet<pg.PoolClient>();
  pool.on("acquire", (client) => {
    if (!altered.has(client)) {
      altered.add(client);
      alterClient(client, alter);
    }
  });
}

/** The same for one connection, or for the prototype of all. */
export function alterClient(client: Pick<pg.Client, "query">, alter: Alteration): void {
  const { query } = client as { query: (this: unknown, ...told: unknown[]) => unknown };
  Object.assign(client, {
    query(this: unknown, told: unknown, ...more: unknown[]) {
      const { name, text } = (told ?? {}) as { readonly name?: string; readonly text?: string };
      const isNamed = name !== undefined && text !== undefined;
      const altered = isNamed ? alter(name, text) : text;
      // Without its name: the connection may hold the right one under it.
      const sent = altered === text ? told : { ...(told as object), text: altered, name: undefined };
      return query.call(this, sent, ...more);
    },
  });
}
