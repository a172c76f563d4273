import assert from "node:assert/strict";
import { alterStatements } from "../../support/alterStatements.ts";
import { type ClaimDesk, claimDesk } from "../../support/claimDesk.ts";
import { comesTo } from "../../support/comesTo.ts";
import { type EvidenceDesk, evidenceDesk } from "../../support/evidenceDesk.ts";
import { type MailDesk, mailDesk } from "../../support/mailDesk.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import { type Answer, type TestApp, testApp } from "../../support/testApp.ts";
import { atEnd } from "../../support/testDatabase.ts";
import { openTransaction } from "./openTransaction.ts";

/** Statements by name, each with what is sent in its place. */
export type Replacements = Readonly<Record<string, (text: string) => string>>;

/** Where the seventeen are played: one desk for most of them, others only for who asks. */
export interface Stage {
  readonly desk: ClaimDesk;
  /** The same, where photos are sent and mails come in. */
  readonly evidence: EvidenceDesk;
  readonly mail: MailDesk;
  /** A desk on the day after its plans have ended. */
  late(): Promise<ClaimDesk>;
  /** A shop whose work others do: servers of their own. */
  shop(): Promise<TestApp>;
  /** Plays while these statements are sent otherwise. Errors: one of them was never sent, or is the same. */
  without<Played>(replacements: Replacements, play: () => Promise<Played>): Promise<Played>;
}

/** Cameras of both passes. */
const CAMERAS = 44;

/** Opens it. */
export async function openStage(): Promise<Stage> {
  const desk = await claimDesk(CAMERAS);
  const [evidence, mail] = [await evidenceDesk(desk), await mailDesk(desk)];
  atEnd(evidence.stop);
  let now: Replacements = {};
  let sent = new Set<string>();
  alterStatements(desk.app.platform.database.pool, (name, text) => {
    const altered = now[name]?.(text) ?? text;
    if (altered !== text) {
      sent.add(name);
    }
    return altered;
  });
  let late: Promise<ClaimDesk> | undefined;
  let shop: Promise<TestApp> | undefined;
  return {
    ...{ desk, evidence, mail },
    late: () => {
      late ??= lateDesk();
      return late;
    },
    shop: () => {
      shop ??= idleShop();
      return shop;
    },
    without: async (replacements, play) => {
      [now, sent] = [replacements, new Set()];
      try {
        const played = await play();
        assert.deepEqual([...sent].toSorted(), Object.keys(replacements).toSorted(), "the guards taken out");
        return played;
      } finally {
        now = {};
      }
    },
  };
}

/** Two years after the plans of its cameras have begun, and some hours. */
async function lateDesk(): Promise<ClaimDesk> {
  const desk = await claimDesk(8);
  await desk.app.moveTo("2028-06-02T09:00:00Z");
  return desk;
}

async function idleShop(): Promise<TestApp> {
  const app = await testApp({ now: "2026-06-01T10:00:00Z" });
  await app.authorization("reseller");
  await app.platform.jobs.drained();
  await app.platform.jobs.stop();
  return app;
}

/** `done`, or the code of the "no". */
export function codeOf({ status, body }: Answer): string {
  return status < 400 ? "done" : String(body.code);
}

/**
 * Asks at once while the rows of `held` are locked, and lets go when so many wait for a lock: whoever had to
 * read has read by then.
 */
export async function askTogether<Told>(
  { database }: TestApp,
  held: string,
  asks: readonly (() => Promise<Told>)[],
): Promise<Told[]> {
  const holding = await openTransaction(database, held);
  const answers = Promise.all(asks.map((ask) => ask()));
  await comesTo("all wait for a lock", async () => {
    const [row] = await ownerQuery<{ waiting: number }>(database, WAITING);
    return (row?.waiting ?? 0) >= asks.length;
  });
  await holding.rollBack();
  return await answers;
}

const WAITING = `select count(*)::integer as waiting from pg_stat_activity
                  where datname = current_database() and wait_event_type = 'Lock'`;
