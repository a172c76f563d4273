import { parts as allParts } from "../../claims/index.ts";
import type { GivenAnswer } from "../pages/reportPages.ts";
import type { Answers } from "../visit/draft.ts";
import { isPastDay, mistakesIn } from "../visit/readForm.ts";
import { en } from "../words/en.ts";
import { formatDay } from "../words/formatDate.ts";
import { countryName, isCountry } from "./countries.ts";

const words = en.report;
const cards = ["drop", "water", "flyaway", "defect", "screen", "other"];
const others = ["collision", "battery", "deformation", "signal-interference", "user-error", "wear"] as const;
const losses = ["none", "partial", "total"] as const;
const channels = ["online", "quick", "swift"] as const;
const causes = ["drop", "water", "flyaway", "defect", "screen", ...others] as const;

/** One question of the report: its address, its fields, and what is to put right. */
export type Step = {
  readonly name: "what" | "when" | "parts" | "back" | "service" | "address" | "check";
  readonly fields: readonly string[];
  readonly check: (given: Answers, now: string) => Answers;
};

export const reportSteps: readonly Step[] = [
  { name: "what", fields: ["cause", "other"], check: checkWhat },
  { name: "when", fields: ["happenedOn", "happenedTime", "country"], check: checkWhen },
  { name: "parts", fields: ["parts"], check: checkParts },
  {
    name: "back",
    fields: ["lost"],
    check: ({ lost = "" }) => mistakesIn([["lost", isOne(losses, lost), words.backMissing]]),
  },
  {
    name: "service",
    fields: ["channel"],
    check: ({ channel = "" }) => mistakesIn([["channel", isOne(channels, channel), words.serviceMissing]]),
  },
  { name: "address", fields: ["line1", "postcode", "city", "addressCountry"], check: checkAddress },
  { name: "check", fields: [], check: () => ({}) },
];

/** Our fields by the pointers of the claim's body. */
export const reportFields: Answers = {
  "/incident/at": "happenedOn",
  "/incident/country": "country",
  "/incident/cause": "cause",
  "/address/line1": "line1",
  "/address/postcode": "postcode",
  "/address/city": "city",
};

function isOne<Value extends string>(values: readonly Value[], text: string): text is Value {
  return (values as readonly string[]).includes(text);
}

function checkWhat({ cause = "", other = "" }: Answers): Answers {
  return mistakesIn([
    ["cause", cards.includes(cause), words.whatMissing],
    ["other", cause !== "other" || isOne(others, other), words.otherMissing],
  ]);
}

/** At least one part, and only parts that the device is made of. */
function checkParts({ parts = "", partsOf = "" }: Answers): Answers {
  const chosen = parts.split(",");
  const known = chosen.every((part) => partsOf.split(",").includes(part));
  return mistakesIn([["parts", parts !== "" && known, words.partsMissing]]);
}

function checkWhen(
  { happenedOn = "", happenedTime = "", country = "", zone = "UTC" }: Answers,
  now: string,
): Answers {
  // A day ahead of the plan's clock: where it happened it may be tomorrow already.
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 });
  return mistakesIn([
    ["happenedOn", happenedOn !== "", words.whenMissing],
    ["happenedOn", happenedOn === "" || isPastDay(happenedOn, today.toString()), words.whenFuture],
    ["happenedTime", /^(([01]\d|2[0-3]):[0-5]\d)?$/.test(happenedTime), en.activate.firstUsedTimeMissing],
    ["country", isCountry(country), words.countryMissing],
  ]);
}

function checkAddress({ line1 = "", postcode = "", city = "", addressCountry = "" }: Answers): Answers {
  return mistakesIn([
    ["line1", line1 !== "" && line1.length <= 120, words.lineMissing],
    ["postcode", postcode !== "" && postcode.length <= 16, words.postcodeMissing],
    ["city", city !== "" && city.length <= 80, words.cityMissing],
    ["addressCountry", isCountry(addressCountry), words.addressCountryMissing],
  ]);
}

/** The command a report is sent with. Only called when every step holds. */
export function claimCommand(given: Answers) {
  const { serial = "", channel = "", line1 = "", postcode = "", city = "", addressCountry = "" } = given;
  const { cause = "", other = "", lost = "", country = "", parts = "" } = given;
  const told = cause === "other" ? other : cause;
  return {
    serial,
    incident: {
      at: incidentAt(given),
      cause: causes.find((known) => known === told) ?? "user-error",
      country,
      parts: allParts.filter((part) => parts.split(",").includes(part)),
      lost: losses.find((known) => known === lost) ?? "none",
    },
    channel: channels.find((known) => known === channel) ?? "online",
    address: { line1, postcode, city, country: addressCountry },
  };
}

/** A day where the hour was not told; the terms know what to do with one. */
function incidentAt({ happenedOn = "", happenedTime = "", zone = "UTC" }: Answers): string {
  if (happenedTime === "") {
    return happenedOn;
  }
  const day = Temporal.PlainDate.from(happenedOn);
  return day.toZonedDateTime({ timeZone: zone, plainTime: happenedTime }).toInstant().toString();
}

/** All answers as they are read back before sending, each with the way to change it. */
export function answersRead(given: Answers): readonly GivenAnswer[] {
  const { cause = "", other = "", happenedOn = "", happenedTime = "", country = "", lost, channel } = given;
  const causeWords: Readonly<Record<string, string>> = words.causes;
  const day = happenedOn === "" ? "" : formatDay(Temporal.PlainDate.from(happenedOn));
  const lostWords: Readonly<Record<string, string>> = {
    none: words.backAll,
    partial: words.backPart,
    total: words.backNone,
  };
  const { line1 = "", postcode = "", city = "", addressCountry = "" } = given;
  return [
    { label: words.device, value: given.device ?? "", change: "/report" },
    { label: words.what, value: causeWords[cause === "other" ? other : cause] ?? "", change: "/report/what" },
    { label: words.when, value: [day, happenedTime].filter(Boolean).join(", "), change: "/report/when" },
    { label: words.where, value: countryName(country), change: "/report/when#country" },
    {
      label: words.parts,
      value: (given.parts ?? "")
        .split(",")
        .map((part) => en.places.parts[part] ?? part)
        .join(", "),
      change: "/report/parts",
    },
    { label: words.back, value: lostWords[lost ?? ""] ?? "", change: "/report/back" },
    { label: words.service, value: words.services[channel as "online"] ?? "", change: "/report/service" },
    {
      label: words.address,
      value: `${line1}, ${postcode} ${city}, ${countryName(addressCountry)}`,
      change: "/report/address",
    },
  ];
}
