import { type ClaimRow, claimsByNo, nextStepOf } from "../../claims/index.ts";
import {
  type Job,
  lockRoots,
  type Platform,
  type Reaction,
  reaction,
  systemCaller,
  type Tx,
  transact,
} from "../../platform/index.ts";
import { type Clock, type ClockRule, type ClockStand, standOf } from "./clock.ts";
import { clocklessClaims, clocksOfClaims, eventsOfClaims, saveClocks } from "./clockStore.ts";
import { rulesOf } from "./rulesOf.ts";
import { type Happened, type Span, spansOf } from "./spansOf.ts";

/** Which case. */
export interface ClockedClaim {
  readonly rootId: string;
  readonly claimNo: number;
}

export const PROMISE_WARNING = "promise_warning";
export const PROMISE_BREACH = "promise_breach";
export const PROMISE_ESCALATION = "promise_escalation";

/** Brings the clocks of cases to where their events say they are, many at once, as often as anybody likes. */
export const followClocks: Job<ClockedClaim> = {
  name: "follow_clocks",
  canWaitMs: 3_000,
  run: async (platform, named) => {
    await followAll(platform, [named]);
  },
  runTogether: async (platform, named) => {
    await followAll(platform, named);
    return new Map();
  },
};

const nameOf = (rootId: string, claimNo: number): string => `${rootId}/${claimNo}`;

async function followAll(platform: Platform, named: readonly ClockedClaim[]): Promise<void> {
  const all = [...new Map(named.map((each) => [nameOf(each.rootId, each.claimNo), each])).values()];
  const [devices, numbers] = [all.map(({ rootId }) => rootId), all.map(({ claimNo }) => claimNo)];
  await transact(platform, systemCaller, async (tx) => {
    await lockRoots(tx, devices);
    const [claims, events, clocks] = await Promise.all([
      claimsByNo(tx, devices, numbers),
      eventsOfClaims(tx, devices, numbers),
      clocksOfClaims(tx, devices, numbers),
    ]);
    const happened = Map.groupBy(events, ({ rootId, claimNo }) => nameOf(rootId, claimNo));
    const known = Map.groupBy(clocks, ({ deviceId, claimNo }) => nameOf(deviceId, claimNo));
    const moving = claims.flatMap((claim) => {
      const name = nameOf(claim.deviceId, claim.no);
      return movingOf(claim, happened.get(name) ?? [], known.get(name) ?? []);
    });
    const starting = moving.filter(({ known: clock }) => clock === undefined);
    const rules = new Map((await rulesOf(tx, starting)).map((rule, place) => [starting[place], rule]));
    await save(
      tx,
      moving.map((each) => ({ ...each, rule: each.known ?? (rules.get(each) as ClockRule) })),
    );
  });
}

/** A clock that starts, or has not ended yet. */
interface Moving {
  readonly claim: ClaimRow;
  readonly no: number;
  readonly span: Span;
  readonly known: Clock | undefined;
}

function movingOf(claim: ClaimRow, events: readonly Happened[], clocks: readonly Clock[]): readonly Moving[] {
  const isOver = claim.state === "closed" || claim.state === "cancelled";
  const isOurs = nextStepOf(claim).who === "centre";
  return [...spansOf(events, { isOurs, isOver }).entries()]
    .map(([place, span]) => ({
      claim,
      no: place + 1,
      span,
      known: clocks.find(({ no }) => no === place + 1),
    }))
    .filter(({ known }) => known?.endedAt == null);
}

async function save(tx: Tx, moving: readonly (Moving & { readonly rule: ClockRule })[]): Promise<void> {
  if (moving.length === 0) {
    return;
  }
  const rows = moving.map(({ claim, no, span, known, rule }) => {
    const stand = standOf(span, rule);
    scheduleTiers(tx, claim, no, stand, known);
    const { centreId, openMinutes, ruleVersion, calendar } = rule;
    const { promise, startedAt } = span;
    const fixed = { centreId, openMinutes, ruleVersion, calendar, promise, startedAt };
    return { deviceId: claim.deviceId, claimNo: claim.no, no, ...fixed, ...stand };
  });
  await saveClocks(tx, JSON.stringify(rows));
}

function scheduleTiers(
  tx: Tx,
  { deviceId, no: claimNo }: ClaimRow,
  no: number,
  { warnAt, dueAt, escalateAt }: ClockStand,
  known: Clock | undefined,
): void {
  const key = `${claimNo}/${no}`;
  const tiers = [
    [PROMISE_WARNING, warnAt, known?.warnedAt],
    [PROMISE_BREACH, dueAt, known?.brokenAt],
    [PROMISE_ESCALATION, escalateAt, known?.escalatedAt],
  ] as const;
  for (const [kind, at, reached] of tiers) {
    if (at === null) {
      tx.meet(deviceId, kind, key);
    } else if (reached == null) {
      tx.schedule(deviceId, kind, key, at);
    }
  }
}

const FOLLOWED = [
  ...(["ClaimReceived", "ClaimInspected", "RouteChosen", "FeePaid", "ClaimLapsed", "ClaimShipped"] as const),
  ...(["ClaimClosed", "ClaimCancelled", "MessageSent", "MessagesSettled"] as const),
  ...(["QuestionAsked", "QuestionAnswered", "QuestionWithdrawn", "QuestionLapsed"] as const),
  ...(["AppealAsked", "AppealUpheld", "AppealDismissed", "AppealWithdrawn"] as const),
];

interface ClockMover {
  readonly claimNo?: number;
  readonly fee?: { readonly amount: number };
}

export const clockReactions: readonly Reaction[] = FOLLOWED.map((on) =>
  reaction(
    on,
    followClocks,
    (event, rootId) => {
      const { claimNo, fee } = event as unknown as ClockMover;
      // What is chosen and not paid yet moves no clock: the payment does.
      const isOwed = event.type === "RouteChosen" && fee !== undefined && fee.amount > 0;
      return claimNo === undefined || isOwed ? undefined : { rootId, claimNo };
    },
    on === "ClaimReceived" ? async (db, before) => await clocklessClaims(db, before) : undefined,
  ),
);

/** Starts the clocks of cases that were at the bench before there were any. */
export async function startClocks(platform: Platform): Promise<void> {
  const claims = await clocklessClaims(platform.database, platform.clock.now());
  await transact(platform, systemCaller, async (tx) => {
    for (const claim of claims) {
      tx.enqueue(followClocks, { ...claim });
    }
  });
}
