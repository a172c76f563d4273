import { Button } from "@mantine/core";
import { useState } from "react";
import type { Claim, ClaimState } from "../../client/index.ts";
import { client } from "../client.ts";
import { ButtonLink } from "../parts/page.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useRole } from "../parts/useRole.ts";
import { en } from "../words/en.ts";
import { cancelledWords } from "./cancelledWords.ts";
import { NextButton, NextSentence } from "./nextButton.tsx";
import { stepRoute } from "./stepRoute.ts";
import { useSaveCase } from "./useSaveCase.ts";

const words = en.cases;
const cancellable: readonly ClaimState[] = ["reported", "received", "inspected", "chosen"];

/** The next step as the one primary button, and the way out of the case while there is one. */
export function CaseActions({ claim }: { readonly claim: Claim }) {
  const { worksAtBench } = useRole();
  const [sure, askSure] = useState(false);
  const closing = useSaveCase(client.closeClaim, () => en.field.states.closed);
  const cancelling = useSaveCase(client.cancelClaim, cancelledWords);
  const problem = closing.problem ?? cancelling.problem;
  return (
    <div className="case-actions">
      <NextSentence claim={claim} />
      <div className="row">
        {worksAtBench && stepRoute(claim) !== "/cases/$id" ? <NextButton claim={claim} /> : null}
        {worksAtBench && claim.state === "inspected" ? (
          <ButtonLink to="/cases/$id/bench" params={{ id: claim.id }}>
            {words.steps.again}
          </ButtonLink>
        ) : null}
        {claim.state === "shipped" ? (
          <Button loading={closing.pending} onClick={() => closing.perform({ id: claim.id })}>
            {words.steps.arrived}
          </Button>
        ) : null}
        {worksAtBench && cancellable.includes(claim.state) && !sure ? (
          <Button variant="default" onClick={() => askSure(true)}>
            {words.cancel}
          </Button>
        ) : null}
      </div>
      {sure ? (
        <div className="sure">
          <p>{words.cancelWhy}</p>
          <div className="row">
            <Button
              color="red"
              loading={cancelling.pending}
              onClick={() => cancelling.perform({ id: claim.id })}
            >
              {words.cancelSure}
            </Button>
            <Button variant="default" autoFocus onClick={() => askSure(false)}>
              {words.keep}
            </Button>
          </div>
        </div>
      ) : null}
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </div>
  );
}
