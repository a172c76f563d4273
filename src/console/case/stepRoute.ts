import type { Claim } from "../../client/index.ts";

/** Where in the console the next step of a claim is done; its own page when nobody here has the ball. */
export function stepRoute({ next, state }: Pick<Claim, "next" | "state">): StepRoute {
  switch (next.what) {
    case "send":
    case "send_rest":
    case "send_back":
    case "answer":
      return "/cases/$id/intake";
    case "analyse":
    case "review":
      return "/cases/$id";
    case "inspect":
      return "/cases/$id/bench";
    case "choose":
    case "pay":
      return "/cases/$id/choice";
    case "replace":
      return "/cases/$id/swap";
    case "ship":
      return "/cases/$id/ship";
    case "arrive":
    case "none":
      return state === "reported" ? "/cases/$id/intake" : "/cases/$id";
  }
}

/** The screens of one case. */
export type StepRoute =
  | "/cases/$id"
  | "/cases/$id/intake"
  | "/cases/$id/bench"
  | "/cases/$id/choice"
  | "/cases/$id/swap"
  | "/cases/$id/ship";
