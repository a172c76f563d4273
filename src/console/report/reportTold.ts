import type { CommandOf } from "../../client/index.ts";
import { momentOf, wallOf } from "../format/wallClock.ts";
import type { ReportDraft } from "./reportQueries.ts";

/** What is typed for a caller, box by box. */
export interface ReportTold {
  readonly cause: string;
  readonly day: string;
  readonly time: string;
  readonly country: string;
  readonly lost: string;
  readonly how: string;
  /** Where the record of the flight is, of what is gone; empty where it is not told. */
  readonly record: string;
  readonly parts: readonly string[];
  readonly channel: "online" | "quick" | "swift";
  readonly line1: string;
  readonly postcode: string;
  readonly city: string;
  readonly addressCountry: string;
}

export const nothingTold: ReportTold = {
  ...{
    cause: "",
    day: "",
    time: "",
    country: "",
    lost: "",
    how: "",
    record: "",
    parts: [],
    channel: "online",
  },
  ...{ line1: "", postcode: "", city: "", addressCountry: "" },
};

type Incident = CommandOf<"askReport">["incident"];

/** The incident as far as it is told. A moment is of the plan's zone. */
export function incidentOf(told: ReportTold, zone: string): Incident {
  const { cause, day, time, country, lost, how, record, parts } = told;
  const at = day === "" || time === "" ? day : momentOf(day, time, zone);
  return {
    ...(cause === "" ? {} : { cause: cause as NonNullable<Incident["cause"]> }),
    ...(at === "" ? {} : { at }),
    ...(/^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(lost === "" ? {} : { lost: lost as NonNullable<Incident["lost"]> }),
    ...(how === "" ? {} : { stolen: how === "stolen", abandoned: how === "abandoned" }),
    ...(record === "" || lost !== "total" ? {} : { flightLog: record as NonNullable<Incident["flightLog"]> }),
    ...(parts.length === 0 ? {} : { parts: [...parts] as NonNullable<Incident["parts"]> }),
  };
}

/** What was kept, back in its boxes. The address was not kept. */
export function toldOf({ incident, channel, zone }: ReportDraft): ReportTold {
  const {
    at = "",
    cause = "",
    country = "",
    lost = "",
    stolen,
    abandoned,
    parts = [],
    flightLog: record = "",
  } = incident;
  const isMoment = at.includes("T");
  const wall = isMoment ? new Date(wallOf(Date.parse(at), zone)).toISOString() : at;
  const left = abandoned === true ? "abandoned" : "neither";
  const how = stolen === true ? "stolen" : left;
  return {
    ...nothingTold,
    ...{
      cause,
      country,
      lost,
      record,
      parts,
      day: wall.slice(0, 10),
      time: isMoment ? wall.slice(11, 16) : "",
    },
    how: stolen === undefined && abandoned === undefined ? "" : how,
    channel: channel ?? "online",
  };
}

/** The command of the report; undefined until day and cause are told. */
export function commandOf(
  serial: string,
  told: ReportTold,
  zone: string,
): CommandOf<"openClaim"> | undefined {
  const { at, cause, ...rest } = incidentOf(told, zone);
  const { line1, postcode, city, addressCountry: country } = told;
  const address = line1 === "" ? {} : { address: { line1, postcode, city, country } };
  return at === undefined || cause === undefined
    ? undefined
    : { serial, channel: told.channel, incident: { ...rest, at, cause }, ...address };
}
