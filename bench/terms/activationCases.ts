import { instant } from "./coverageCases.ts";
import { type SeededRandom, seededRandom } from "./seededRandom.ts";

/** An activation in which every fact is known, in the words of `device-plan/1`. */
export interface ActivationCase {
  readonly at: string;
  readonly code: { state: string; product: string; models: readonly string[]; region: string };
  readonly device: {
    readonly serial: string;
    readonly model: string;
    readonly region: string;
    readonly activatedAt: string;
    readonly plan: string;
    readonly replacedBy: string;
  };
  readonly invitation: "none" | { reason: string; serial: string; sentAt: string };
}

const hour = 3_600_000;
const models = [
  { model: "osmo-action-4", region: "EU" },
  { model: "mavic-3", region: "US" },
  { model: "spark", region: "EU" },
  { model: "zenmuse-x7", region: "EU" },
  { model: "ronin-s", region: "JP" },
] as const;

/**
 * Devices on both sides of every window: hours for aircraft and gimbals, civil days for what is held in the
 * hand.
 */
export function activationCases(count: number, seed: number): readonly ActivationCase[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => activationCase(random, index));
}

function activationCase(random: SeededRandom, index: number): ActivationCase {
  const { model, region } = random.pick(models);
  const serial = `S${String(index).padStart(6, "0")}`;
  const activatedAt = Date.UTC(2025, 6, 1) + random.between(0, 8760) * hour;
  const isHeld = model === "osmo-action-4" || model === "ronin-s";
  const at = activatedAt + random.between(1, isHeld ? 900 : 60) * hour;
  const sentAt = instant(at - random.between(1, 100) * hour);
  const reason = random.pick(["repair", "video"]);
  return {
    at: instant(at),
    code: {
      state: random.chance(0.95) ? "sold" : "redeemed",
      product: "care-1y",
      models: [random.chance(0.95) ? model : "mavic-pro"],
      region: random.chance(0.95) ? region : "UK",
    },
    device: {
      serial,
      model,
      region,
      activatedAt: random.chance(0.1) ? "never" : instant(activatedAt),
      plan: random.chance(0.95) ? "none" : "care-1y",
      replacedBy: "none",
    },
    invitation: random.chance(0.2) ? { reason, serial, sentAt } : "none",
  };
}
