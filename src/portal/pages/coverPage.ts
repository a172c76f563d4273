import { Attributes, html } from "../html.ts";
import { drawing, outlineOf } from "../parts/drawings.ts";
import type { Frame } from "../parts/frame.ts";
import { type MakersWarranty, warrantyData, warrantyLine } from "../parts/makersWarranty.ts";
import { notice } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { type ReceiptStep, receiptList } from "../parts/receiptList.ts";
import { type Row, rows } from "../parts/rows.ts";
import { serial } from "../parts/serial.ts";
import { drawRibbon } from "../ribbon/drawRibbon.ts";
import { layoutRibbon } from "../ribbon/layoutRibbon.ts";
import type { RibbonFacts } from "../ribbon/ribbonFacts.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay, formatDistance, formatMoment, lastDayOf } from "../words/formatDate.ts";

/** What a stranger may know about a serial. `until`, `since` and `endedAt` are instants. */
export type CoverAnswer =
  | { readonly kind: "covered"; readonly until: string }
  | {
      readonly kind: "used up";
      readonly until: string;
      /** When the next plan begins that was bought already. */
      readonly again?: string | undefined;
      readonly warranty?: string | undefined;
    }
  | {
      readonly kind: "buyable";
      readonly until?: string | undefined;
      /** The day on which its last plan was ended early. */
      readonly endedOn?: string | undefined;
    }
  | { readonly kind: "suspended" }
  | { readonly kind: "ended early"; readonly endedOn: string }
  | { readonly kind: "too late"; readonly since: string }
  | { readonly kind: "ended"; readonly endedAt: string }
  | { readonly kind: "unknown" }
  | { readonly kind: "replaced" }
  | { readonly kind: "promised"; readonly moves: keyof typeof en.cover.promisedWhen }
  | { readonly kind: "undecided" };

export type CoverModel = {
  readonly serial: string;
  readonly device?: { readonly name: string; readonly group: string } | undefined;
  readonly answer: CoverAnswer;
  readonly ribbon?: RibbonFacts | undefined;
  readonly reasons: readonly ReceiptStep[];
  readonly doors: readonly Row[];
  /** The maker's warranty of the device as a whole; its last day, and what it is counted from. */
  readonly warranty?: MakersWarranty | undefined;
  /** A serial that reads alike, when this one is not known. */
  readonly guess?: string | undefined;
};

/**
 * The answer to "is it covered": one big sentence, the picture, what to do, and in a fold what we looked
 * at.
 */
export function coverPage(frame: Frame, model: CoverModel) {
  const words = en.cover;
  const { device, ribbon, reasons, guess, warranty } = model;
  const answer = sayAnswer(frame, model.answer);
  const open = new Attributes({ open: model.answer.kind === "undecided" });
  const fold = html`<details ${open}><summary>${en.frame.facts}</summary>${receiptList(reasons)}</details>`;
  const main = html`<p class="place">${device?.name ?? words.serialShown("")} ${serial(model.serial)}</p>
${notice(
  answer.state,
  html`<h1>${answer.title}</h1>${
    answer.note !== undefined &&
    html`<p>${answer.note}
</p>`
  }`,
)}
${warranty !== undefined && model.answer.kind !== "used up" && warrantyLine(frame, warranty)}
${ribbon === undefined ? drawing(outlineOf(device?.group), "scene") : drawRibbon(layoutRibbon(ribbon))}
${
  guess &&
  notice(
    "needs",
    html`<p>${words.serialSuggestion(guess)} <a href="/cover/${guess}">
${words.serialSuggestionTake}</a></p>`,
  )
}
${model.doors.length > 0 && rows(model.doors)}
${reasons.length > 0 && fold}
${model.answer.kind !== "replaced" && html`<p><a href="/cover">${words.otherSerial}</a></p>`}`;
  const data = warranty && warrantyData(frame, { serial: model.serial, name: device?.name }, warranty);
  return page(frame, { title: answer.title, main, back: "/cover", broad: ribbon !== undefined, data });
}

type Said = {
  readonly state: "ok" | "waiting" | "needs" | "problem" | "plain";
  readonly title: string;
  readonly note?: string;
};

function sayAnswer(frame: Frame, answer: CoverAnswer): Said {
  const words = en.cover;
  const { now, zone } = frame;
  switch (answer.kind) {
    case "covered": {
      const last = lastDayOf(answer.until, zone);
      const left = `${words.coveredLeft(dayOf(now, zone).until(last).days)}.`;
      return {
        state: "ok",
        title: words.coveredTitle(formatDay(last)),
        note: frame.signedIn === undefined ? `${left} ${words.coveredNote}` : left,
      };
    }
    case "used up": {
      const day = (when: string | undefined) => when && formatDay(lastDayOf(when, zone));
      const [again, warranty] = [answer.again && formatDay(dayOf(answer.again, zone)), day(answer.warranty)];
      return {
        state: "plain",
        title: words.usedUpTitle,
        note: [
          words.usedUpNote(formatDay(lastDayOf(answer.until, zone))),
          again && words.usedUpAgain(again),
          warranty && words.usedUpWarranty(warranty),
        ]
          .filter(Boolean)
          .join(" "),
      };
    }
    case "buyable":
      return sayBuyable(frame, answer);
    case "suspended":
      return { state: "needs", title: words.suspendedTitle, note: words.suspendedNote };
    case "ended early":
      return {
        state: "plain",
        title: words.endedEarlyTitle(formatDay(Temporal.PlainDate.from(answer.endedOn))),
        note: words.endedEarlyNote,
      };
    case "too late":
      return { state: "problem", title: words.lateTitle(formatDay(dayOf(answer.since, zone))) };
    case "ended":
      return {
        state: "plain",
        title: words.endedTitle(formatDay(lastDayOf(answer.endedAt, zone))),
        note: words.endedNote,
      };
    case "unknown":
      return { state: "plain", title: words.unknownTitle, note: words.unknownNote };
    case "replaced":
      return { state: "plain", title: words.replacedTitle, note: words.replacedNote };
    case "promised":
      return {
        state: "waiting",
        title: words.promisedTitle,
        note: words.promisedNote(words.promisedWhen[answer.moves]),
      };
    case "undecided":
      return { state: "waiting", title: words.reviewTitle, note: words.reviewNote };
  }
}

function sayBuyable({ now, zone }: Frame, answer: Extract<CoverAnswer, { kind: "buyable" }>): Said {
  const words = en.cover;
  const { until, endedOn } = answer;
  const before =
    endedOn === undefined
      ? {}
      : { note: words.endedEarlyBefore(formatDay(Temporal.PlainDate.from(endedOn))) };
  if (until === undefined) {
    return { state: "needs", title: words.buyOpenTitle, ...before };
  }
  const moment = formatMoment(until, zone, now);
  return { state: "needs", title: words.buyTitle(moment, formatDistance(until, zone, now)), ...before };
}
