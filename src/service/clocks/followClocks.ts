import { type ClaimRow, claimsOfDevice, nextStepOf } from "../../claims/index.ts";
import {
  type Job,
  lockRoot,
  type Platform,
  type Reaction,
  reaction,
  systemCaller,
  type Tx,
  transact,
} from "../../platform/index.ts";
import { centreOfClaim, holidaysOf } from "../centres/index.ts";
import { type Clock, type ClockRule, standOf } from "./clock.ts";
import { clocklessClaims, clocksOfClaim, eventsOfClaim, promiseAt, saveClock } from "./clockStore.ts";
import type { OpenCalendar } from "./openTime.ts";
import { type Promised, type Span, spansOf } from "./spansOf.ts";

/** Which case. */
export interface ClockedClaim {
  readonly rootId: string;
  readonly claimNo: number;
}

export const PROMISE_WARNING = "promise_warning";
export const PROMISE_BREACH = "promise_breach";
export const PROMISE_ESCALATION = "promise_escalation";

/** Where nobody has set a promise: two days of eight hours, and one to answer. */
const DEFAULT_MINUTES: Readonly<Record<Promised, number>> = { first_look: 960, dispatch: 960, answer: 480 };
const HOLIDAYS_AHEAD_DAYS = 366;

const A_DAY = [{ from: "09:00", to: "17:00" }];
const USUAL_HOURS: OpenCalendar["hours"] = {
  ...{ monday: A_DAY, tuesday: A_DAY, wednesday: A_DAY, thursday: A_DAY, friday: A_DAY },
};

/** Brings the clocks of a case to where its events say they are. Runs as often as anybody likes. */
export const followClocks: Job<ClockedClaim> = {
  name: "follow_clocks",
  run: async (platform, named) => {
    await transact(platform, systemCaller, async (tx) => {
      await lockRoot(tx, named.rootId);
      await follow(tx, named);
    });
  },
};

async function follow(tx: Tx, { rootId, claimNo }: ClockedClaim): Promise<void> {
  const [claims, events, kept] = await Promise.all([
    claimsOfDevice(tx, rootId),
    eventsOfClaim(tx, rootId, claimNo),
    clocksOfClaim(tx, rootId, claimNo),
  ]);
  const claim = claims.find(({ no }) => no === claimNo);
  if (claim === undefined) {
    return;
  }
  const isOver = claim.state === "closed" || claim.state === "cancelled";
  const isOurs = nextStepOf(claim).who === "centre";
  for (const [place, span] of spansOf(events, { isOurs, isOver }).entries()) {
    const known = kept.find(({ no }) => no === place + 1);
    const rule = known ?? (await ruleFor(tx, claim, span));
    await save(tx, claim, { no: place + 1, span, rule, known });
  }
}

interface Saved {
  readonly no: number;
  readonly span: Span;
  readonly rule: ClockRule;
  readonly known: Clock | undefined;
}

async function save(
  tx: Tx,
  { deviceId, no: claimNo }: ClaimRow,
  { no, span, rule, known }: Saved,
): Promise<void> {
  if (known?.endedAt != null) {
    return;
  }
  const stand = standOf(span, rule);
  const { centreId, openMinutes, ruleVersion, calendar } = rule;
  const fixed = [span.promise, centreId, openMinutes, ruleVersion, JSON.stringify(calendar), span.startedAt];
  const { state, spentSeconds, resumedAt, warnAt, dueAt, escalateAt, endedAt } = stand;
  const moving = [state, spentSeconds, resumedAt, warnAt, dueAt, escalateAt, endedAt];
  await saveClock(tx, deviceId, claimNo, no, ...fixed, ...moving);
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

/** What a clock goes by: the promise and the opening hours of when it starts. */
async function ruleFor(tx: Tx, claim: ClaimRow, { promise, startedAt }: Span): Promise<ClockRule> {
  const centre = await centreOfClaim({ query: tx.query, platform: tx.platform }, claim);
  const rule = await promiseAt(tx, promise, centre?.centreId ?? "", claim.channel, startedAt);
  const zone = centre?.zone ?? claim.zone;
  const from = startedAt.toZonedDateTimeISO(zone).toPlainDate();
  const to = from.add({ days: HOLIDAYS_AHEAD_DAYS });
  const country = centre?.country ?? claim.country ?? "";
  const holidays = [...(await holidaysOf(tx, { country }, from, to)).keys()];
  const hours = centre?.hours ?? USUAL_HOURS;
  return {
    centreId: centre?.centreId ?? null,
    openMinutes: rule?.openMinutes ?? DEFAULT_MINUTES[promise],
    ruleVersion: rule?.version ?? 0,
    calendar: { zone, hours, exceptions: centre?.exceptions ?? [], holidays },
  };
}

const FOLLOWED = [
  ...(["ClaimReceived", "ClaimInspected", "RouteChosen", "FeePaid", "ClaimLapsed", "ClaimShipped"] as const),
  ...(["ClaimClosed", "ClaimCancelled", "MessageSent", "MessagesSettled"] as const),
  ...(["QuestionAsked", "QuestionAnswered", "QuestionWithdrawn", "QuestionLapsed"] as const),
  ...(["AppealAsked", "AppealUpheld", "AppealDismissed", "AppealWithdrawn"] as const),
];

export const clockReactions: readonly Reaction[] = FOLLOWED.map((on) =>
  reaction(
    on,
    followClocks,
    (event, rootId) => {
      const { claimNo } = event as unknown as { readonly claimNo?: number };
      return claimNo === undefined ? undefined : { rootId, claimNo };
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
