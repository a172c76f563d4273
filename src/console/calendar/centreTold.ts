import type { CommandOf } from "../../client/index.ts";
import { calendar as words } from "../words/en/calendar.ts";
import type { Centre } from "./calendarQueries.ts";

type Body = Omit<CommandOf<"addCentre">, "dryRun">;
type Opening = Body["exceptions"][number]["openings"][number];

/** The days of a week, from Monday. */
export const weekdays = [
  ...(["monday", "tuesday", "wednesday", "thursday"] as const),
  ...(["friday", "saturday", "sunday"] as const),
] as const;

/** A line of a list, as it is typed. `key` tells it from others while lines come and go. */
export type Row<Name extends string> = Readonly<Record<Name | "key", string>>;
export type RowOf = {
  readonly exceptions: Row<"on" | "name" | "openings">;
  readonly benches: Row<"no" | "name" | "models" | "series">;
  readonly designations: Row<"regions" | "models" | "priority">;
};

const boxes = [
  ...(["name", "line1", "line2", "postcode", "city", "country", "zone"] as const),
  ...(["regions", "models", "series", "slotMinutes", "noticeMinutes", "aheadDays"] as const),
] as const;
export type Box = (typeof boxes)[number] | (typeof weekdays)[number];

/** A centre as it is typed. */
export interface CentreTold extends Readonly<{ [List in keyof RowOf]: readonly RowOf[List][] }> {
  readonly boxes: Readonly<Record<Box, string>>;
  readonly channels: readonly Body["channels"][number][];
  readonly closed: boolean;
  /** Where it is on a map; kept as it is. */
  readonly place?: Body["place"];
}

let lines = 0;
/** An empty line of a list. */
export function newKey(): string {
  lines += 1;
  return `line-${lines}`;
}

const listed = (all: readonly string[]): string => all.join(", ");
const timesOf = (openings: readonly Opening[] = []): string =>
  openings.map(({ from, to }) => `${from}-${to}`).join(", ");

/** A centre that is to be changed, or nothing yet. */
export function toldOf(centre: Centre | undefined): CentreTold {
  const from = centre ?? NEW;
  const { address, regions, models, series, hours } = from;
  const days = Object.fromEntries(weekdays.map((day) => [day, timesOf(hours[day])]));
  return {
    boxes: {
      ...{ name: from.name, country: from.country, zone: from.zone },
      ...{ line1: address.line1, line2: address.line2 ?? "", postcode: address.postcode, city: address.city },
      ...{ regions: listed(regions), models: listed(models), series: listed(series) },
      ...{ slotMinutes: String(from.slotMinutes), noticeMinutes: String(from.noticeMinutes) },
      aheadDays: String(from.aheadDays),
      ...(days as Record<(typeof weekdays)[number], string>),
    },
    channels: from.channels,
    closed: centre?.closedAt !== undefined,
    ...(from.place === undefined ? {} : { place: from.place }),
    exceptions: from.exceptions.map(({ on, name, openings }) => ({
      ...{ key: newKey(), on, name, openings: timesOf(openings) },
    })),
    benches: from.benches.map((bench) => ({
      ...{ key: newKey(), no: String(bench.no), name: bench.name },
      ...{ models: listed(bench.models), series: listed(bench.series) },
    })),
    designations: from.designations.map((each) => ({
      ...{ key: newKey(), regions: listed(each.regions), models: listed(each.models) },
      priority: String(each.priority),
    })),
  };
}

const NEW: Body = {
  ...{
    name: "",
    country: "",
    zone: "",
    channels: ["parcel", "counter"],
    regions: [],
    models: [],
    series: [],
  },
  address: { line1: "", postcode: "", city: "" },
  ...{ hours: {}, exceptions: [], designations: [], slotMinutes: 45, noticeMinutes: 120, aheadDays: 28 },
  benches: [{ no: 1, name: "", models: [], series: [] }],
};

/** What is said, or what cannot be read, by the pointer of its field. */
export interface CentreRead {
  readonly body: Body;
  readonly faults: Readonly<Record<string, string>>;
}

/** Reads what was typed. Times that are none are the only thing the server could not say at its field. */
export function readTold({ boxes: told, channels, place, ...lists }: CentreTold): CentreRead {
  const faults: Record<string, string> = {};
  const times = (pointer: string, text: string): Opening[] => {
    const read = readTimes(text);
    if (read === undefined) {
      faults[pointer] = words.timesWrong;
    }
    return read ?? [];
  };
  const hours = Object.fromEntries(
    weekdays.flatMap((day) => (told[day].trim() === "" ? [] : [[day, times(`/hours/${day}`, told[day])]])),
  );
  const line2 = told.line2.trim();
  const { name, zone, line1, postcode, city } = told;
  const body: Body = {
    ...{ name, zone, country: told.country.trim().toUpperCase(), channels: [...channels], hours },
    address: { line1, ...(line2 === "" ? {} : { line2 }), postcode, city },
    ...(place === undefined ? {} : { place }),
    ...{ regions: split(told.regions), models: split(told.models), series: split(told.series) },
    exceptions: lists.exceptions.map(({ on, name: called, openings }, index) => ({
      ...{ on, name: called, openings: times(`/exceptions/${index}/openings`, openings) },
    })),
    benches: lists.benches.map((bench) => ({
      ...{ no: Number(bench.no), name: bench.name },
      ...{ models: split(bench.models), series: split(bench.series) },
    })),
    designations: lists.designations.map((each) => ({
      ...{ regions: split(each.regions), models: split(each.models), priority: Number(each.priority) },
    })),
    ...{ slotMinutes: Number(told.slotMinutes), noticeMinutes: Number(told.noticeMinutes) },
    aheadDays: Number(told.aheadDays),
  };
  return { body, faults };
}

/** `09:00-12:30, 13:30-17:30`. Undefined where a part is no time from and to, on a quarter of an hour. */
function readTimes(text: string): Opening[] | undefined {
  const parts = split(text).map((part) => {
    const [, from, to] = /^(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)$/.exec(part) ?? [];
    return from === undefined || to === undefined ? undefined : { from: padded(from), to: padded(to) };
  });
  const read = parts.filter((part) => part !== undefined);
  const isRight = ({ from, to }: Opening) => [from, to].every((time) => QUARTER.test(time));
  return read.length === parts.length && read.every(isRight) ? read : undefined;
}

const QUARTER = /^(([01]\d|2[0-3]):(00|15|30|45)|24:00)$/;
const padded = (time: string): string => time.padStart(5, "0");

function split(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
