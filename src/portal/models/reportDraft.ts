import {
  keepReportDraft,
  type ReportAnswer,
  type ReportDraftView,
  readReportDraft,
} from "../../claims/index.ts";
import { isOwnerOrGuest } from "../../identity/index.ts";
import { answer, Problem, perform } from "../../platform/index.ts";
import type { Answers } from "../visit/draft.ts";
import type { Visit } from "../visit/visit.ts";
import { channelOf, incidentTold, type Step } from "./reportAnswers.ts";

const causeCards = ["drop", "water", "flyaway", "defect", "screen"];

/** Keeps what is told so far with us too, for another device. The address stays in this browser. */
export async function keepElsewhere(
  visit: Visit,
  given: Answers,
  steps: ReadonlySet<Step["name"]>,
): Promise<void> {
  const incident = incidentTold(given, steps);
  const channel = given.channel ? { channel: channelOf(given) } : {};
  const { platform, caller } = visit;
  await perform(platform, caller, keepReportDraft, { id: given.deviceId ?? "", incident, ...channel });
}

/**
 * The report of a device that its owner began elsewhere; undefined where none is kept, and for the office,
 * whose own is another. Errors: Problem 401 for a stranger, who is led to sign in.
 */
export async function draftElsewhere(visit: Visit, deviceId: string): Promise<ReportDraftView | undefined> {
  if (!isOwnerOrGuest(visit.caller)) {
    return undefined;
  }
  try {
    return await answer(visit.platform, visit.caller, readReportDraft, { id: deviceId });
  } catch (error) {
    if (error instanceof Problem && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}

/** What was told elsewhere, as the fields of our pages hold it. */
export function answersOfDraft({ incident, channel, zone, ...draft }: ReportDraftView): Answers {
  const { at, cause, country, lost, stolen, abandoned, parts, flightLog } = incident;
  const moment = at?.includes("T") ? Temporal.Instant.from(at).toZonedDateTimeISO(zone) : undefined;
  const isCard = cause !== undefined && causeCards.includes(cause);
  const isHowTold = stolen !== undefined || abandoned !== undefined;
  const left = abandoned === true ? "abandoned" : "neither";
  const how = stolen === true ? "stolen" : left;
  const told: Readonly<Record<string, string | undefined>> = {
    cause: isCard || cause === undefined ? cause : "other",
    other: isCard ? undefined : cause,
    happenedOn: moment?.toPlainDate().toString() ?? at,
    happenedTime: moment?.toPlainTime().toString({ smallestUnit: "minute" }),
    country,
    lost,
    more: isHowTold ? how : undefined,
    parts: parts?.join(","),
    flightLog,
    channel,
  };
  const known = Object.entries(told).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const about = { deviceId: draft.deviceId, serial: draft.serial, device: draft.modelName, zone };
  return { ...Object.fromEntries(known), ...about, model: draft.model, keptAt: draft.keptAt };
}

/** The parts a device is made of, for the page that asks which broke. */
export const partsAnswer = (asked: ReportAnswer | undefined): Answers =>
  asked === undefined ? {} : { partsOf: asked.parts.join(",") };
