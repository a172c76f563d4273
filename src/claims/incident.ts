import { type Static, Type } from "typebox";
import { Country, Day, Instant, shape } from "../platform/index.ts";

/** What may have happened, in the vocabulary's words. */
export const causes = [
  "collision",
  "drop",
  "water",
  "user-error",
  "signal-interference",
  "wear",
  "screen",
  "deformation",
  "flyaway",
  "defect",
  "battery",
] as const;

/** Parts a device can be made of. */
export const parts = [
  "aircraft",
  "gimbal",
  "camera",
  "propellers",
  "battery",
  "grip",
  "controller",
  "other",
] as const;

export const Parts = Type.Array(Type.Enum([...parts]), { uniqueItems: true, maxItems: parts.length });

/** What the owner tells of the incident. A day will do where the hour is not known. */
export const IncidentBody = shape({
  at: Type.Union([Instant, Day]),
  cause: Type.Enum([...causes]),
  country: Type.Optional(Country),
  parts: Type.Optional(Parts),
  lost: Type.Optional(Type.Enum(["none", "partial", "total"])),
  stolen: Type.Optional(Type.Boolean()),
  abandoned: Type.Optional(Type.Boolean()),
  /** Of a lost aircraft: how its owner can give the record of the flight. */
  flightLog: Type.Optional(Type.Enum(["cloud", "file", "none"])),
});
export type Incident = Static<typeof IncidentBody>;

/** The whole device is lost or was stolen: nothing of it can come to a bench. */
export function isGone({ lost, stolen }: Pick<Incident, "lost" | "stolen">): boolean {
  return lost === "total" || stolen === true;
}

/** What an assessor says of one thing that is the matter. */
const JUDGED = {
  intentional: Type.Optional(Type.Boolean()),
  cosmeticOnly: Type.Optional(Type.Boolean()),
  forceMajeure: Type.Optional(Type.Boolean()),
  unauthorisedParts: Type.Optional(Type.Boolean()),
  unauthorisedRepair: Type.Optional(Type.Boolean()),
  unsuitableConditions: Type.Optional(Type.Boolean()),
} as const;

/**
 * What the bench found. Each is a fact of the vocabulary that only an assessor can judge; one left out is
 * still unknown, and the receipt says whether that matters. `modified` is a fact of the device.
 */
export const FindingsBody = shape({
  cause: Type.Optional(Type.Enum([...causes])),
  parts: Type.Optional(Parts),
  lost: Type.Optional(Type.Enum(["none", "partial", "total"])),
  ...JUDGED,
  modified: Type.Optional(Type.Boolean()),
  /** Of a lost aircraft: what the record of its flight shows, how it came, and whether all was bound. */
  analysis: Type.Optional(Type.Enum(["customer", "maker", "no-accident"])),
  flightLog: Type.Optional(Type.Enum(["cloud", "file", "none"])),
  boundThroughout: Type.Optional(Type.Boolean()),
  /** From the papers the owner shows, where the registry does not know it. */
  warrantyEndsAt: Type.Optional(Instant),
});
export type Findings = Static<typeof FindingsBody>;

/**
 * Another thing the matter with the device, beside the first: a defect beside a crash. It has its own cause
 * and parts; what is told of the device (`modified`, the warranty) stands with the first.
 */
export const FurtherFinding = shape({
  cause: Type.Enum([...causes]),
  parts: Type.Array(Type.Enum([...parts]), { uniqueItems: true, minItems: 1, maxItems: parts.length }),
  /** `none` where nothing is said. */
  lost: Type.Optional(Type.Enum(["none", "partial", "total"])),
  ...JUDGED,
});
export type FurtherFinding = Static<typeof FurtherFinding>;

/** How many things can be the matter with one device in one case, beside the first. */
export const MOST_FURTHER = 7;
