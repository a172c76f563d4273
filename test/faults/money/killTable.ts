/** A kind of thing money moves for, as it is killed. */
export type Killed = "refund" | "hold" | "capture" | "release" | "renew";

/** One kill: what is begun, and at which named point the process dies of it. */
export interface Kill {
  readonly killed: Killed;
  readonly point: string;
}

/** The places between deciding and having it in the books, for whatever money moves for. */
const STEPS = ["before_call", "call_noted", "called", "saved", "recorded"] as const;
/** Where a renewal whose money has come is concluded. */
const CONCLUDING = ["renewal_before_conclude", "renewal_saved", "renewal_concluded"] as const;

/**
 * Every kill once. One process recovers from one and dies of the next, so that neighbours are of different
 * kinds: what is made good of the first must not pass the point of the second.
 */
export const KILLS: readonly Kill[] = STEPS.flatMap((step, round): Kill[] => {
  const conclude = CONCLUDING[round];
  return [
    { killed: "refund", point: `refund_${step}` },
    { killed: "hold", point: `hold_${step}` },
    { killed: "capture", point: `capture_${step}` },
    ...(conclude === undefined ? [] : [{ killed: "renew", point: conclude } as const]),
    { killed: "release", point: `release_${step}` },
    { killed: "renew", point: `charge_${step}` },
  ];
});

/** One kill of each kind between the bank's deed and our knowing of it: where a bank without keys doubles. */
export const CONTROLS: readonly Kill[] = KILLS.filter(({ point }) => point.endsWith("_called"));
