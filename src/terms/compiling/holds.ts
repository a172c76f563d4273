import { type Case, isAbsent, isUnknown } from "../deciding/case.ts";
import { type Clause, rulesOf } from "../document.ts";
import { isCurrency, minorUnits } from "../money.ts";
import { moneyIn } from "../reading/moneyFields.ts";
import type { Deadline, Hold } from "../receipt.ts";
import { type HoldRule, isReference } from "../rules.ts";
import { isWrittenMoney, type WrittenMoney } from "../shares.ts";
import { parseInstant } from "../time/civil.ts";
import { type Atom, type Cited, cite } from "./cited.ts";
import { allOf, compileCondition } from "./conditions.ts";
import type { Context, ReadFact, Test } from "./context.ts";
import { deadlineFrom } from "./deadlines.ts";
import { compileReference } from "./references.ts";

export type CaptureReason = HoldRule["capture-when"][number];

/** The deposit of an advance exchange, compiled. */
export interface CompiledHold extends Cited {
  /** Whether the case leaves a deposit at all: by its channel and the clause's `when`. */
  readonly applies: Test;
  /** What it may be captured for; empty when the clause does not say. */
  readonly captures: readonly CaptureReason[];
  /** What is held: as it was authorised, or as the clause reckons it; undefined while unknown. */
  readonly amountOf: (c: Case) => WrittenMoney | undefined;
  /** Until when the card keeps it. */
  readonly lapses: (c: Case) => Deadline | undefined;
}

export function compileHolds(context: Context): CompiledHold[] {
  return rulesOf(context.document, "hold").map(({ clause, rule }) => compileHold(clause, rule, context));
}

function compileHold(clause: Clause, rule: HoldRule, context: Context): CompiledHold {
  const { channel, lasts, of = "claim.heldAt" } = rule;
  const served: readonly Atom[] = channel === undefined ? [] : [{ facts: ["claim.channel"] }];
  const amount = typeof rule.amount === "string" ? [rule.amount] : [];
  const shown: Atom = { facts: ["claim.hold", "claim.extraDamage", ...amount], isOptional: true };
  return {
    ...cite(clause, rule, [...served, shown], context),
    applies: compileScope(rule, context),
    captures: rule["capture-when"],
    amountOf: compileAmount(rule, context),
    lapses: deadlineFrom(clause.id, context.moment(of, rule.presume), lasts),
  };
}

function compileScope(rule: HoldRule, context: Context): Test {
  const when = compileCondition(rule.when, rule.presume, context);
  if (rule.channel === undefined) {
    return when;
  }
  const is = { test: "one-of", values: rule.channel } as const;
  const { place, presume } = rule;
  return allOf([
    compileCondition({ kind: "fact", fact: "claim.channel", is, place }, presume, context),
    when,
  ]);
}

/** What is on the card outranks what the terms would have held. */
function compileAmount(rule: HoldRule, context: Context): CompiledHold["amountOf"] {
  const held = context.reader("claim.hold", rule.presume);
  const written = compileWritten(rule, context);
  const most = rule["at-most"];
  const limit: ReadFact | undefined =
    typeof most === "string" ? context.reader(most, rule.presume) : most && (() => most);
  return (c) => {
    const onCard = held(c);
    if (isWrittenMoney(onCard)) {
      return onCard;
    }
    const amount = written(c);
    const atMost = limit?.(c);
    if (limit === undefined || amount === undefined || isAbsent(atMost)) {
      return amount;
    }
    // Amounts of two currencies are never compared: then nothing can be said.
    if (!isWrittenMoney(atMost) || atMost.currency !== amount.currency) {
      return undefined;
    }
    return atMost.amount < amount.amount ? atMost : amount;
  };
}

/** An amount, a fact that is one, or a cell: `149.00 USD`, or a figure in the currency of the claim. */
function compileWritten(rule: HoldRule, context: Context): CompiledHold["amountOf"] {
  const { amount } = rule;
  if (typeof amount === "string") {
    const read = context.reader(amount, rule.presume);
    return (c) => moneyOrNothing(read(c));
  }
  if (!isReference(amount)) {
    return () => amount;
  }
  const cell = compileReference(amount, (text) => text, context, rule.presume);
  const currency = context.reader("claim.currency", rule.presume);
  return (c) => {
    const text = cell(c);
    return typeof text === "string" ? moneyOf(text, currency(c)) : undefined;
  };
}

const moneyOrNothing = (value: unknown): WrittenMoney | undefined =>
  isWrittenMoney(value) ? value : undefined;

function moneyOf(text: string, currency: unknown): WrittenMoney | undefined {
  const whole = moneyIn(text);
  if (typeof whole === "object") {
    return whole;
  }
  if (isUnknown(currency) || typeof currency !== "string" || !isCurrency(currency)) {
    return undefined;
  }
  const amount = minorUnits(text, currency);
  return typeof amount === "number" ? { amount, currency } : undefined;
}

/** The hold as a receipt shows it. */
export function holdOf(hold: CompiledHold, c: Case): Hold | undefined {
  const money = hold.amountOf(c);
  return (
    money && {
      amount: money.amount,
      currency: money.currency,
      clause: hold.id,
      endsAt: hold.lapses(c)?.to ?? null,
    }
  );
}

/** When a hold must be authorised anew, because the card forgets it before the return is due. */
export function renewBy(hold: CompiledHold, due: string | undefined, c: Case): Deadline | undefined {
  const lapse = hold.lapses(c);
  if (lapse === undefined || due === undefined) {
    return undefined;
  }
  return (parseInstant(lapse.to) ?? 0) < (parseInstant(due) ?? 0) ? lapse : undefined;
}
