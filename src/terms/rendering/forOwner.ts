import { printMoney } from "../money.ts";
import type { Change, Receipt } from "../receipt.ts";
import { vocabulary } from "../vocabulary.ts";
import { en } from "./en.ts";
import { latenessBy } from "./lateness.ts";
import { momentInWords, zoneOf } from "./momentInWords.ts";
import type { ReceiptWords } from "./words.ts";

/** One or two plain sentences: what came of it, and what to do next. */
export function forOwner(receipt: Receipt, words: ReceiptWords = en): string {
  const next = nextStep(receipt, words);
  const answer = answerIn(receipt, words);
  return next === undefined ? answer : `${answer} ${next}`;
}

function answerIn(receipt: Receipt, words: ReceiptWords): string {
  const { decision, outcome, against, fee } = receipt;
  const answer = words.answers[decision][outcome] ?? words.anyAnswer[outcome] ?? outcome;
  const [first] = against;
  const withoutPlan = against.some(({ detail }) => detail?.plan === "none")
    ? words.withoutPlan[outcome]
    : undefined;
  if (withoutPlan !== undefined) {
    return `${withoutPlan}.`;
  }
  if (first !== undefined && saysNo.includes(outcome)) {
    return words.because(answer, firstSentence(first.says), latenessBy(first, receipt), against.length - 1);
  }
  if (outcome === "refused") {
    return `${answer}${words.unaddressed}.`;
  }
  if (fee === null || outcome === "capture" || outcome === "hold") {
    return `${answer}.`;
  }
  if (fee.amount === 0 || fee.currency === null) {
    return `${answer}${words.free}.`;
  }
  return `${answer}${words.costs(printMoney(fee.amount, fee.currency), fee.tax)}.`;
}

/** Outcomes whose first reason against is the reason to tell. */
const saysNo: readonly string[] = ["refused", "paid", "goodwill", "hold", "capture", "review"];

/** Without its full stop: more may follow. */
function firstSentence(says: string): string {
  const [first = says] = says.split(/(?<=[.!?]) /, 1);
  return first.replace(/[.]$/, "");
}

function nextStep(receipt: Receipt, words: ReceiptWords): string | undefined {
  switch (receipt.outcome) {
    case "undecided":
      return receipt.needs.length === 0 ? undefined : question(receipt.needs, words);
    case "amount":
      return paidBack(receipt, words);
    case "capture":
      return receipt.fee?.currency
        ? words.charged(printMoney(receipt.fee.amount, receipt.fee.currency))
        : words.personLooks;
    case "release":
      return receipt.hold && words.released(printMoney(receipt.hold.amount, receipt.hold.currency));
    case "ask":
    case "remind":
      return toSend(receipt, words);
    case "hold":
      return missing(receipt, words);
    case "allowed":
      return openUntil(receipt, words);
    case "plan":
    case "warranty":
    case "statutory":
      return (isAllBack(receipt) ? undefined : toSend(receipt, words)) ?? heldIn(receipt, words);
    case "paid":
      return receipt.fee === null ? words.quoted : waysOn(receipt, words);
    default:
      return waysOn(receipt, words);
  }
}

/** What the owner can tell is asked; what others find out is said, so that nobody waits for the owner. */
function question(needs: readonly string[], words: ReceiptWords): string {
  const theirs = needs.filter((fact) => vocabulary.get(fact)?.supplier === "owner");
  const asked = (theirs.length > 0 ? theirs : needs).map((fact) => vocabulary.get(fact)?.label ?? fact);
  return theirs.length > 0 ? words.tell(listed(asked, words)) : words.weFind(listed(asked, words));
}

function listed(items: readonly string[], { and }: ReceiptWords): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${and} ${last}`;
}

function paidBack(receipt: Receipt, words: ReceiptWords): string | undefined {
  const { refund } = receipt;
  if (refund === undefined) {
    return undefined;
  }
  const zone = zoneOf(receipt);
  const day =
    refund.payBy === null || zone === undefined ? undefined : momentInWords(refund.payBy, zone, words);
  return words.paidBack(printMoney(refund.amount, refund.currency), day);
}

function toSend(receipt: Receipt, words: ReceiptWords): string | undefined {
  const { returns, wouldChange } = receipt;
  if (returns === null) {
    return undefined;
  }
  const zone = zoneOf(receipt);
  const day = returns.by === null || zone === undefined ? undefined : momentInWords(returns.by, zone, words);
  const lacking = wouldChange.find(({ fact }) => fact === "claim.returnedParts");
  return lacking === undefined ? words.send(returns.parts.join(", "), day) : words.change(lacking.says);
}

/** A way that was taken after looking at what came back has all of it. */
const isAllBack = ({ because }: Receipt): boolean =>
  because.some(({ facts }) => "claim.returnedParts" in facts);

const heldIn = ({ hold }: Receipt, words: ReceiptWords): string | undefined =>
  hold && words.held(printMoney(hold.amount, hold.currency));

/** What can still be done is said first; what was recorded is not the owner's to change. */
function missing(receipt: Receipt, words: ReceiptWords): string | undefined {
  const open = receipt.wouldChange.find(isOpen);
  if (receipt.doors.some(({ door }) => door === "person")) {
    return words.personLooks;
  }
  return open === undefined ? waysOn(receipt, words) : words.change(open.says);
}

const isOpen = ({ correction }: Change): boolean => correction !== true;

/**
 * By the clause that opens it, whose time comes first. Others may set somebody a time as well, and a reminder
 * comes before something.
 */
function openUntil({ deadlines, because }: Receipt, words: ReceiptWords): string | undefined {
  const opening = because.filter(({ verdict }) => verdict === "holds").map(({ clause }) => clause);
  const open = deadlines.find(({ clause, tells }) => opening.includes(clause) && tells !== true);
  return open && words.openUntil(momentInWords(open.to, open.zone, words));
}

function waysOn({ doors }: Receipt, words: ReceiptWords): string | undefined {
  const ways = doors.map(({ door }) => words.doors[door] ?? door.replaceAll("-", " "));
  return ways.length === 0 ? undefined : words.ways(listed(ways, words));
}
