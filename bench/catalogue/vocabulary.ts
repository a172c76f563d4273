import type { SeededRandom } from "../terms/seededRandom.ts";

const ONSETS = [
  "b",
  "br",
  "c",
  "d",
  "dr",
  "f",
  "fl",
  "g",
  "h",
  "k",
  "l",
  "m",
  "n",
  "p",
  "pr",
  "r",
  "s",
  "st",
];
const VOWELS = ["a", "e", "i", "o", "u", "ai", "eo", "ia"];
const CODAS = ["", "l", "m", "n", "r", "s", "t", "x", "nd", "rk"];

/** What a parts shop sells, by department: the words that thousands of products share. */
export const DEPARTMENTS: Readonly<Record<string, readonly string[]>> = {
  drones: ["drone", "propeller", "gimbal", "landing gear", "controller", "motor"],
  cameras: ["camera", "lens", "filter", "tripod", "housing", "action camera"],
  power: ["battery", "charger", "power supply", "adapter", "inverter", "fuse"],
  cables: ["cable", "connector", "plug", "socket", "terminal", "adapter cable"],
  semiconductors: ["resistor", "capacitor", "transistor", "diode", "regulator", "microcontroller"],
  tools: ["soldering iron", "screwdriver", "multimeter", "tweezers", "crimping tool", "oscilloscope"],
  phones: ["display", "back cover", "screen protector", "phone case", "charging port", "speaker"],
  appliances: ["pump", "belt", "filter bag", "heating element", "door seal", "thermostat"],
  lighting: ["led strip", "lamp", "bulb", "driver", "flashlight", "sensor"],
  audio: ["headphones", "microphone", "amplifier", "loudspeaker", "receiver", "turntable belt"],
  networks: ["router", "switch", "antenna", "access point", "patch panel", "transceiver"],
  mechanics: ["bearing", "spring", "screw set", "gasket", "bracket", "fan"],
};

/** Adjectives and materials that names are filled up with. */
export const QUALITIES: readonly string[] = [
  ...["original", "replacement", "universal", "waterproof", "black", "white", "grey", "red", "compact"],
  ...["professional", "heavy duty", "low noise", "high speed", "wireless", "rechargeable", "flexible"],
  ...["stainless", "ceramic", "aluminium", "brass", "silicone", "nylon", "carbon", "tempered glass"],
];

/** Words that no dictionary has, as brands and series are: distinct, in the order they were made. */
export function madeUpWords(random: SeededRandom, count: number): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = random.between(2, 3);
    words.add(Array.from({ length: syllables }, () => syllable(random)).join(""));
  }
  return [...words];
}

/** Picks early ones far more often than late ones, as brands sell: the first in every sixth product or so. */
export function pickEarly<T>(random: SeededRandom, values: readonly T[]): T {
  const place = Math.floor(values.length ** random.next()) - 1;
  return values[Math.min(Math.max(place, 0), values.length - 1)] as T;
}

function syllable(random: SeededRandom): string {
  return random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
}
