import { parts as allParts, type Incident } from "../../claims/index.ts";
import type { Answers } from "../visit/draft.ts";
import { isPastDay, mistakesIn } from "../visit/readForm.ts";
import { en } from "../words/en.ts";
import { isCountry } from "./countries.ts";

const words = en.report;
const cards = ["drop", "water", "flyaway", "defect", "screen", "other"];
const others = ["collision", "battery", "deformation", "signal-interference", "user-error", "wear"] as const;
const losses = ["none", "partial", "total"] as const;
const hows = ["stolen", "abandoned", "neither"] as const;
const logs = ["cloud", "file", "none"] as const;
const channels = ["online", "quick", "swift"] as const;
const causes = ["drop", "water", "flyaway", "defect", "screen", ...others] as const;

/** One question of the report: its address, its fields, and what is to put right. */
export type Step = {
  readonly name: "what" | "when" | "back" | "more" | "parts" | "record" | "service" | "address" | "check";
  readonly fields: readonly string[];
  readonly check: (given: Answers, now: string) => Answers;
};

export const reportSteps: readonly Step[] = [
  { name: "what", fields: ["cause", "other"], check: checkWhat },
  { name: "when", fields: ["happenedOn", "happenedTime", "country"], check: checkWhen },
  {
    name: "back",
    fields: ["lost"],
    check: ({ lost = "" }) => mistakesIn([["lost", isOne(losses, lost), words.backMissing]]),
  },
  {
    name: "more",
    fields: ["more"],
    check: ({ more = "" }) => mistakesIn([["more", isOne(hows, more), words.moreMissing]]),
  },
  { name: "parts", fields: ["parts"], check: checkParts },
  {
    name: "record",
    fields: ["flightLog"],
    check: ({ flightLog = "" }) => mistakesIn([["flightLog", isOne(logs, flightLog), words.recordMissing]]),
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

/** What is told of the incident by these steps; what they do not ask is not told. */
export function incidentTold(given: Answers, steps: ReadonlySet<Step["name"]>): Partial<Incident> {
  const { cause = "", other = "", lost = "", country = "", parts = "", more = "", flightLog = "" } = given;
  const told = causes.find((known) => known === (cause === "other" ? other : cause));
  const loss = losses.find((known) => known === lost);
  return {
    ...(steps.has("what") && told !== undefined ? { cause: told } : {}),
    ...(steps.has("when") && given.happenedOn ? { at: incidentAt(given), country } : {}),
    ...(steps.has("back") && loss !== undefined ? { lost: loss } : {}),
    ...(steps.has("more") && isOne(hows, more)
      ? { stolen: more === "stolen", abandoned: more === "abandoned" }
      : {}),
    ...(steps.has("record") && isOne(logs, flightLog) ? { flightLog } : {}),
    ...(steps.has("parts") && parts !== ""
      ? { parts: allParts.filter((part) => parts.split(",").includes(part)) }
      : {}),
  };
}

/** The command a report is sent with. Only called when every step holds. */
export function claimCommand(given: Answers, steps: ReadonlySet<Step["name"]>) {
  const { serial = "", line1 = "", postcode = "", city = "", addressCountry = "" } = given;
  const address = { line1, postcode, city, country: addressCountry };
  const incident = { at: incidentAt(given), cause: "user-error" as const, ...incidentTold(given, steps) };
  return { serial, incident, channel: channelOf(given), ...(steps.has("address") ? { address } : {}) };
}

/** The way it goes; by parcel where nobody chose. */
export function channelOf({ channel }: Answers): (typeof channels)[number] {
  return channels.find((known) => known === channel) ?? "online";
}

/** A day where the hour was not told; the terms know what to do with one. */
function incidentAt({ happenedOn = "", happenedTime = "", zone = "UTC" }: Answers): string {
  if (happenedTime === "") {
    return happenedOn;
  }
  const day = Temporal.PlainDate.from(happenedOn);
  return day.toZonedDateTime({ timeZone: zone, plainTime: happenedTime }).toInstant().toString();
}
