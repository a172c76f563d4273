import { type Html, html } from "../html.ts";
import type { Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { rows } from "../parts/rows.ts";
import { serial } from "../parts/serial.ts";
import { drawRibbon } from "../ribbon/drawRibbon.ts";
import { layoutRibbon } from "../ribbon/layoutRibbon.ts";
import type { RibbonContract, RibbonFacts, RibbonSlot } from "../ribbon/ribbonFacts.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay, lastDayOf } from "../words/formatDate.ts";
import { formatMoney } from "../words/formatMoney.ts";

export type CaseRow = { readonly id: string; readonly reportedAt: string; readonly sentence: string };

export type DeviceModel = {
  readonly deviceId: string;
  readonly ribbon: RibbonFacts;
  readonly cases: readonly CaseRow[];
  /** The case that is open; until it is closed no second one is reported. */
  readonly openCaseId?: string | undefined;
  /** The contract that may be renewed and until when; left out when renewal is not open. */
  readonly renewal?: { readonly contractId: string; readonly until: string } | undefined;
};

/** My device: the ribbon, what is left and what it costs, the cases, and how to report damage. */
export function devicePage(frame: Frame, { deviceId, ribbon, cases, openCaseId, renewal }: DeviceModel) {
  const words = en.device;
  const current = ribbon.units.at(-1);
  const live = ribbon.contracts.findLast(({ state }) => state === "active" || state === "exhausted");
  const renew =
    renewal &&
    html`<h2>${words.renewTitle}</h2><p>${words.renewUntil(formatDay(lastDayOf(renewal.until, frame.zone)))}
</p>
<p><a class="button quiet" href="/renew/${renewal.contractId}">${words.renewButton}</a></p>`;
  const main = html`<p class="place">${words.serial} ${current && serial(current.serial)}</p><h1>
${ribbon.device.name}</h1>
${live ? left(live, ribbon.currency) : html`<p class="lede">${words.noPlanNow}</p>`}
${drawRibbon(layoutRibbon(ribbon), { heading: true })}
<div class="actions">${
    openCaseId === undefined
      ? html`<a class="button" href="/report/device/${deviceId}">${words.report}</a>`
      : html`<a class="button" href="/cases/${openCaseId}">${en.claim.toCase}</a>`
  }</div>
${ribbon.contracts.map((contract) => feeTable(contract, ribbon))}
<h2>${words.cases}</h2>${caseList(frame, cases)}${renew}`;
  return page(frame, { title: ribbon.device.name, main, back: "/devices", broad: true });
}

/** What is left of the plan, what the next use costs, and what is held for a case. */
function left(contract: RibbonContract, currency: string): Html {
  const words = en.device;
  const held = contract.slots.some(({ state }) => state === "reserved") && html` ${words.held}`;
  const free = contract.slots.filter((slot) => slot.state === "free" || slot.state === "not yet");
  const fee = free[0]?.feeMinor;
  const next = fee === undefined ? false : html` ${words.nextFee(formatMoney({ amount: fee, currency }))}`;
  return html`<p class="lede">${
    free.length === 0
      ? words.noneLeft
      : html`<b>${words.left(free.length, contract.slots.length)}.</b>${next}`
  }${held}</p>`;
}

function feeTable(contract: RibbonContract, ribbon: RibbonFacts): Html {
  const words = en.device;
  const name = en.ribbon.planNames[contract.product] ?? contract.product;
  const cells = contract.slots.map((slot) => {
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
