import { type Static, Type } from "typebox";
import { Day, Instant, shape } from "../../platform/index.ts";

/** What a serial's coverage says of it. */
export interface Coverage {
  readonly status: string;
  readonly says: string;
  readonly mayBuyUntil?: string;
  readonly lastDay?: string;
  readonly doors: readonly string[];
  readonly receipt?: object;
}

/** Whether a plan may be sold for a device, until when, or why not. */
export const Eligibility = shape({
  serial: Type.String(),
  model: Type.Union([Type.String(), Type.Null()]),
  /** `unknown` where we know too little of the device to say. */
  eligible: Type.Enum(["yes", "no", "unknown"]),
  /** Until when it may be sold; null where there is no end to it, or it may not be. */
  until: Type.Union([Instant, Type.Null()]),
  /** What stands in its way: how its cover is, or what is wrong with the serial. */
  reason: Type.Union([Type.String(), Type.Null()]),
  says: Type.String(),
  /** The clause of the terms that says so; null where none was asked. */
  clause: Type.Union([Type.String(), Type.Null()]),
  /** The last day of the plan it has. */
  coveredUntil: Type.Union([Day, Type.Null()]),
  /** Ways that are open all the same, as the terms name them. */
  doors: Type.Array(Type.String()),
});
export type Eligibility = Static<typeof Eligibility>;

/** Of a serial that nothing can be looked up for. */
export function unreadableSerial(serial: string): Eligibility {
  return {
    ...{ serial, model: null, eligible: "no", until: null, reason: "not_a_serial", clause: null },
    says: "This is not how serials are written. Compare it with the one printed on the device.",
    ...{ coveredUntil: null, doors: [] },
  };
}

/** Of a device that none of the plans asked for is made for. */
export function unfitModel(serial: string, model: string): Eligibility {
  return {
    ...{ serial, model, eligible: "no", until: null, reason: "model_not_covered", clause: null },
    says: "This plan is not made for the model of this device.",
    ...{ coveredUntil: null, doors: [] },
  };
}

const ELIGIBLE: Readonly<Record<string, Eligibility["eligible"]>> = { may_buy: "yes", unknown: "unknown" };

/** What the public answer about a serial means to who would sell a plan for it. Pure. */
export function eligibilityOf(serial: string, model: string | null, coverage: Coverage): Eligibility {
  const { status, says, mayBuyUntil, lastDay, doors, receipt } = coverage;
  const eligible = ELIGIBLE[status] ?? "no";
  return {
    ...{ serial, model, eligible, says },
    until: mayBuyUntil ?? null,
    reason: eligible === "yes" ? null : status,
    clause: clauseOf(receipt, eligible),
    coveredUntil: lastDay ?? null,
    doors: [...doors],
  };
}

/** The first clause that speaks for a yes, or against. */
function clauseOf(receipt: object | undefined, eligible: Eligibility["eligible"]): string | null {
  const { because = [], against = [] } = (receipt ?? {}) as {
    readonly because?: readonly { readonly clause: string }[];
    readonly against?: readonly { readonly clause: string }[];
  };
  const [first] = eligible === "yes" ? because : against;
  return first?.clause ?? null;
}
