import { deepEqual, equal, match, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { renderLetter } from "../letter.ts";
import { type AlarmFacts, type AlarmsFacts, alarmsTold } from "./alarmsTold.ts";

const alarm: AlarmFacts = {
  ...{ id: "clm_1", device: "Mavic Pro", serial: "MVP1234567", what: "first_look", next: "inspect" },
  ...{ at: "Monday 1 June 2026, 14:05 (Europe/Berlin)", isOver: true, centre: "Harbour Repairs" },
  url: "https://care.test/console/cases/clm_1",
};
const soon = { ...alarm, id: "clm_2", isOver: false };
const told = (alarms: readonly AlarmFacts[], more: Partial<AlarmsFacts> = {}) =>
  renderLetter(
    alarmsTold({
      ...{ addressee: "desk", centre: "Harbour Repairs", alarms },
      ...{ listUrl: "https://care.test/console/inbox/promises", ...more },
    }),
    "Ann",
    "Evermend",
  );

describe("a letter about promises that run out", () => {
  it("says which case and promise, since when, who has the ball, and what is next", () => {
    const { subject, text } = told([alarm]);
    equal(subject, "A promise ran out");
    for (const says of [
      /^Case: clm_1$/m,
      /^Device: Mavic Pro, MVP1234567$/m,
      /^Promise: First look at the device$/m,
      /^Ran out: Monday 1 June 2026, 14:05 \(Europe\/Berlin\)$/m,
      /^Who has the ball: The bench of Harbour Repairs$/m,
      /^What to do next: Inspect the device/m,
      /^Open the case:\nhttps:\/\/care\.test\/console\/cases\/clm_1$/m,
      /named as the desk of Harbour Repairs\.$/m,
    ]) {
      match(text, says);
    }
  });

  it("says of clips that the office has the ball, and of what is near when it runs out", () => {
    match(told([{ ...alarm, what: "clips", next: "clips" }]).text, /^Who has the ball: The office$/m);
    const { subject, text } = told([soon], { addressee: "manager" });
    equal(subject, "A promise runs out soon");
    match(text, /^Runs out: Monday/m);
    match(text, /you are a manager of this programme\.$/m);
  });

  for (const [over, near, subject] of [
    [2, 0, "2 promises ran out"],
    [0, 3, "3 promises run out soon"],
    [1, 1, "A promise ran out, one runs out soon"],
    [2, 5, "2 promises ran out, 5 run out soon"],
  ] as const) {
    it(`counts ${over} that ran out and ${near} that will: ${subject}`, () =>
      equal(told([...Array(over).fill(alarm), ...Array(near).fill(soon)]).subject, subject));
  }

  it("shows the first twenty, says how many more there are, and leads to the list", () => {
    const many = Array.from({ length: 23 }, (_, place) => ({ ...alarm, id: `clm_${place}` }));
    const { text } = told(many);
    equal(text.split("\nCase: ").length, 21);
    match(text, /^And 3 more: the list has all of them\.$/m);
    match(text, /^Open the list:\nhttps:\/\/care\.test\/console\/inbox\/promises$/m);
  });

  it("is calm, short and whole", () => {
    const { subject, text, html } = told([alarm]);
    ok(subject.length <= 60 && text.length <= 1_500);
    const wrong = [subject, text, html].filter((body) =>
      /undefined|null|NaN|\[object|\b(please|sorry|oops|invalid|unfortunately)\b|!(?!doctype)/i.test(body),
    );
    deepEqual(wrong, []);
  });
});
