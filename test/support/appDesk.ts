import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import { personaLinks } from "../../src/identity/index.ts";
import { openStaffDesk, type StaffDesk } from "./staffDesk.ts";
import type { TestApp } from "./testApp.ts";
import { atEnd } from "./testDatabase.ts";

/** A desk in front of an application that a test holds in its hands, and where it is served. */
export interface AppDesk {
  readonly desk: StaffDesk;
  readonly url: string;
}

const served = new WeakMap<TestApp, Promise<string>>();

/** Opens a desk as a persona; the application listens from then on. */
export async function openAppDesk(
  browser: Browser,
  app: TestApp,
  persona: "staff" | "manager",
): Promise<AppDesk> {
  const url = await addressOf(app);
  const link = (await personaLinks(app.platform)).find((one) => one.persona === persona)?.url;
  assert(link !== undefined, `${persona} has a link`);
  const desk = await openStaffDesk(browser, url + new URL(link).pathname);
  return { desk, url };
}

/** Where an application that a test holds is served; it listens from then on. */
export async function addressOf(app: TestApp): Promise<string> {
  const known = served.get(app);
  if (known !== undefined) {
    return await known;
  }
  const listening = app.http.listen({ port: 0, host: "localhost" });
  served.set(app, listening);
  atEnd(async () => {
    app.http.server.closeAllConnections();
    await app.http.close();
  });
  return await listening;
}
