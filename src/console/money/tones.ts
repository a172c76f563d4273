import type { Tone } from "../parts/stateBadge.tsx";

type Tones = Readonly<Record<string, Tone>>;

/** What each state means to whoever works here. */
export const chargeTones: Tones = { open: "waiting", captured: "ok", cancelled: "over" };
export const tryTones: Tones = { pending: "waiting", unknown: "needs", succeeded: "ok", failed: "problem" };
export const refundTones: Tones = {
  requested: "needs",
  approved: "waiting",
  paid: "ok",
  failed: "problem",
  declined: "over",
};
export const holdTones: Tones = {
  wanted: "waiting",
  placed: "waiting",
  captured: "ok",
  released: "over",
  lapsed: "problem",
};
export const disputeTones: Tones = { opened: "needs", won: "ok", lost: "problem" };
export const differenceTones: Tones = { open: "needs", explained: "over", posted: "ok", settled: "ok" };
export const saleTones: Tones = { unused: "waiting", earning: "waiting", earned: "ok", refunded: "over" };
export const transferTones: Tones = { asked: "waiting", agreed: "ok" };
