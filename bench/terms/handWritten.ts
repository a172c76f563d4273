import type { CoverageCase } from "./coverageCases.ts";

/**
 * The coverage decision of the reference programme as somebody would write it by hand, for speed and without
 * reasons. It is the measure the other engines are held against, and the judge of their answers.
 */
const seriesOf: Readonly<Record<string, string>> = {
  "osmo-action-4": "osmo-action",
  "osmo-360": "osmo",
  "mavic-mini": "mavic",
  "mavic-pro": "mavic",
  "mavic-2-pro": "mavic",
  "mavic-3": "mavic",
  spark: "spark",
  "inspire-2": "inspire-2",
  "zenmuse-x7": "zenmuse",
  "ronin-s": "ronin",
};

const flying = ["aircraft", "gimbal", "camera", "propellers", "battery"];
const partsOf: Readonly<Record<string, readonly string[]>> = {
  mavic: flying,
  spark: flying,
  "inspire-2": ["aircraft", "propellers"],
  zenmuse: ["gimbal", "camera"],
  osmo: ["camera", "battery"],
  "osmo-action": ["camera", "battery"],
  ronin: ["gimbal", "grip"],
};

const granted: Readonly<Record<string, number>> = { "care-1y": 2, "care-2y": 3, "care-plus": 1 };

/** Currency and fees in minor units, by model: the models a plan is sold for. */
const fees: Readonly<Record<string, { currency: string; fee: readonly number[] }>> = {
  "osmo-action-4": { currency: "PLN", fee: [11900, 18500, 24900] },
  "osmo-360": { currency: "PLN", fee: [16900, 17900] },
  "mavic-mini": { currency: "PLN", fee: [20000, 20000] },
  "mavic-pro": { currency: "EUR", fee: [9900, 13900] },
  "mavic-3": { currency: "USD", fee: [15900, 19900] },
  spark: { currency: "PLN", fee: [22900, 31900] },
  "zenmuse-x7": { currency: "EUR", fee: [10900, 16900] },
};

/** The fee in minor units, or undefined when the document prints none for this use. */
export function handWrittenFee(given: CoverageCase): number | undefined {
  const row = fees[given.device.model];
  return row?.currency === given.claim.currency ? row.fee[given.plan.uses] : undefined;
}

export function handWrittenVerdict(given: CoverageCase): string {
  const { incident } = given;
  if (incident.cause === "defect" && incident.at < given.device.warrantyEndsAt && underWarranty(given)) {
    return "warranty";
  }
  if (underPlan(given)) {
    if (mustWait(given)) {
      return "hold";
    }
    return handWrittenFee(given) === undefined ? "incomplete" : "plan";
  }
  const gone = incident.lost === "total" || incident.stolen || incident.abandoned;
  return gone ? "refused" : "paid";
}

function underWarranty({ device, incident }: CoverageCase): boolean {
  return !(
    incident.lost !== "none" ||
    incident.stolen ||
    incident.abandoned ||
    incident.parts.every((part) => part === "other") ||
    device.modified ||
    incident.unauthorisedParts
  );
}

function underPlan(given: CoverageCase): boolean {
  const { device, plan, incident, claim } = given;
  return (
    plan.status !== "cancelled" &&
    plan.serial === device.serial &&
    plan.region === claim.region &&
    claim.wants === "replacement" &&
    plan.uses < (granted[plan.product] ?? 0) &&
    incident.at >= plan.startsAt &&
    incident.at < plan.endsAt &&
    isAccident(incident.cause) &&
    !incident.intentional &&
    !incident.cosmeticOnly &&
    !incident.forceMajeure &&
    underWarranty(given) &&
    someCovered(given)
  );
}

function isAccident(cause: string): boolean {
  switch (cause) {
    case "collision":
    case "drop":
    case "water":
    case "user-error":
    case "signal-interference":
    case "wear":
    case "screen":
    case "deformation":
      return true;
    default:
      return false;
  }
}

function coveredParts(given: CoverageCase): readonly string[] {
  return partsOf[seriesOf[given.device.model] ?? ""] ?? [];
}

function someCovered(given: CoverageCase): boolean {
  const covered = coveredParts(given);
  return given.incident.parts.some((part) => covered.includes(part));
}

/**
 * What only holds a case up: the wrong currency, or a part that is still at home. Without any fee it does not
 * matter.
 */
function mustWait(given: CoverageCase): boolean {
  const row = fees[given.device.model];
  if (row === undefined) {
    return false;
  }
  if (row.currency !== given.claim.currency) {
    return true;
  }
  return !coveredParts(given).every((part) => given.claim.returnedParts.includes(part));
}

export interface Step {
  readonly clause: string;
  readonly truth: "yes" | "no";
}

/** The same decision with what each clause came to, under the clauses' own ids. */
export function handWrittenTrace(given: CoverageCase): { outcome: string; steps: readonly Step[] } {
  const { device, plan, incident, claim } = given;
  const row = fees[device.model];
  const steps: Step[] = [];
  const step = (clause: string, holds: boolean): boolean => {
    steps.push({ clause, truth: holds ? "yes" : "no" });
    return holds;
  };
  const isWarranted = step(
    "route.warranty",
    incident.cause === "defect" && incident.at < device.warrantyEndsAt,
  );
  const holds = [
    step("cover.cause", isAccident(incident.cause)),
    step("cover.parts", someCovered(given)),
    step("cover.plan", plan.status !== "cancelled"),
    step("cover.device", plan.serial === device.serial),
    step("cover.region", plan.region === claim.region),
    step("cover.count", plan.uses < (granted[plan.product] ?? 0)),
    step("choice.route", claim.wants === "replacement"),
  ];
  const isGone = step("except.stolen", incident.stolen || incident.abandoned);
  const shutsBoth = [
    isGone,
    step("except.lost", incident.lost !== "none"),
    step(
      "except.accessories",
      incident.parts.every((part) => part === "other"),
    ),
    step("except.modified", device.modified),
    step("except.unapproved", incident.unauthorisedParts),
  ];
  const shutsPlan = [
    step("except.intentional", incident.intentional),
    step("except.cosmetic", incident.cosmeticOnly),
    step("except.force-majeure", incident.forceMajeure),
    step("except.period", incident.at < plan.startsAt || incident.at >= plan.endsAt),
  ];
  const isPaidFor = step("fee.currency", row === undefined || row.currency === claim.currency);
  const areAllThere = step(
    "parts.return",
    coveredParts(given).every((part) => claim.returnedParts.includes(part)),
  );
  const isNobodys = step("except.gone", isGone || incident.lost === "total");
  const isSpared = !shutsBoth.includes(true);
  if (isWarranted && isSpared) {
    return { outcome: "warranty", steps };
  }
  if (!holds.includes(false) && isSpared && !shutsPlan.includes(true)) {
    if (row !== undefined && !(isPaidFor && areAllThere)) {
      return { outcome: "hold", steps };
    }
    return { outcome: handWrittenFee(given) === undefined ? "incomplete" : "plan", steps };
  }
  return { outcome: isNobodys ? "refused" : "paid", steps };
}
