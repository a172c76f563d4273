import type { DeviceRecord } from "../../contracts/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import type { Facts, Receipt, Terms } from "../../terms/index.ts";
import { caseAtOpening } from "../caseAtOpening.ts";
import { type Claim, channels } from "../claim.ts";
import { claimFacts } from "../claimFacts.ts";
import type { Incident } from "../incident.ts";
import { liesAfter } from "../liesAfter.ts";
import { otherUnit } from "../otherUnit.ts";
import { refuse } from "../refusals.ts";
import { alwaysAsked, questionNames, type ReportQuestion, reportQuestions } from "./reportQuestions.ts";

/** As far as it is told. */
export type IncidentTold = Partial<Incident>;

/** A question that is due, and the facts it is to tell. */
export interface DueQuestion {
  readonly name: ReportQuestion;
  readonly asks: readonly string[];
}

/** What follows from what is told so far. */
export interface ReportAsked {
  readonly due: readonly DueQuestion[];
  /** Whether it happened while the plan ran. Undefined: no day, or no plan. */
  readonly inside: boolean | undefined;
  /** By the channel that is told, else by parcel. */
  readonly receipt: Receipt;
  readonly byChannel: readonly { readonly channel: Claim["channel"]; readonly receipt: Receipt }[];
  readonly parts: readonly string[];
}

/** What a report still has to tell, and what the terms say to what is told. Pure. */
export function decideAskReport(
  told: Pick<Claim, "channel" | "wants" | "serial"> & { readonly incident: IncidentTold },
  {
    at,
    record,
    terms,
  }: {
    readonly at: Temporal.Instant;
    readonly record: DeviceRecord | undefined;
    readonly terms: Terms | undefined;
  },
): Decision<ReportAsked> {
  if (record === undefined || terms === undefined) {
    return refuse("device_unknown");
  }
  if (record.device.serial !== told.serial) {
    return refuse(otherUnit(record.device, told.serial));
  }
  const incident = implied(told.incident);
  if (incident.at !== undefined && liesAfter({ at: incident.at }, at)) {
    return refuse("incident_in_future");
  }
  const byChannel = channels.map((channel) => {
    const facts = untold(factsOf({ ...told, channel, incident }, { at, record, terms }), incident);
    return { channel, receipt: terms.decide("coverage", facts) };
  });
  const receipt = byChannel.find(({ channel }) => channel === told.channel)?.receipt as Receipt;
  const inside =
    incident.at === undefined ? undefined : isInside(record, { ...told, incident }, { at, terms });
  return accepted({
    due: dueOf(receipt, incident),
    inside,
    receipt,
    byChannel,
    parts: terms.parts(record.device.model),
  });
}

/** Who has all of it has not lost it by theft or by leaving it behind. */
function implied(incident: IncidentTold): IncidentTold {
  return incident.lost === "none" ? { stolen: false, abandoned: false, ...incident } : incident;
}

type Around = { readonly at: Temporal.Instant; readonly record: DeviceRecord; readonly terms: Terms };

/** A day and a cause stand in for what is not told; both are taken out again before it is decided. */
function standIn({ incident }: { readonly incident: IncidentTold }, at: Temporal.Instant): Incident {
  return { at: at.toString(), cause: "user-error", ...incident };
}

function factsOf(
  told: Pick<Claim, "channel" | "wants"> & { readonly incident: IncidentTold },
  { at, record, terms }: Around,
): Facts {
  const opened = caseAtOpening({ ...told, incident: standIn(told, at) }, { at, record, terms });
  return claimFacts(record, opened.provisional, at);
}

/** The same facts, where what nobody has told is unknown and presumed in no direction. */
function untold(facts: Facts, incident: IncidentTold): Facts {
  const asked = questionNames.flatMap((name): readonly string[] => reportQuestions[name]);
  const open = asked.filter((fact) => incident[fact as keyof Incident] === undefined);
  const known = Object.entries(facts.incident ?? {}).filter(([fact]) => !open.includes(fact));
  return { ...facts, incident: Object.fromEntries(known) };
}

function dueOf({ needs }: Receipt, incident: IncidentTold): readonly DueQuestion[] {
  const isDue = (fact: string) =>
    incident[fact as keyof Incident] === undefined &&
    (alwaysAsked.has(fact) || needs.includes(`incident.${fact}`));
  return questionNames.flatMap((name) => {
    const asks = reportQuestions[name].filter(isDue);
    return asks.length === 0 ? [] : [{ name, asks }];
  });
}

function isInside(
  record: DeviceRecord,
  told: Pick<Claim, "channel" | "wants"> & { readonly incident: IncidentTold },
  { at, terms }: Omit<Around, "record">,
): boolean | undefined {
  const incident = standIn(told, at);
  const { contract } = caseAtOpening({ ...told, incident }, { at, record, terms });
  if (contract === undefined) {
    return undefined;
  }
  // A day is inside when any of it is: the hour is asked where it matters.
  const day = incident.at.includes("T")
    ? undefined
    : Temporal.PlainDate.from(incident.at).toZonedDateTime({ timeZone: contract.zone });
  const from = day?.toInstant() ?? Temporal.Instant.from(incident.at);
  const to = day?.add({ days: 1 }).toInstant() ?? from.add({ nanoseconds: 1 });
  return (
    Temporal.Instant.compare(to, contract.startsAt) > 0 && Temporal.Instant.compare(from, contract.endsAt) < 0
  );
}
