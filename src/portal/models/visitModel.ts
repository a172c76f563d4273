import type { AppointmentView, ClaimPage } from "../../service/index.ts";
import { html } from "../html.ts";
import type { Fact } from "../parts/facts.ts";
import { en } from "../words/en.ts";
import { formatMoment } from "../words/formatDate.ts";

/** The address of an appointment in one line. */
export function placeOf({ centre }: Pick<AppointmentView, "centre">): string {
  const { line1, line2, postcode, city } = centre.address;
  return [centre.name, line1, line2, `${postcode} ${city}`].filter((each) => each !== undefined).join(", ");
}

/** The visit that is still to come; undefined where there is none. */
export function visitToCome(visit: AppointmentView | undefined): AppointmentView | undefined {
  return visit?.state === "held" || visit?.state === "booked" ? visit : undefined;
}

/** What a case says of the visit its owner is expected for; booked, it is the clock of the case. */
export function expectedVisit(
  { claim, appointment }: Pick<ClaimPage, "claim" | "appointment">,
  now: string,
): { readonly note?: string; readonly clock?: undefined } {
  const visit =
    claim.channel === "swift" && claim.next.what === "send" ? visitToCome(appointment) : undefined;
  if (visit === undefined) {
    return {};
  }
  const { startsAt, state, heldUntil = startsAt, centre } = visit;
  return state === "held"
    ? { note: en.visit.heldSays(formatMoment(heldUntil, centre.zone, now)) }
    : { note: en.visit.expected(formatMoment(startsAt, centre.zone, now), placeOf(visit)), clock: undefined };
}

/** When and where somebody is expected, by the clock of the centre; nothing where nobody is. */
export function visitFacts(visit: AppointmentView | undefined, now: string): readonly Fact[] {
  if (visit === undefined || !["held", "booked", "arrived"].includes(visit.state)) {
    return [];
  }
  const words = en.visit;
  const { zone } = visit.centre;
  const page = `/cases/${visit.claimId}/visit`;
  const ways = visit.state === "arrived" ? words.here : html`<a href="${page}">${words.change}</a>`;
  return [
    { label: words.when, value: html`${formatMoment(visit.startsAt, zone, now)}<br>${ways}` },
    { label: words.where, value: placeOf(visit) },
  ];
}
