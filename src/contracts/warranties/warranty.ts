/** What a warranty begins with, the strongest first; `ends` is a paper that says when it is over. */
export const starts = ["activated", "purchased", "shipped", "made"] as const;
export type Start = (typeof starts)[number];

/**
 * Whose word something is. What an owner says is on the device's row, and a source of a record only where its
 * rule lets an activation begin one: the weakest, which counts while nobody else has told anything.
 */
export const tellers = ["registry", "office", "bench", "owner"] as const;
export type Teller = (typeof tellers)[number];

/** Something that was told of a warranty, by whom, and by which proof. Never written over. */
export interface WarrantySource {
  readonly no: number;
  readonly what: Start | "ends";
  /** Of `activated` and `ends`. */
  readonly toldAt: Temporal.Instant | null;
  /** Of `purchased`, `shipped` and `made`. */
  readonly toldOn: Temporal.PlainDate | null;
  readonly toldBy: Teller;
  /** What was seen: an invoice's number, a registry's entry. The office has one always. */
  readonly proof: string | null;
  readonly reason: string;
  /** The case whose bench saw the paper. */
  readonly claimNo: number | null;
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** `device` is all of a device that has no rule of its own. */
export const components = ["device", "battery", "gimbal", "camera", "controller", "propellers"] as const;
export type Component = (typeof components)[number];

/** A version of the warranty of a component. The newest stands; none is ever written over. */
export interface Warranty {
  readonly no: number;
  readonly component: Component;
  /** Begun or begun anew by the office; made longer by a plan; moved by a replacement. */
  readonly kind: "started" | "extended" | "replaced";
  readonly basis: Start | "ends" | "plan" | "replacement";
  readonly sourceNo: number | null;
  readonly startsOn: Temporal.PlainDate | null;
  readonly zone: string;
  /** The first instant after its last day, by the clock of its zone. */
  readonly endsAt: Temporal.Instant;
  /** What was lost before it had another end; null where it always was so. */
  readonly countsFrom: Temporal.Instant | null;
  readonly longerBy: string | null;
  readonly rule: string | null;
  readonly clause: string | null;
  readonly contractNo: number | null;
  readonly claimNo: number | null;
  readonly reason: string;
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** What of a version a case is judged by, and anybody is told; it comes with the device's record. */
export type WarrantyHeld = Pick<
  Warranty,
  "no" | "component" | "kind" | "basis" | "zone" | "endsAt" | "countsFrom"
>;

/** The versions of a component that are in force: from the last beginning on. In order. */
export function versionsOf<Held extends Pick<Warranty, "component" | "kind">>(
  warranties: readonly Held[],
  component: Component,
): readonly Held[] {
  const own = warranties.filter((one) => one.component === component);
  const begun = own.findLastIndex(({ kind }) => kind === "started");
  return begun === -1 ? own : own.slice(begun);
}

/**
 * When the warranty of a component ended or ends for something that was lost at an instant. What made it
 * longer afterwards is not counted, however late the case is looked at. Undefined: nothing is on record.
 */
export function warrantyEndAt(
  warranties: readonly WarrantyHeld[],
  component: Component,
  lostAt: Temporal.Instant,
): Temporal.Instant | undefined {
  const counted = versionsOf(warranties, component).filter(
    ({ countsFrom }) => countsFrom === null || Temporal.Instant.compare(countsFrom, lostAt) <= 0,
  );
  return counted.at(-1)?.endsAt;
}

/**
 * The same for the parts that a finding is about: where each of them has a warranty of its own, the first of
 * these to end; else that of the device.
 */
export function warrantyOfParts(
  warranties: readonly WarrantyHeld[],
  parts: readonly string[],
  lostAt: Temporal.Instant,
): Temporal.Instant | undefined {
  const own = parts.map((part) => warrantyEndAt(warranties, part as Component, lostAt));
  const known = own.filter((end) => end !== undefined);
  return parts.length > 0 && known.length === own.length
    ? known.toSorted(Temporal.Instant.compare)[0]
    : warrantyEndAt(warranties, "device", lostAt);
}
