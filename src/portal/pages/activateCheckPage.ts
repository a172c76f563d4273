import { Html, html } from "../html.ts";
import { consentField } from "../parts/consentField.ts";
import { facts } from "../parts/facts.ts";
import { actions, carried, form, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { serial } from "../parts/serial.ts";
import { en } from "../words/en.ts";
import { formatDay, lastDayOf } from "../words/formatDate.ts";

export type ActivateCheckModel = {
  readonly form: FormState;
  readonly plan: string;
  readonly device: string;
  readonly code: string;
  readonly serial: string;
  /** As it will be read: a printed day, or the word for "never". */
  readonly firstUsed: string;
  readonly region: string;
  readonly holder: { readonly name: string; readonly email: string };
  /** Instant at which the plan would end; left out when the terms cannot say yet. */
  readonly endsAt?: string | undefined;
  readonly programme: string;
  readonly termsVersion: string;
  /** The mark of these answers, sent back with them. */
  readonly shown: string;
  /** They are not those that were shown last: another window changed them. */
  readonly changed?: boolean | undefined;
  /** What the law says of changing one's mind; left out where it gives no such right. */
  readonly withdrawal?: string | undefined;
};

/** Third step: everything once more, each with a way back, and the sentence that a code works once. */
export function activateCheckPage(frame: Frame, model: ActivateCheckModel) {
  const words = en.activate;
  const { plan, device, holder, endsAt } = model;
  const until = endsAt === undefined ? undefined : words.checkUntil(formatDay(lastDayOf(endsAt, frame.zone)));
  const list = facts(
    [
      { label: words.code, value: html`<span class="serial">${model.code}</span>`, change: "/activate" },
      { label: words.plan, value: plan },
      { label: words.device, value: device },
      { label: words.serial, value: serial(model.serial), change: "/activate/device#serial" },
      { label: words.firstUsed, value: model.firstUsed, change: "/activate/device#firstUse" },
      { label: words.region, value: model.region, change: "/activate/device#region" },
      {
        label: words.holder,
        value: html`${holder.name}<br>${holder.email}`,
        change: "/activate/device#name",
      },
    ],
    en.frame.change,
  );
  const version = html`<a href="/terms/${model.programme}">${words.version(model.termsVersion)}</a>`;
  const consent = html`<p>${words.agree} ${version}</p>`;
  const changed =
    model.changed === true && notice("needs", html`<p>${en.frame.changedElsewhere}</p>`, "alert");
  const confirm = html`${carried("shown", model.shown)}${startNow(model)}${consent}${actions(words.button)}`;
  const main = html`<p class="place">${en.frame.step(3, 3)}</p>${mistakeList(model.form)}${changed}<h1>
${words.checkTitle}</h1>
${notice("ok", html`<p><b>${words.checkWhat(plan, device)}</b>${until !== undefined && html` ${until}`}</p>`)}
${list}<p>${words.once}</p>${form(model.form, confirm)}`;
  return page(frame, { title: words.checkTitle, main, back: "/activate/device" });
}

/** Nobody is taken to ask for an immediate start who has not said so. */
function startNow({ withdrawal, form: state }: ActivateCheckModel): Html | false {
  const words = en.activate;
  const { startTitle: legend, startNow: label, startNowNote: note } = words;
  return (
    withdrawal !== undefined &&
    consentField({ name: "startNow", legend, says: Html.finished(withdrawal), label, note }, state)
  );
}
