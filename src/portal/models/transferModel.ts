import type { ContractShape, TransferShape } from "../../contracts/index.ts";
import type { TransferModel } from "../pages/passOnPages.ts";
import type { State } from "../parts/notice.ts";
import { serial } from "../parts/serial.ts";
import { isReplacement } from "../ribbon/ribbonFacts.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay, lastDayOf } from "../words/formatDate.ts";
import { planName } from "../words/planName.ts";

const words = en.passOn;

const looks: Readonly<Record<string, State>> = {
  asked: "waiting",
  agreed: "ok",
  declined: "plain",
  withdrawn: "plain",
  lapsed: "plain",
};

/**
 * How a transfer stands for one of its sides. What they can say and where to go on is the route's business.
 */
export function transferModel(
  transfer: TransferShape,
  device: string,
): Omit<TransferModel, "answers" | "way" | "note"> {
  const { you, state, product, endsAt, zone } = transfer;
  const until = formatDay(lastDayOf(endsAt, zone));
  const isOpen = state === "asked";
  return {
    title: you === "office" ? words.office : words[you][state],
    says: says(transfer),
    state: isOpen && you === "taker" ? "needs" : (looks[state] ?? "plain"),
    facts: [
      { label: words.plan, value: planName(product) },
      { label: words.device, value: device },
      { label: words.serial, value: serial(transfer.serial) },
      { label: words.until, value: until },
      { label: words.asked, value: formatDay(dayOf(transfer.askedAt, zone)) },
    ],
    gets: isOpen ? [words.cover(planName(product), until), words.history] : [],
    getsNot: isOpen ? lost(transfer.loses) : [],
  };
}

function says({ you, state, lapsesAt, zone }: TransferShape): string {
  const by = formatDay(lastDayOf(lapsesAt, zone));
  if (you === "taker") {
    return state === "asked" ? words.takerSays.asked(by) : words.takerSays[state];
  }
  if (state === "asked") {
    return words.giverSays.asked(by);
  }
  return state === "agreed" ? words.giverSays.agreed : words.giverSays.ended;
}

/** What goes with a contract when it is passed on. */
export function whatPasses({ product, benefits, endsAt, zone }: ContractShape): readonly string[] {
  const counted = benefits.filter(isReplacement);
  const left = counted.reduce((sum, benefit) => sum + benefit.left, 0);
  return [
    words.cover(planName(product), formatDay(lastDayOf(endsAt, zone))),
    ...(counted.length === 0 ? [] : [left === 0 ? words.noneLeft : words.left(left)]),
    words.history,
  ];
}

/** What does not, in words. */
export function lost(loses: readonly string[]): readonly string[] {
  return loses.map((right) => words.loses[right] ?? words.lost(right));
}
