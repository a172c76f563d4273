import type { Claim } from "../../client/index.ts";
import { formatDay } from "../format/formatDate.ts";
import { ButtonLink } from "../parts/page.tsx";
import { en } from "../words/en.ts";
import { isOver } from "./isOver.ts";
import { nextWords } from "./nextWords.ts";
import { type StepRoute, stepRoute } from "./stepRoute.ts";

const labels: Readonly<Record<StepRoute, string>> = {
  "/cases/$id": en.cases.toCase,
  "/cases/$id/intake": en.cases.steps.intake,
  "/cases/$id/bench": en.cases.steps.bench,
  "/cases/$id/choice": en.cases.steps.choice,
  "/cases/$id/swap": en.cases.steps.swap,
  "/cases/$id/ship": en.cases.steps.ship,
};

/** The one next step of a case, as its one button. */
export function NextButton({ claim }: { readonly claim: Pick<Claim, "id" | "next" | "route" | "state"> }) {
  const to = stepRoute(claim);
  return (
    <ButtonLink primary={to !== "/cases/$id/choice"} to={to} params={{ id: claim.id }}>
      {to === "/cases/$id/ship" && claim.route === "return" ? en.cases.steps.shipBack : labels[to]}
    </ButtonLink>
  );
}

/** Who has the ball, what they do, until when; or that nothing is left to do. */
export function NextSentence({ claim }: { readonly claim: Pick<Claim, "next" | "route" | "state"> }) {
  const { who, by } = claim.next;
  if (isOver(claim)) {
    return <p className="next-sentence">{en.cases.over[claim.state]}</p>;
  }
  return (
    <p className="next-sentence">
      <b>{en.field.who[who]}</b> {nextWords(claim)}
      {by === undefined ? null : <span className="muted"> {en.cases.until(formatDay(by))}</span>}
    </p>
  );
}
