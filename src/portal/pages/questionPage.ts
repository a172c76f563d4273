import { html } from "../html.ts";
import { facts } from "../parts/facts.ts";
import { actions, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { optionField } from "../parts/optionField.ts";
import { page } from "../parts/page.ts";
import { textField } from "../parts/textField.ts";
import { en } from "../words/en.ts";

const words = en.question;

/** What an owner is asked about what came. */
export type QuestionModel = {
  readonly caseId: string;
  readonly form: FormState;
  /** What came, by its name. */
  readonly about: string;
  /** The bench's own words. */
  readonly says: string;
  readonly answers: readonly string[];
  readonly expected: string;
  /** The last moment to answer, in words. */
  readonly by: string | undefined;
};

/** What came, what the bench asks, and the answers there are: one question, one page. */
export function questionPage(frame: Frame, model: QuestionModel) {
  const { caseId, about, says, answers, expected, by } = model;
  const back = `/cases/${caseId}`;
  const options = answers.map((value) => ({
    value,
    label: words.answers[value] ?? value,
    note: words.notes[value],
  }));
  const more = { name: "says", label: words.more, lines: true, attributes: { maxlength: "500", rows: "3" } };
  const told = facts([
    { label: words.bench, value: says },
    ...(expected === "" ? [] : [{ label: words.expected, value: expected }]),
  ]);
  const main = html`${mistakeList(model.form)}<p class="place">${en.claim.caseNo(caseId)}</p>
<h1>${words.title}</h1><p class="lede">${words.cameOf[about] ?? ""}</p>${told}
${form(
  model.form,
  html`${optionField({ name: "answer", legend: words.what, options }, model.form)}
${textField(more, model.form)}${actions(words.send)}`,
)}${by !== undefined && html`<p class="hint">${words.otherwise(by)}</p>`}`;
  return page(frame, { title: words.title, main, back, mistaken: isMistaken(model.form) });
}
