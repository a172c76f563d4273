import type { Acts } from "./acts.ts";
import type { ActOptions, MethodOf } from "./method.ts";
import { routes } from "./routes.ts";
import { type Connection, newIdempotencyKey, type Sending, send } from "./send.ts";

/** One method for each act and read of the server. */
export type Client = { readonly [Name in keyof Acts]: MethodOf<Acts[Name]> };

/**
 * A client of the server at `baseUrl`, speaking with an API key or with the browser's session.
 *
 *     const client = createClient({ baseUrl: "http://localhost:4400", key });
 *     const { claim } = await client.openClaim({ serial, incident, channel: "online" });
 *
 * Commands and questions are one object: what the path names is taken out of it, the rest is the body of an
 * act and the query of a read. Errors: ProblemError.
 */
export function createClient(connection: Partial<Connection> = {}): Client {
  const target: Connection = { ...connection, baseUrl: connection.baseUrl?.replace(/\/+$/, "") ?? "" };
  const methods = Object.entries(routes).map(([name, route]) => {
    const method = (told: object, options: ActOptions = {}) => send(target, sendingOf(route, told, options));
    return [name, method] as const;
  });
  // The table's names and the acts' types are held together by `routes satisfies`.
  return Object.fromEntries(methods) as unknown as Client;
}

/** The request that carries a command or a question over a route. */
export function sendingOf(route: string, told: object, options: ActOptions): Sending {
  const [method, pattern] = route.split(" ") as [string, string];
  const named = new Set<string>();
  const fields = told as Readonly<Record<string, unknown>>;
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    named.add(name);
    return encodeURIComponent(String(fields[name]));
  });
  const rest = Object.entries(fields).filter(([name, value]) => !named.has(name) && value !== undefined);
  const { signal } = options;
  if (method === "GET") {
    return { method, path: withQuery(path, rest), signal };
  }
  const dryRun = options.dryRun === true;
  return {
    method,
    path: dryRun ? `${path}?dryRun=true` : path,
    body: Object.fromEntries(rest),
    idempotencyKey: dryRun ? undefined : (options.idempotencyKey ?? newIdempotencyKey()),
    signal,
  };
}

function withQuery(path: string, fields: readonly (readonly [string, unknown])[]): string {
  const query = new URLSearchParams(fields.map(([name, value]) => [name, String(value)]));
  return query.size === 0 ? path : `${path}?${query}`;
}
