import type { Claim } from "../../client/index.ts";
import { en } from "../words/en.ts";

/** What whoever has the ball does next. What leaves here depends on the way that was chosen. */
export function nextWords({ next, route }: Pick<Claim, "next" | "route">): string {
  return next.what === "ship" && route !== undefined ? en.field.ships[route] : en.field.what[next.what];
}
