import type { Facts, Question } from "../../terms/index.ts";
import { en } from "../words/en.ts";

export type AskName = "plan" | "damage";

/** What nobody is asked before an inspection, and what is taken for granted of a case that is none yet. */
const unharmed = {
  stolen: false,
  abandoned: false,
  intentional: false,
  cosmeticOnly: false,
  forceMajeure: false,
  unauthorisedParts: false,
  unauthorisedRepair: false,
  unsuitableConditions: false,
  flightLog: "cloud",
  boundThroughout: true,
};

/** Fees, parts and windows hang on these. */
const first = ["model", "plan", "region"];

/** Every part there is: what is broken can be sent in. */
const allParts = Object.keys(en.places.parts);

/** Days around now in which the plan of a case that is none yet runs. */
const SOME_DAYS = 30;

/** The question of a page, asked at an instant: what it decides, takes for granted, and asks. */
export function questionOf(name: AskName, now: string): Question {
  return name === "plan" ? planQuestion(now) : damageQuestion(now);
}

/** Whether a plan may be had for a device that has none. */
function planQuestion(at: string): Question {
  const given: Facts = {
    at,
    device: { plan: "none", everBound: false, monthsCovered: 0, replacedBy: "none" },
    invitation: "none",
  };
  const asks = {
    model: ["device.model"],
    plan: ["code.product"],
    region: ["device.region", "code.region"],
    activated: ["device.activatedAt"],
    firstUsedOn: ["device.activatedAt"],
  };
  return { decision: "offer", given, asks, first };
}

/** What a plan that runs would do about damage of today. */
function damageQuestion(at: string): Question {
  const now = Temporal.Instant.from(at);
  const around = Temporal.Duration.from({ hours: SOME_DAYS * 24 });
  const serial = "as-told";
  const given: Facts = {
    at,
    device: { serial, modified: false, warrantyEndsAt: "never" },
    plan: {
      serial,
      status: "active",
      startsAt: now.subtract(around).toString(),
      endsAt: now.add(around).toString(),
    },
    incident: { ...unharmed, at, reportedAt: at },
    claim: { at, channel: "online", wants: "replacement", returnedParts: allParts },
    invitation: "none",
  };
  const asks = {
    model: ["device.model"],
    plan: ["plan.product"],
    region: ["plan.region", "claim.region", "device.region"],
    currency: ["claim.currency"],
    cause: ["incident.cause"],
    parts: ["incident.parts"],
    lost: ["incident.lost"],
    uses: ["plan.uses"],
  };
  return { decision: "coverage", given, asks, first };
}
