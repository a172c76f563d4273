import { type SeededRandom, seededRandom } from "./seededRandom.ts";

/**
 * A coverage case in which every fact is known, in the words of `device-plan/1`. Instants are RFC 3339 in UTC
 * with whole seconds, so that whoever likes may compare them as text.
 */
export interface CoverageCase {
  readonly at: string;
  readonly device: {
    readonly serial: string;
    readonly model: string;
    readonly region: string;
    readonly modified: boolean;
    readonly replacedBy: string;
    readonly warrantyEndsAt: string;
  };
  readonly plan: {
    readonly product: string;
    readonly status: string;
    readonly serial: string;
    readonly region: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly uses: number;
  };
  readonly incident: {
    readonly at: string;
    readonly cause: string;
    readonly parts: readonly string[];
    readonly lost: string;
    readonly stolen: boolean;
    readonly abandoned: boolean;
    readonly intentional: boolean;
    readonly cosmeticOnly: boolean;
    readonly forceMajeure: boolean;
    readonly unauthorisedParts: boolean;
  };
  readonly claim: {
    readonly at: string;
    readonly region: string;
    readonly currency: string;
    readonly channel: string;
    readonly wants: string;
    readonly returnedParts: readonly string[];
  };
}

const day = 86_400_000;
const flightParts = ["aircraft", "gimbal", "camera", "propellers", "battery"] as const;
const parts = [...flightParts, "grip", "controller", "other"] as const;
const covered = [
  "collision",
  "drop",
  "water",
  "user-error",
  "signal-interference",
  "wear",
  "screen",
] as const;

/**
 * Models with what their owner would send, region and currency; the last three have no fee in the document.
 */
const models = [
  {
    model: "osmo-action-4",
    parts: ["camera", "battery"],
    region: "EU",
    currency: "PLN",
    series: "osmo-action",
  },
  { model: "osmo-360", parts: ["camera", "battery"], region: "EU", currency: "PLN", series: "osmo" },
  { model: "mavic-mini", parts: flightParts, region: "EU", currency: "PLN", series: "mavic" },
  { model: "mavic-pro", parts: flightParts, region: "EU", currency: "EUR", series: "mavic" },
  { model: "mavic-3", parts: flightParts, region: "US", currency: "USD", series: "mavic" },
  { model: "spark", parts: flightParts, region: "EU", currency: "PLN", series: "spark" },
  { model: "zenmuse-x7", parts: ["gimbal", "camera"], region: "EU", currency: "EUR", series: "zenmuse" },
  { model: "mavic-2-pro", parts: flightParts, region: "US", currency: "USD", series: "mavic" },
  {
    model: "inspire-2",
    parts: ["aircraft", "propellers"],
    region: "US",
    currency: "USD",
    series: "inspire-2",
  },
  { model: "ronin-s", parts: ["gimbal", "grip"], region: "EU", currency: "EUR", series: "ronin" },
] as const;

/**
 * So many cases from one seed: over a quarter replaced under the plan, the others spread over every clause
 * that can say no.
 */
export function coverageCases(count: number, seed: number): readonly CoverageCase[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => coverageCase(random, index));
}

function coverageCase(random: SeededRandom, index: number): CoverageCase {
  const kind = random.pick(models);
  const serial = `S${String(index).padStart(6, "0")}`;
  const startsAt = Date.UTC(2025, 6, 1, 10) + random.between(0, 400) * day;
  const product = drawProduct(random, kind.model);
  const endsAt = startsAt + (product === "care-2y" ? 731 : 366) * day;
  const incidentAt = startsAt + random.between(-10, product === "care-2y" ? 745 : 375) * day;
  const claimAt = incidentAt + random.between(1, 40) * day;
  const rare = (): boolean => random.chance(0.015);
  return {
    at: instant(claimAt),
    device: {
      serial,
      model: kind.model,
      region: kind.region,
      modified: rare(),
      replacedBy: "none",
      warrantyEndsAt: instant(startsAt + random.pick([180, 365, 730]) * day),
    },
    plan: {
      product,
      status: random.pick([
        "active",
        "active",
        "active",
        "active",
        "active",
        "expired",
        "expired",
        "exhausted",
        "cancelled",
      ]),
      serial: rare() ? `${serial}-other` : serial,
      region: kind.region,
      startsAt: instant(startsAt),
      endsAt: instant(endsAt),
      uses: drawUses(random, product),
    },
    incident: {
      at: instant(incidentAt),
      cause: random.chance(0.9) ? random.pick(covered) : random.pick(["defect", "flyaway", "battery"]),
      parts: drawParts(random, kind.parts),
      lost: random.chance(0.95) ? "none" : random.pick(["partial", "total"]),
      stolen: rare(),
      abandoned: rare(),
      intentional: rare(),
      cosmeticOnly: rare(),
      forceMajeure: rare(),
      unauthorisedParts: rare(),
    },
    claim: {
      at: instant(claimAt),
      region: random.chance(0.97) ? kind.region : "JP",
      currency: random.chance(0.95) ? kind.currency : "GBP",
      channel: random.pick(["online", "quick", "swift"]),
      wants: random.chance(0.95) ? "replacement" : "repair",
      returnedParts: random.chance(0.9) ? kind.parts : kind.parts.slice(1),
    },
  };
}

function drawProduct(random: SeededRandom, model: string): string {
  if (model === "osmo-action-4") {
    return random.pick(["care-2y", "care-2y", "care-1y", "care-plus"]);
  }
  return random.pick(["care-1y", "care-1y", "care-1y", "care-plus"]);
}

function drawUses(random: SeededRandom, product: string): number {
  const most = { "care-1y": 2, "care-2y": 3 }[product] ?? 1;
  return random.chance(0.1) ? most : random.between(0, most - 1);
}

function drawParts(random: SeededRandom, own: readonly string[]): readonly string[] {
  if (random.chance(0.05)) {
    return [random.pick(["other", "controller"])];
  }
  const broken = own.filter(() => random.chance(0.5));
  return broken.length > 0 ? broken : [random.pick(parts)];
}

/** RFC 3339 in UTC, whole seconds. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(".000Z", "Z");
}
