import type { CommandOf } from "../../client/index.ts";
import { readMoney } from "../format/formatMoney.ts";

type Parts = CommandOf<"setAgreement">["parts"];
const PARTS: readonly string[] = [
  ...["aircraft", "gimbal", "camera", "propellers", "battery", "grip", "controller", "other"],
];

/** `camera=90.00, battery=20.00` as sums of a currency; undefined where it is not written so. */
export function partsIn(text: string, currency: string): Parts | undefined {
  const pairs = text
    .split(/[,;]\s+|[,;]$|\n/)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== "");
  const parts = pairs.map((pair) => {
    const [, part = "", sum = ""] = /^([a-z]+)\s*=\s*(\S+)$/.exec(pair) ?? [];
    return { part: part as Parts[number]["part"], minor: readMoney(sum, currency) };
  });
  const isRead = parts.every(({ part, minor }) => PARTS.includes(part) && minor !== undefined);
  return isRead ? parts.map(({ part, minor }) => ({ part, minor: minor ?? 0 })) : undefined;
}
