import { equal } from "node:assert/strict";
import type { ServedMoney } from "./servedMoney.ts";

/**
 * Begins something at a server that dies of it at the first point; each next one takes it up where it was
 * left, and dies at the next. Answers with the one that lives.
 */
export async function killInTurn(
  serve: (point: string | undefined) => Promise<ServedMoney>,
  points: readonly string[],
  begin: (server: ServedMoney) => Promise<unknown>,
): Promise<ServedMoney> {
  const [first] = points;
  let server = await serve(`${first}:1`);
  await begin(server);
  for (const [place, point] of points.entries()) {
    equal(await server.died(), "SIGKILL", `it came to ${point}`);
    const next = points[place + 1];
    server = await serve(next === undefined ? undefined : `${next}:1`);
  }
  return server;
}
