import type { ClaimPage } from "../../service/index.ts";
import type { Fact } from "../parts/facts.ts";
import { serial } from "../parts/serial.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay } from "../words/formatDate.ts";
import { mismatchRows } from "./mismatchRows.ts";
import { visitFacts } from "./visitModel.ts";

const words = en.claim;

/** What was reported, which device it is, and what came of it so far. */
export function caseDetails(found: ClaimPage, now: string): readonly Fact[] {
  const { claim, swap, shipments, ribbon, reporter, appointment, contract } = found;
  const causes: Readonly<Record<string, string>> = en.report.causes;
  const cause = String(claim.incident.cause);
  const parcel = shipments.at(-1);
  const working = claim.state === "paid" || claim.state === "replaced";
  const way = claim.choices?.find(({ route }) => working && route === claim.route);
  const promised = way?.workingDays;
  const moves = contract && (swap?.moves ?? found.planMoves);
  return [
    { label: words.reported, value: formatDay(dayOf(claim.openedAt, ribbon.zone)) },
    { label: en.report.what, value: causes[cause] ?? cause },
    { label: en.report.service, value: en.report.services[claim.channel] },
    ...visitFacts(appointment, now),
    { label: words.oldSerial, value: serial(claim.serial) },
    ...mismatchRows(found),
    ...(swap === undefined ? [] : [{ label: words.newSerial, value: serial(swap.newSerial) }]),
    ...(moves === undefined ? [] : [{ label: words.plan, value: words.planMoves[moves] }]),
    ...(parcel === undefined
      ? []
      : [{ label: words.tracking, value: `${parcel.carrier} ${parcel.tracking}` }]),
    ...(promised === undefined ? [] : [{ label: words.promise, value: words.leavesWithin(promised) }]),
    ...(reporter === undefined ? [] : [{ label: en.report.addressName, value: reporter.name }]),
  ];
}
