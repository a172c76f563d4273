import { calendarFile, senderOf } from "../../notices/index.ts";
import {
  type AppointmentView,
  bookAppointment,
  type ClaimPage,
  cancelAppointment,
  confirmAppointment,
  listCentres,
  listSlots,
  moveAppointment,
  showClaim,
} from "../../service/index.ts";
import { centresNear, type Home } from "../models/centresNear.ts";
import { sayRefusal } from "../models/refusalOf.ts";
import { placeOf } from "../models/visitModel.ts";
import { heldSays, type VisitLink, type VisitModel, type VisitShown, visitPage } from "../pages/visitPage.ts";
import type { Answers } from "../visit/draft.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { formatDay, formatMoment } from "../words/formatDate.ts";
import { refusedStep } from "./choiceRoutes.ts";

const words = en.visit;
const idOf = ({ params }: Visit): string => params.id ?? "";

/** The appointment that is to come; undefined where there is none. */
function liveOf({ appointment }: ClaimPage): AppointmentView | undefined {
  return appointment !== undefined && ["held", "booked"].includes(appointment.state)
    ? appointment
    : undefined;
}

async function showVisit(visit: Visit, mistakes: Answers = {}): Promise<PageAnswer> {
  const found = await ask(visit, showClaim, { id: idOf(visit) });
  const { claim, device } = found;
  const live = liveOf(found);
  if (claim.channel !== "swift" || claim.next.who === "nobody" || found.appointment?.state === "arrived") {
    return { goTo: `/cases/${claim.id}` };
  }
  const query = visit.request.query as Readonly<Record<string, string | undefined>>;
  const asked = { region: claim.region, model: device.model, channel: "counter" as const };
  const { data } = await ask(visit, listCentres, asked);
  const near = centresNear(
    data.filter(({ takes }) => takes),
    homeOf(found),
  );
  const centres = near.map(({ centre: each }) => each);
  const wanted = visit.sent.centre ?? query.centre ?? live?.centre.id;
  const centre = centres.find(({ id }) => id === wanted) ?? centres[0];
  const page = `/cases/${claim.id}/visit`;
  const free = centre && (await ask(visit, listSlots, { id: centre.id, model: device.model, days: DAYS }));
  const open = free?.days.filter(({ slots }) => slots.length > 0) ?? [];
  const all = free?.days ?? [];
  const first = open.find(({ on }) => on === (query.day ?? visit.sent.day)) ?? open[0];
  const week = weekOf(query.week, first === undefined ? 0 : all.indexOf(first));
  const shown = all.slice(week * WEEK, (week + 1) * WEEK);
  const day =
    first !== undefined && shown.includes(first) ? first : open.find((each) => shown.includes(each));
  const pages = Math.ceil(all.length / WEEK);
  const model: VisitModel = {
    caseId: claim.id,
    device: device.name,
    visit: live && shownOf(visit, live),
    centres: near.map(({ centre: { id, name, address }, kilometres }) => ({
      ...{ label: name, href: `${page}?centre=${id}`, isChosen: id === centre?.id },
      note: kilometres ? words.away(address.city, kilometres) : address.city,
    })),
    weeks: [week - 1, week + 1].map((to) =>
      to >= 0 && to < pages ? `${page}?centre=${centre?.id}&week=${to}` : undefined,
    ),
    days: shown.map(({ on, name, open: isOpen, slots }): VisitLink => {
      const isFree = slots.length > 0;
      const note = isFree ? words.free(slots.length) : (name ?? (isOpen ? words.full : words.closed));
      const label = formatDay(Temporal.PlainDate.from(on));
      const href = isFree ? `${page}?centre=${centre?.id}&day=${on}` : undefined;
      return { label, note, href, isChosen: on === day?.on };
    }),
    times:
      day === undefined || centre === undefined || free === undefined
        ? undefined
        : {
            day: formatDay(Temporal.PlainDate.from(day.on)),
            ...{ on: day.on, zone: free.zone, centre: centre.id },
            form: formOf(visit, visit.sent, mistakes),
            slots: day.slots.map(({ startsAt, endsAt }) => ({
              startsAt,
              label: `${timeIn(startsAt, free.zone)} – ${timeIn(endsAt, free.zone)}`,
            })),
          },
  };
  return visitPage(frameOf(visit, live?.centre.zone ?? free?.zone), model);
}

/** How many days are shown, a week at a time. */
const DAYS = 28;
const WEEK = 7;

/** The week that is asked for, else the one of a day. */
function weekOf(asked: string | undefined, day: number): number {
  return asked !== undefined && /^[0-3]$/.test(asked) ? Number(asked) : Math.floor(day / WEEK);
}

/** Where the owner lives, as far as the case says. */
function homeOf({ reporter }: ClaimPage): Home {
  const { city, country } = (reporter?.address ?? {}) as Home;
  return { city, country: country ?? reporter?.country ?? undefined };
}

function timeIn(at: string, zone: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
}

function shownOf(visit: Visit, live: AppointmentView): VisitShown {
  const { zone } = live.centre;
  const page = `/cases/${live.claimId}/visit`;
  const isHeld = live.state === "held";
  const until = live.changeUntil ?? live.startsAt;
  const isChangeable =
    isHeld || Temporal.Instant.compare(Temporal.Instant.from(until), Temporal.Instant.from(visit.now)) >= 0;
  const change = isChangeable ? words.changeUntil(formatMoment(until, zone, visit.now)) : words.tooLate;
  return {
    when: formatMoment(live.startsAt, zone, visit.now),
    where: placeOf(live),
    isHeld,
    says: isHeld ? heldSays(live.heldUntil ?? live.startsAt, zone, visit.now) : change,
    book: isHeld ? { ...formOf(visit), action: `${page}/booking` } : undefined,
    calendar: isHeld ? undefined : `${page}/calendar`,
    cancel: isChangeable ? { ...formOf(visit), action: `${page}/cancel` } : undefined,
  };
}

/** A first time is held until it is booked; another one moves what there is. */
async function chooseTime(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  const { centre = "", startsAt = "" } = visit.sent;
  if (startsAt === "") {
    return await showVisit(visit, { startsAt: words.pick });
  }
  const live = liveOf(await ask(visit, showClaim, { id }));
  const fields = { fields: { "/startsAt": "startsAt", "/centre": "startsAt" } };
  const taken =
    live === undefined
      ? await attempt(visit, bookAppointment, { claim: id, centre, startsAt, hold: true }, fields)
      : await attempt(visit, moveAppointment, { id: live.id, centre, startsAt }, fields);
  if (taken.mistakes !== undefined) {
    return await showVisit(visit, taken.mistakes);
  }
  return taken.refused === undefined
    ? { goTo: `/cases/${id}/visit` }
    : await showVisit(visit, { startsAt: sayRefusal(taken.refused) });
}

/** Books or cancels what is to come, and shows the case. */
async function step(visit: Visit, act: typeof cancelAppointment): Promise<PageAnswer> {
  const id = idOf(visit);
  const live = liveOf(await ask(visit, showClaim, { id }));
  if (live === undefined) {
    return { goTo: `/cases/${id}/visit` };
  }
  const taken = await attempt(visit, act, { id: live.id });
  return taken.refused === undefined ? { goTo: `/cases/${id}` } : refusedStep(visit, taken.refused);
}

/** The appointment for a calendar; taken out of it where it is over. */
async function sendCalendar(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  const { appointment, device } = await ask(visit, showClaim, { id });
  if (appointment === undefined) {
    return { goTo: `/cases/${id}` };
  }
  const { config, clock } = visit.platform;
  const text = calendarFile({
    ...{ appointment, device: device.name, caseUrl: `${config.publicUrl}/cases/${id}` },
    ...{ organiser: senderOf(config), at: clock.now() },
  });
  return { file: { type: "text/calendar; charset=utf-8", name: "appointment.ics", text } };
}

/** When a device is brought: chosen, booked, moved, cancelled, and put in a calendar. */
export const visitRoutes = [
  get("/cases/:id/visit", async (visit) => await showVisit(visit)),
  post("/cases/:id/visit", chooseTime),
  post("/cases/:id/visit/booking", async (visit) => await step(visit, confirmAppointment)),
  post("/cases/:id/visit/cancel", async (visit) => await step(visit, cancelAppointment)),
  get("/cases/:id/visit/calendar", sendCalendar),
];
