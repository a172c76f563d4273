import type { GivenAnswer } from "../pages/reportPages.ts";
import type { Answers } from "../visit/draft.ts";
import { en } from "../words/en.ts";
import { formatDay } from "../words/formatDate.ts";
import { countryName } from "./countries.ts";
import { channelOf, type Step } from "./reportAnswers.ts";

const words = en.report;

/** All answers as they are read back before sending, each with the way to change it. */
export function answersRead(given: Answers, steps: ReadonlySet<Step["name"]>): readonly GivenAnswer[] {
  const { cause = "", other = "", happenedOn = "", happenedTime = "", country = "", lost = "" } = given;
  const causeWords: Readonly<Record<string, string>> = words.causes;
  const day = happenedOn === "" ? "" : formatDay(Temporal.PlainDate.from(happenedOn));
  const { line1 = "", postcode = "", city = "", addressCountry = "" } = given;
  const parts = (given.parts ?? "").split(",").map((part) => en.places.parts[part] ?? part);
  const losses: Readonly<Record<string, string>> = words.losses;
  const logs: Readonly<Record<string, string>> = words.records;
  const hows: Readonly<Record<string, string>> = words.hows;
  const rows: readonly (GivenAnswer & { readonly step?: Step["name"] })[] = [
    { label: words.device, value: given.device ?? "", change: "/report" },
    { label: words.what, value: causeWords[cause === "other" ? other : cause] ?? "", step: "what" },
    { label: words.when, value: [day, happenedTime].filter(Boolean).join(", "), step: "when" },
    { label: words.where, value: named(country), step: "when", change: "/report/when#country" },
    { label: words.back, value: losses[lost] ?? "", step: "back" },
    { label: words.more, value: hows[given.more ?? ""] ?? "", step: "more" },
    { label: words.parts, value: parts.join(", "), step: "parts" },
    { label: words.record, value: logs[given.flightLog ?? ""] ?? "", step: "record" },
    { label: words.service, value: words.services[channelOf(given)], step: "service" },
    {
      label: words.address,
      value: `${line1}, ${postcode} ${city}, ${named(addressCountry)}`,
      step: "address",
    },
  ];
  return rows.flatMap(({ step, ...row }) => {
    const change = row.change ?? `/report/${step}`;
    return step === undefined || steps.has(step) ? [{ ...row, change }] : [];
  });
}

/** A country by name; what was not asked has none. */
const named = (country: string): string => (country === "" ? "" : countryName(country));
