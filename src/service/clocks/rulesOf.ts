import type { ClaimRow } from "../../claims/index.ts";
import type { Tx } from "../../platform/index.ts";
import { type Centre, centresOfEach, holidaysOf } from "../centres/index.ts";
import type { ClockRule } from "./clock.ts";
import { promisesAt } from "./clockStore.ts";
import type { OpenCalendar } from "./openTime.ts";
import type { Promised, Span } from "./spansOf.ts";

/** Where nobody has set a promise: two days of eight hours, and one to answer. */
const DEFAULT_MINUTES: Readonly<Record<Promised, number>> = { first_look: 960, dispatch: 960, answer: 480 };
const HOLIDAYS_AHEAD_DAYS = 366;

const A_DAY = [{ from: "09:00", to: "17:00" }];
const USUAL_HOURS: OpenCalendar["hours"] = {
  ...{ monday: A_DAY, tuesday: A_DAY, wednesday: A_DAY, thursday: A_DAY, friday: A_DAY },
};

/** A clock that starts. */
interface Starting {
  readonly claim: ClaimRow;
  readonly span: Pick<Span, "promise" | "startedAt">;
}

/**
 * What clocks go by that start, in their order: the promise, the opening hours and the holidays of when each
 * starts. However many there are, few statements are sent.
 */
export async function rulesOf(tx: Tx, starting: readonly Starting[]): Promise<readonly ClockRule[]> {
  if (starting.length === 0) {
    return [];
  }
  const claims = starting.map(({ claim }) => claim);
  const centres = await centresOfEach({ query: tx.query, platform: tx.platform }, claims);
  const days = starting.map(({ claim, span }, place) => daysFrom(claim, span, centres[place]));
  const [promised, holidays] = await Promise.all([
    promisesAt(
      tx,
      starting.map(({ span }) => span.promise),
      centres.map((centre) => centre?.centreId ?? ""),
      claims.map(({ channel }) => channel),
      starting.map(({ span }) => span.startedAt),
    ),
    holidaysOfEach(tx, days),
  ]);
  const promiseOf = new Map(promised.map((promise) => [promise.place, promise]));
  return starting.map(({ span }, place) => {
    const [centre, promise] = [centres[place], promiseOf.get(place + 1)];
    return {
      centreId: centre?.centreId ?? null,
      openMinutes: promise?.openMinutes ?? DEFAULT_MINUTES[span.promise],
      ruleVersion: promise?.version ?? 0,
      calendar: {
        zone: days[place]?.zone ?? "UTC",
        hours: centre?.hours ?? USUAL_HOURS,
        exceptions: centre?.exceptions ?? [],
        holidays: holidays[place] ?? [],
      },
    };
  });
}

/** The country whose holidays count, and from which day there. */
interface Days {
  readonly country: string;
  readonly zone: string;
  readonly from: Temporal.PlainDate;
}

function daysFrom(claim: ClaimRow, { startedAt }: Starting["span"], centre: Centre | undefined): Days {
  const zone = centre?.zone ?? claim.zone;
  const from = startedAt.toZonedDateTimeISO(zone).toPlainDate();
  return { country: centre?.country ?? claim.country ?? "", zone, from };
}

/** Clocks that start together mostly do so on one day in one country: each of these is asked for once. */
async function holidaysOfEach(tx: Tx, days: readonly Days[]): Promise<readonly (readonly string[])[]> {
  const nameOf = ({ country, from }: Days): string => `${country} ${from}`;
  const asked = [...new Map(days.map((each) => [nameOf(each), each])).values()];
  const found = await Promise.all(
    asked.map(async (each) => {
      const to = each.from.add({ days: HOLIDAYS_AHEAD_DAYS });
      return [nameOf(each), [...(await holidaysOf(tx, each, each.from, to)).keys()]] as const;
    }),
  );
  const byName = new Map(found);
  return days.map((each) => byName.get(nameOf(each)) ?? []);
}
