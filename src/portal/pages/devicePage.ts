import { type Html, html } from "../html.ts";
import type { Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { type RenewsItself, renewsItself } from "../parts/renewsItself.ts";
import { type Row, rows } from "../parts/rows.ts";
import { serial } from "../parts/serial.ts";
import { drawRibbon } from "../ribbon/drawRibbon.ts";
import { layoutRibbon } from "../ribbon/layoutRibbon.ts";
import {
  isReplacement,
  type RibbonContract,
  type RibbonFacts,
  type RibbonSlot,
} from "../ribbon/ribbonFacts.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay, lastDayOf } from "../words/formatDate.ts";
import { formatMoney } from "../words/formatMoney.ts";
import { planName } from "../words/planName.ts";

export type CaseRow = { readonly id: string; readonly reportedAt: string; readonly sentence: string };

export type DeviceModel = {
  readonly deviceId: string;
  readonly ribbon: RibbonFacts;
  readonly cases: readonly CaseRow[];
  /** The case that is open; until it is closed no second one is reported. */
  readonly openCaseId?: string | undefined;
  /** Until when a report is kept that was begun and not sent. */
  readonly draftUntil?: string | undefined;
  /** The contract that may be renewed, with what and until when, and whether it renews by itself. */
  readonly renewal?: RenewalOffered | undefined;
  /** The plan that has the device, and what can be done with it. */
  readonly plan?:
    | {
        readonly contractId: string;
        readonly suspended: boolean;
        readonly mayPass: boolean;
        /** A transfer that waits for its answer. */
        readonly transferId?: string | undefined;
      }
    | undefined;
  /** Plans that ended before their time. */
  readonly ended?: readonly { readonly contractId: string; readonly product: string }[];
};

export type RenewalOffered = {
  readonly contractId: string;
  /** Undefined where nothing may follow now. */
  readonly product: string | undefined;
  readonly until: string | undefined;
  readonly inGrace: boolean;
  readonly itself: RenewsItself;
};

/** My device: the ribbon, what is left and what it costs, the cases, and how to report damage. */
export function devicePage(frame: Frame, model: DeviceModel) {
  const words = en.device;
  const { deviceId, ribbon, openCaseId } = model;
  const current = ribbon.units.at(-1);
  const live = ribbon.contracts.findLast(({ state }) => state === "active" || state === "exhausted");
  const lede = live ? left(live, ribbon) : html`<p class="lede">${words.noPlanNow}</p>`;
  const main = html`<p class="place">${words.serial} ${current && serial(current.serial)}</p><h1>
${ribbon.device.name}</h1>
${model.plan?.suspended === true ? suspended() : lede}${follows(ribbon)}
${drawRibbon(layoutRibbon(ribbon), { heading: true })}
<div class="actions">${
    openCaseId === undefined
      ? html`<a class="button" href="/report/device/${deviceId}">${
          model.draftUntil === undefined ? words.report : en.report.resume
        }</a>`
      : html`<a class="button" href="/cases/${openCaseId}">${en.claim.toCase}</a>`
  }</div>${model.draftUntil !== undefined && openCaseId === undefined && resumeNote(frame, model.draftUntil)}
${model.renewal && renewal(frame, model.renewal)}
${ribbon.contracts.filter(isCounted).map((contract) => feeTable(contract, ribbon))}
<h2>${words.cases}</h2>${caseList(frame, model.cases)}${planRows(model)}`;
  return page(frame, { title: ribbon.device.name, main, back: "/devices", broad: true });
}

/** A report was begun, here or on another device. */
function resumeNote(frame: Frame, until: string): Html {
  return html`<p class="hint">${en.report.resumeNote(formatDay(dayOf(until, frame.zone)))}</p>`;
}

/** A dispute has stopped the plan: what that means, and the way out. */
function suspended(): Html {
  const words = en.plan;
  return notice(
    "problem",
    html`<h2>${words.suspended}</h2><p>${words.suspendedSays}</p>
<p><a href="/help#write">${words.disputedByMistake}</a></p>`,
  );
}

/** What may follow and until when, and whether that happens by itself. */
function renewal(frame: Frame, { contractId, product, until, inGrace, itself }: RenewalOffered): Html {
  const words = en.device;
  const itselfSaid = renewsItself(frame, itself, contractId);
  if (product === undefined) {
    return html`${itselfSaid}`;
  }
  const name = planName(product);
  const day = until === undefined ? undefined : formatDay(lastDayOf(until, frame.zone));
  const says = day === undefined ? false : (inGrace ? words.renewGrace : words.renewUntil)(name, day);
  return html`<h2>${name}</h2>${says && html`<p>${says}</p>`}
<p><a class="button quiet" href="/renew/${contractId}">${words.renewButton(name)}</a></p>${itselfSaid}`;
}

/** What else can be done with the plan, and what became of plans that ended early. */
function planRows({ plan, ended = [] }: DeviceModel): Html {
  const words = en.plan;
  const list: Row[] = [];
  if (plan?.transferId !== undefined) {
    const href = `/transfers/${plan.transferId}`;
    list.push({ href, picture: "letter", label: words.passWaits, note: words.passWaitsNote });
  } else if (plan?.mayPass === true) {
    const href = `/contracts/${plan.contractId}/transfer`;
    list.push({ href, picture: "letter", label: words.passOn, note: words.passOnNote });
  }
  if (plan !== undefined && !plan.suspended) {
    const href = `/return/${plan.contractId}`;
    list.push({ href, picture: "basket", label: words.giveBack, note: words.giveBackNote });
  }
  for (const { contractId, product } of ended) {
    const label = words.ended(planName(product));
    list.push({ href: `/return/${contractId}`, picture: "check", label, note: words.endedNote });
  }
  list.push({ href: "/payments", picture: "code", label: words.payments, note: words.paymentsNote });
  const never = plan?.mayPass === false && html`<p class="small muted">${words.passNever}</p>`;
  return html`<h2>${words.title}</h2>${rows(list)}${never}`;
}

/** The plan that begins when the one that runs has ended. */
function follows({ contracts, zone }: RibbonFacts): readonly Html[] {
  return contracts
    .filter(({ state }) => state === "scheduled")
    .map(({ product, startsAt, endsAt }) => {
      const from = startsAt === undefined ? "" : formatDay(dayOf(startsAt, zone));
      return html`<p>${en.device.follows(planName(product), from, formatDay(lastDayOf(endsAt, zone)))}</p>`;
    });
}

/** Some plans replace as often as it takes: of them nothing is left, and nothing is used up. */
function isCounted({ slots }: RibbonContract): boolean {
  return slots.some(isReplacement);
}

/** What is left of the plan, what the next use costs, and what is held for a case. */
function left(contract: RibbonContract, { currency, zone }: RibbonFacts): Html {
  const words = en.device;
  if (!isCounted(contract)) {
    return html`<p class="lede">${words.runsUntil(formatDay(lastDayOf(contract.endsAt, zone)))}</p>`;
  }
  const held = contract.slots.some(({ state }) => state === "reserved") && html` ${words.held}`;
  const counted = contract.slots.filter(isReplacement);
  const free = counted.filter((slot) => slot.state === "free" || slot.state === "not yet");
  const fee = free[0]?.feeMinor;
  const next = fee === undefined ? false : html` ${words.nextFee(formatMoney({ amount: fee, currency }))}`;
  return html`<p class="lede">${
    free.length === 0 ? words.noneLeft : html`<b>${words.left(free.length, counted.length)}.</b>${next}`
  }${held}</p>`;
}

function feeTable(contract: RibbonContract, ribbon: RibbonFacts): Html {
  const words = en.device;
  const name = planName(contract.product);
  const cells = contract.slots.filter(isReplacement).map((slot) => {
    const { feeMinor } = slot;
    const fee =
      feeMinor === undefined ? words.noFee : formatMoney({ amount: feeMinor, currency: ribbon.currency });
    return html`<tr><th scope="row">${slot.nth}</th><td>${slotState(slot, contract, ribbon)}</td>
<td class="sum">${fee}</td></tr>`;
  });
  return html`<h2>${words.fees}</h2><table><caption>${name}</caption>
<thead><tr><th scope="col">${words.nth}</th><th scope="col">${words.state}</th>
<th scope="col" class="sum">${words.fee}</th></tr></thead>
<tbody>${cells}</tbody></table><p class="small muted">${words.feeNote}</p>`;
}

function slotState(slot: RibbonSlot, contract: RibbonContract, { zone }: RibbonFacts): string {
  const words = en.device;
  if (slot.state === "used") {
    return slot.usedAt === undefined ? words.used("") : words.used(formatDay(dayOf(slot.usedAt, zone)));
  }
  if (contract.state === "expired" || contract.state === "cancelled") {
    return words.lapsed;
  }
  return { free: words.free, reserved: words.reserved, "not yet": words.notYet }[slot.state];
}

function caseList(frame: Frame, cases: readonly CaseRow[]): Html {
  const words = en.device;
  if (cases.length === 0) {
    return html`<p>${words.casesNone}</p>`;
  }
  return rows(
    cases.map(({ id, reportedAt, sentence }) => ({
      href: `/cases/${id}`,
      picture: "parcel" as const,
      label: sentence,
      note: words.caseRow(formatDay(dayOf(reportedAt, frame.zone))),
    })),
  );
}
