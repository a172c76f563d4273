import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { type Happened, type Standing, spansOf } from "./spansOf.ts";

const told = (text: string): Happened[] =>
  text.split(" ").map((word, place) => {
    const [type = "", more] = word.split(":");
    const fee = more === undefined || !/^\d+$/.test(more) ? {} : { fee: { amount: Number(more) } };
    const side = more === "owner" || more === "staff" ? { side: more } : {};
    const body = { ...fee, ...side, ...(more === "again" ? { looksAgain: true } : {}) };
    return { type, at: Temporal.Instant.fromEpochMilliseconds(place * 1000), body };
  });

/** A span in short: `promise from-to as, pauses`. */
function short(events: string, standing: Partial<Standing>): string[] {
  const second = (at: Temporal.Instant | undefined) =>
    at === undefined ? "" : String(at.epochMilliseconds / 1000);
  return spansOf(told(events), { isOurs: true, isOver: false, ...standing }).map(
    ({ promise, startedAt, pauses, end }) =>
      [
        `${promise} ${second(startedAt)}-${second(end?.at)}`,
        ...(end === undefined ? [] : [end.as]),
        ...pauses.map(({ from, to }) => `(${second(from)}-${second(to)})`),
      ].join(" "),
  );
}

describe("the promises of a case, by what happened", () => {
  const table: readonly (readonly [
    what: string,
    events: string,
    spans: readonly string[],
    standing?: Partial<Standing>,
  ])[] = [
    ["nothing came yet", "ClaimOpened", []],
    ["it came", "ClaimOpened ClaimReceived", ["first_look 1-"]],
    [
      "it was looked at",
      "ClaimOpened ClaimReceived ClaimInspected",
      ["first_look 1-2 met"],
      { isOurs: false },
    ],
    [
      "a part was missing and came",
      "ClaimOpened ClaimReceived ClaimReceived ClaimInspected",
      ["first_look 1-3 met (1-2)"],
    ],
    ["a part is missing", "ClaimOpened ClaimReceived", ["first_look 1- (1-)"], { isOurs: false }],
    [
      "the owner was asked and answered",
      "ClaimReceived QuestionAsked QuestionAnswered ClaimInspected",
      ["first_look 0-3 met (1-2)"],
    ],
    ["the owner was asked", "ClaimReceived QuestionAsked", ["first_look 0- (1-)"], { isOurs: false }],
    [
      "it was paid and sent",
      "ClaimReceived ClaimInspected RouteChosen:100 FeePaid ClaimShipped",
      ["first_look 0-1 met", "dispatch 3-4 met"],
    ],
    ["it costs nothing", "ClaimReceived ClaimInspected RouteChosen:0", ["first_look 0-1 met", "dispatch 2-"]],
    [
      "nobody paid: it goes back",
      "ClaimReceived ClaimInspected ClaimLapsed",
      ["first_look 0-1 met", "dispatch 2-"],
    ],
    [
      "what was found is contested and looked at again",
      "ClaimReceived ClaimInspected AppealAsked AppealUpheld:again",
      ["first_look 0-1 met", "first_look 3-"],
    ],
    [
      "it is contested and something is granted: nothing is looked at again",
      "ClaimReceived ClaimInspected AppealAsked AppealUpheld",
      ["first_look 0-1 met"],
      { isOurs: false },
    ],
    ["it may be sent in after all", "ClaimOpened AppealAsked AppealUpheld:again", [], { isOurs: false }],
    ["nothing came in time", "ClaimOpened ClaimLapsed", [], { isOver: true }],
    [
      "it was cancelled uninspected",
      "ClaimReceived ClaimCancelled",
      ["first_look 0-1 ended"],
      { isOver: true },
    ],
    [
      "an owner wrote twice and was answered, then wrote again",
      "MessageSent:owner MessageSent:owner MessageSent:staff MessageSent:owner",
      ["answer 0-2 met", "answer 3-"],
    ],
    ["what was written needs no answer", "MessageSent:owner MessagesSettled", ["answer 0-1 met"]],
  ];
  for (const [what, events, spans, standing = {}] of table) {
    it(what, () => deepEqual(short(events, standing), spans));
  }
});
