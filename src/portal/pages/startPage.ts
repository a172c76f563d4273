import { html } from "../html.ts";
import { outlineOf } from "../parts/drawings.ts";
import type { Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { type Row, rows } from "../parts/rows.ts";
import { en } from "../words/en.ts";
import { formatDay, lastDayOf } from "../words/formatDate.ts";

export type DeviceCard = {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly plan?: { readonly product: string; readonly endsAt: string; readonly state: string } | undefined;
  readonly openCase?: string | undefined;
};

/** The start: one question, and your devices first when we know you. */
export function startPage(frame: Frame, model: { readonly devices: readonly DeviceCard[] }) {
  const words = en.cover;
  const doors = rows([
    { href: "/cover", picture: "check", label: words.check, note: words.checkNote },
    { href: "/activate", picture: "code", label: words.activate, note: words.activateNote },
    { href: "/report", picture: "broken", label: words.broken, note: words.brokenNote },
    { href: "/plans", picture: "basket", label: words.buy, note: words.buyNote },
  ]);
  const known = model.devices.length > 0;
  const devices = html`<h2>${words.startDevices}</h2>${deviceRows(frame, model.devices)}<h2>
${words.startOther}</h2>`;
  return page(frame, {
    title: words.startTitle,
    main: html`<h1>${words.startTitle}</h1>${known && devices}${doors}`,
  });
}

/** One row per device: its plan and its last day, or its open case first of all. */
export function deviceRows(frame: Frame, devices: readonly DeviceCard[], folder = "/devices") {
  const words = en.cover;
  const planNote = (plan: NonNullable<DeviceCard["plan"]>) => {
    const name = en.ribbon.planNames[plan.product] ?? plan.product;
    const day = formatDay(lastDayOf(plan.endsAt, frame.zone));
    if (plan.state === "exhausted") {
      return words.planUsedUp(name, day);
    }
    if (plan.state === "suspended") {
      return words.planSuspended(name);
    }
    return plan.state === "active" || plan.state === "scheduled"
      ? words.planUntil(name, day)
      : words.planEnded(name, day);
  };
  const list = devices.map(({ id, name, group, plan, openCase }): Row => {
    const cover = plan === undefined ? words.noPlan : planNote(plan);
    const note = openCase === undefined ? cover : words.caseOpen(openCase);
    return { href: `${folder}/${id}`, picture: outlineOf(group), label: name, note };
  });
  return rows(list);
}
