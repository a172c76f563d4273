import { type Html, html } from "../html.ts";
import { facts } from "../parts/facts.ts";
import { actions, carried, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { optionField } from "../parts/optionField.ts";
import { page } from "../parts/page.ts";
import { en, formatMoment } from "../words/index.ts";

/** A way to another centre, or to another day. */
export type VisitLink = {
  readonly label: string;
  readonly note: string;
  /** Left out where it leads nowhere: nothing is free. */
  readonly href?: string | undefined;
  readonly isChosen: boolean;
};

/** The appointment there is. */
export type VisitShown = {
  readonly when: string;
  readonly where: string;
  readonly isHeld: boolean;
  /** What is said of it: until when it is held, or can be changed. */
  readonly says: string;
  /** Books what is held. */
  readonly book?: FormState | undefined;
  readonly calendar?: string | undefined;
  readonly cancel?: FormState | undefined;
};

export type VisitModel = {
  readonly caseId: string;
  readonly device: string;
  readonly visit?: VisitShown | undefined;
  readonly centres: readonly VisitLink[];
  readonly days: readonly VisitLink[];
  /** The days before and after those that are shown; undefined where there are none. */
  readonly weeks?: readonly (string | undefined)[] | undefined;
  /** The free times of the day that is chosen; undefined where nothing can be chosen. */
  readonly times?:
    | {
        readonly day: string;
        readonly on: string;
        readonly zone: string;
        readonly centre: string;
        readonly form: FormState;
        readonly slots: readonly { readonly startsAt: string; readonly label: string }[];
      }
    | undefined;
};

/** When and where a device is brought: what is booked, and the times that are free. */
export function visitPage(frame: Frame, model: VisitModel): Html {
  const words = en.visit;
  const { caseId, device, visit, centres, times } = model;
  const there = visit?.isHeld === true ? words.held : words.booked;
  const title = visit === undefined ? words.title : there;
  const choosing = html`${visit && html`<h2>${words.moveTitle}</h2>`}
${
  centres.length === 0
    ? notice("plain", html`<p>${words.noCentre}</p><p>${words.noCentreNext}</p>`)
    : html`${links(words.centres, centres)}${links(words.days, model.days)}${weekLinks(model)}${timesForm(
        model,
      )}`
}`;
  const main = html`<p class="place">${device} · ${en.claim.caseNo(caseId)}</p>
${times && mistakeList(times.form)}<h1>${title}</h1>${visit && visitPanel(visit)}${
    (visit === undefined || visit.cancel !== undefined) && choosing
  }`;
  const mark = times !== undefined && isMistaken(times.form);
  return page(frame, { title, main, back: `/cases/${caseId}`, ...(mark ? { mistaken: true } : {}) });
}

function visitPanel({ when, where, says, book, calendar, cancel }: VisitShown): Html {
  const words = en.visit;
  return html`${facts([
    { label: words.when, value: when },
    { label: words.where, value: where },
  ])}<p>${says}</p>${book && form(book, actions(words.book))}${
    calendar !== undefined && html`<p><a href="${calendar}">${words.calendar}</a></p>`
  }${cancel && form(cancel, html`<p>${words.cancelSays}</p><button class="quiet">${words.cancel}</button>`)}`;
}

function links(title: string, all: readonly VisitLink[]): Html {
  const rows = all.map(({ label, note, href, isChosen }) => {
    if (isChosen) {
      return html`<li><b aria-current="true">${label}</b> <small>${note}, ${en.visit.chosen}</small></li>`;
    }
    return href === undefined
      ? html`<li>${label} <small>${note}</small></li>`
      : html`<li><a href="${href}">${label}</a> <small>${note}</small></li>`;
  });
  return html`<h2>${title}</h2><ul class="picks">${rows}</ul>`;
}

function weekLinks({ weeks = [] }: VisitModel): Html | false {
  const [earlier, later] = weeks;
  if (earlier === undefined && later === undefined) {
    return false;
  }
  const words = en.visit;
  return html`<p class="weeks">${earlier !== undefined && html`<a href="${earlier}">${words.earlier}</a> `}${
    later !== undefined && html`<a href="${later}">${words.later}</a>`
  }</p>`;
}

function timesForm({ times, visit }: VisitModel): Html {
  const words = en.visit;
  if (times === undefined) {
    return notice("plain", html`<p>${words.noDay}</p>`);
  }
  const { day, on, zone, centre, form: state, slots } = times;
  const options = slots.map(({ startsAt, label }) => ({ value: startsAt, label }));
  const content = html`${carried("centre", centre)}${carried("day", on)}${optionField(
    { name: "startsAt", legend: words.times(day), hint: words.zone(zone), options },
    state,
  )}${actions(visit === undefined ? words.hold : words.move)}`;
  return form(state, content);
}

/** The time that is held, as a page tells it. */
export function heldSays(until: string, zone: string, now: string): string {
  return en.visit.heldSays(formatMoment(until, zone, now));
}
