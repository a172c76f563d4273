import { html } from "../html.ts";
import { actions, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { optionField } from "../parts/optionField.ts";
import { page } from "../parts/page.ts";
import { personAttributes } from "../parts/personAttributes.ts";
import { selectField } from "../parts/selectField.ts";
import { textField } from "../parts/textField.ts";
import { en } from "../words/en.ts";
import { latestDayAt } from "../words/formatDate.ts";
import { serialAttributes } from "./serialPage.ts";

export type ActivateDeviceModel = {
  readonly form: FormState;
  readonly regions: readonly (readonly [string, string])[];
  /** Models to choose from; left out when the code or the serial settles it. */
  readonly models?: readonly (readonly [string, string])[] | undefined;
};

/** Second step: the device, when it was first used, and who holds the plan. */
export function activateDevicePage(frame: Frame, { form: state, regions, models }: ActivateDeviceModel) {
  const words = en.activate;
  const { name, email } = personAttributes;
  const serial = {
    name: "serial",
    label: en.cover.serialLabel,
    hint: en.cover.serialHint,
    kind: "serial-input",
  };
  const region = { name: "region", label: words.regionLabel, hint: words.regionHint, options: regions };
  const device = html`<h2>${words.deviceGroup}</h2>
${textField({ ...serial, attributes: { ...serialAttributes, enterkeyhint: "next" } }, state)}
${models !== undefined && selectField({ name: "model", label: words.modelLabel, options: models }, state)}
${firstUse(frame, state)}
${selectField(region, state)}`;
  const holder = html`<h2>${words.holderGroup}</h2>
${textField({ name: "name", label: words.nameLabel, attributes: name }, state)}
${textField({ name: "email", label: words.emailLabel, hint: words.emailHint, attributes: email }, state)}`;
  const main = html`<p class="place">${en.frame.step(2, 3)}</p>${mistakeList(state)}<h1>${words.deviceTitle}
</h1>
${form(state, html`${device}${holder}${actions(en.frame.continue)}`)}`;
  return page(frame, { title: words.deviceTitle, main, back: "/activate", mistaken: isMistaken(state) });
}

function firstUse(frame: Frame, state: FormState) {
  const words = en.activate;
  const today = latestDayAt(frame.now);
  const choice = optionField(
    {
      name: "firstUse",
      legend: words.firstUsedLabel,
      hint: words.firstUsedHint,
      options: [
        { value: "known", label: words.firstUsedKnown },
        { value: "never", label: words.firstUsedNever },
      ],
    },
    state,
  );
  const day = textField(
    {
      name: "firstUsedOn",
      label: words.firstUsedDay,
      kind: "short",
      attributes: { type: "date", max: today },
    },
    state,
  );
  const time = textField(
    { name: "firstUsedTime", label: words.firstUsedTime, kind: "short", attributes: { type: "time" } },
    state,
  );
  return html`${choice}<div class="pair even">${day}${time}</div>`;
}
