import type { ClaimPage } from "../../service/index.ts";
import type { OldDeviceModel } from "../pages/oldDevicePage.ts";
import type { Packing } from "../parts/packing.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay, lastDayOf } from "../words/formatDate.ts";
import { formatMoney } from "../words/formatMoney.ts";
import { needsCard } from "./needsCard.ts";
import { packingOf } from "./packingOf.ts";

const words = en.oldDevice;
type Hold = NonNullable<ClaimPage["hold"]>;

/** What the page about an old device shows; undefined where a case awaits none, and never did. */
export function oldDeviceModel(found: ClaimPage, now: string): OldDeviceModel | undefined {
  const { claim, hold, device, ribbon, intakes } = found;
  if (hold === undefined || hold.dueAt === null || claim.oldDevice === undefined) {
    return undefined;
  }
  const { zone } = ribbon;
  const isAwaited = claim.oldDevice === "awaited";
  const last = lastDayOf(hold.dueAt, zone);
  const came = intakes.at(-1);
  const packing: Packing = packingOf(found);
  const missing = packing.send.map((part) => en.places.parts[part] ?? part).join(", ");
  return {
    caseId: claim.id,
    device: device.name,
    serial: claim.serial,
    ...stateOf(hold, isAwaited, zone),
    due: isAwaited ? { day: formatDay(last), left: leftOf(daysBetween(dayOf(now, zone), last)) } : undefined,
    sum: formatMoney(hold.amount),
    until: hold.coveredUntil === null ? undefined : formatDay(dayOf(hold.coveredUntil, zone)),
    came:
      came === undefined
        ? []
        : [words.cameSerial(came.serial), ...(isAwaited && missing !== "" ? [words.missing(missing)] : [])],
    packing: isAwaited ? { ...packing, sendBy: undefined } : undefined,
    card: isAwaited && needsCard(hold) ? `/cases/${claim.id}/pay` : undefined,
  };
}

function stateOf(hold: Hold, isAwaited: boolean, zone: string): Pick<OldDeviceModel, "says" | "state"> {
  const { states } = words;
  const { state, captureFrom, answer, captured, remindedAt } = hold;
  if (state === "captured") {
    return { says: states.captured(formatMoney(captured)), state: "problem" };
  }
  if (!isAwaited || state === "released") {
    return { says: states.released, state: "ok" };
  }
  if (state === "lapsed") {
    return { says: states.lapsed, state: "problem" };
  }
  if (answer === "review") {
    return { says: states.review, state: "waiting" };
  }
  if (captureFrom !== null) {
    const day = formatDay(dayOf(captureFrom, zone));
    return { says: states.noticed(formatMoney(hold.amount), day), state: "problem" };
  }
  if (needsCard(hold)) {
    return { says: states.card, state: "needs" };
  }
  return { says: remindedAt === null ? states.awaited : states.reminded, state: "needs" };
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: "days" }).days;
}

function leftOf(days: number): string {
  if (days < 0) {
    return words.late(-days);
  }
  return days === 0 ? words.lastDay : words.left(days);
}
