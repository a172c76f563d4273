import { equal } from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { invariantSweep } from "../../support/invariantSweep.ts";
import type { TestApp } from "../../support/testApp.ts";
import { type BookGap, gapsToBank } from "./bankBooks.ts";
import { killStock, type Matter } from "./killStock.ts";
import type { Kill } from "./killTable.ts";
import { type ServedMoney, serveMoney } from "./servedMoney.ts";
import { type Stock, takeStock } from "./takeStock.ts";

/** What is left after every kill and its recovery. */
export interface Killings {
  readonly kills: readonly (Kill & { readonly stock: Stock })[];
  readonly gaps: readonly BookGap[];
  readonly violations: readonly object[];
}

interface RunOptions {
  readonly forgetsKeys?: boolean;
  readonly tell?: (point: string) => void;
}

/** How long a killed process may take to be made good, looked at every so often. */
const LOOKS = 3_000;
const BETWEEN_LOOKS_MS = 20;

/**
 * Kills a server at each point, one after another, on one database. The server that makes good what one left
 * behind is the one that dies of the next, so that there are as many starts as kills, and one more.
 */
export async function runKills(
  kills: readonly Kill[],
  { forgetsKeys = false, tell }: RunOptions = {},
): Promise<Killings> {
  const { app, matters } = await killStock(kills);
  const serve = (next: Kill | undefined): Promise<ServedMoney> =>
    serveMoney(app, { forgetsKeys, point: next && `${next.point}:1` });
  let server = await serve(kills[0]);
  for (const [index, matter] of matters.entries()) {
    const { as, route, body } = matter;
    const told = await server.call(as, route, body);
    equal(told === undefined || told.status < 300, true, JSON.stringify(told?.body));
    equal(await server.died(), "SIGKILL", `it came to ${kills[index]?.point}`);
    server = await serve(kills[index + 1]);
    await madeGood(app, matter);
    tell?.(kills[index]?.point ?? "");
  }
  await server.stop();
  const stocks = await Promise.all(matters.map((matter) => takeStock(app.platform.database, matter)));
  return {
    kills: kills.map((kill, index) => ({ ...kill, stock: stocks[index] as Stock })),
    gaps: await gapsToBank(app.database),
    violations: await invariantSweep(app.database),
  };
}

/** Waits until a matter has ended. */
async function madeGood({ platform }: TestApp, matter: Matter): Promise<void> {
  let stock = await takeStock(platform.database, matter);
  for (let looks = 0; stock.ended === 0; looks += 1) {
    equal(looks < LOOKS, true, `${matter.killed} never ended: ${JSON.stringify(stock)}`);
    await setTimeout(BETWEEN_LOOKS_MS);
    stock = await takeStock(platform.database, matter);
  }
}

/** The kills after which something had not happened exactly once. */
export function wrongOnes({ kills }: Killings): Killings["kills"] {
  return kills.filter(({ stock }) => stock.atBank !== 1 || stock.told !== 1 || stock.ended !== 1);
}
