/** What we promise: a look at what came, the unit on its way once it is paid, an answer to a message. */
export const promises = ["first_look", "dispatch", "answer"] as const;
export type Promised = (typeof promises)[number];

/** What happened in a case, in order. */
export interface Happened {
  readonly type: string;
  readonly at: Temporal.Instant;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How the case stands after all of it. */
export interface Standing {
  /** Somebody at the bench has something to do. */
  readonly isOurs: boolean;
  readonly isOver: boolean;
}

/** One promise as it ran: since when, when the owner had the ball, until when. */
export interface Span {
  readonly promise: Promised;
  readonly startedAt: Temporal.Instant;
  readonly pauses: readonly { readonly from: Temporal.Instant; readonly to: Temporal.Instant | undefined }[];
  readonly end: { readonly at: Temporal.Instant; readonly as: "met" | "ended" } | undefined;
}

interface Open {
  promise: Promised;
  startedAt: Temporal.Instant;
  pauses: { from: Temporal.Instant; to: Temporal.Instant | undefined }[];
  end: Span["end"];
}

const ASKS: ReadonlySet<string> = new Set(["QuestionAsked", "AppealAsked"]);
const HAS_ANSWER: ReadonlySet<string> = new Set([
  ...["QuestionAnswered", "QuestionWithdrawn", "QuestionLapsed"],
  ...["AppealUpheld", "AppealDismissed", "AppealWithdrawn", "AppealDecided"],
]);
const ENDS: ReadonlySet<string> = new Set(["ClaimCancelled", "ClaimClosed", "ClaimShipped"]);
const PAYS: ReadonlySet<string> = new Set(["FeePaid", "RouteChosen", "ClaimLapsed"]);

/**
 * The promises of a case by what happened in it: how late anybody looks changes nothing. A parcel that was
 * not whole pauses until the next one comes. Pure.
 */
export function spansOf(events: readonly Happened[], standing: Standing): readonly Span[] {
  const spans: Open[] = [];
  const live = (promise: Promised) => spans.find((one) => one.promise === promise && one.end === undefined);
  const start = (promise: Promised, { at }: Happened) => {
    if (live(promise) === undefined) {
      spans.push({ promise, startedAt: at, pauses: [], end: undefined });
    }
  };
  const close = (promise: Promised, { at }: Happened, as: "met" | "ended") => {
    const span = live(promise);
    if (span !== undefined) {
      resume(span, at);
      span.end = { at, as };
    }
  };
  for (const [place, event] of events.entries()) {
    const hasCome = events.slice(0, place).some(({ type }) => type === "ClaimReceived");
    follow(event, hasCome, { start, close });
    const rest = events.slice(place + 1);
    pauseAround(
      event,
      rest,
      standing,
      (["first_look", "dispatch"] as const).flatMap((one) => live(one) ?? []),
    );
  }
  if (standing.isOver) {
    const last = events.findLast(({ type }) => ENDS.has(type) || type === "ClaimLapsed");
    for (const promise of ["first_look", "dispatch"] as const) {
      if (last !== undefined) {
        close(promise, last, "ended");
      }
    }
  }
  return spans;
}

interface Hands {
  start(promise: Promised, event: Happened): void;
  close(promise: Promised, event: Happened, as: "met" | "ended"): void;
}

function follow(event: Happened, hasCome: boolean, { start, close }: Hands): void {
  const { type, body } = event;
  if (type === "ClaimReceived" || (type === "AppealUpheld" && body.looksAgain === true && hasCome)) {
    start("first_look", event);
  } else if (type === "ClaimInspected") {
    close("first_look", event, "met");
  } else if (PAYS.has(type) && isPaid(event, hasCome)) {
    close("first_look", event, "ended");
    start("dispatch", event);
  } else if (ENDS.has(type)) {
    close("first_look", event, "ended");
    close("dispatch", event, type === "ClaimShipped" ? "met" : "ended");
  } else if (type === "MessageSent" && body.side === "owner") {
    start("answer", event);
  } else if ((type === "MessageSent" && body.side === "staff") || type === "MessagesSettled") {
    close("answer", event, "met");
  }
}

/** Nothing is owed any more: it was paid, costs nothing, or goes back as it is where it has come. */
function isPaid({ type, body }: Happened, hasCome: boolean): boolean {
  const fee = body.fee as { readonly amount?: number } | undefined;
  return type === "ClaimLapsed" ? hasCome : type === "FeePaid" || fee === undefined || fee.amount === 0;
}

function pauseAround(event: Happened, rest: readonly Happened[], standing: Standing, running: Open[]): void {
  if (ASKS.has(event.type) || (event.type === "ClaimReceived" && waitsForRest(rest, standing))) {
    for (const span of running.filter(
      ({ pauses }) => pauses.at(-1)?.to !== undefined || pauses.length === 0,
    )) {
      span.pauses.push({ from: event.at, to: undefined });
    }
  } else if (HAS_ANSWER.has(event.type) || event.type === "ClaimReceived") {
    for (const span of running) {
      resume(span, event.at);
    }
  }
}

/** The parcel was not whole: another came before anybody looked, or is still awaited. */
function waitsForRest(rest: readonly Happened[], { isOurs, isOver }: Standing): boolean {
  const next = rest.find(
    ({ type }) => type === "ClaimReceived" || type === "ClaimInspected" || ENDS.has(type),
  );
  const isAsked = rest.some(({ type }) => ASKS.has(type));
  return next === undefined ? !isOurs && !isOver && !isAsked : next.type === "ClaimReceived";
}

function resume(span: Open, at: Temporal.Instant): void {
  const pause = span.pauses.at(-1);
  if (pause !== undefined && pause.to === undefined) {
    pause.to = at;
  }
}
