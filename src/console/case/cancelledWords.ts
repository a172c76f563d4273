import type { Claim } from "../../client/index.ts";
import { en } from "../words/en.ts";

/** What became of a cancelled case: it is over, or the device that is here goes back. */
export function cancelledWords({ next }: Pick<Claim, "next">): string {
  return next.what === "ship" ? en.cases.goesBack : en.field.states.cancelled;
}
