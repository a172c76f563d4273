import { Button } from "@mantine/core";
import { useState } from "react";
import type { Claim } from "../../client/index.ts";
import { partNames } from "../case/story.tsx";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { AlertCard, ProblemCard } from "../parts/problemCard.tsx";
import { en } from "../words/en.ts";

const words = en.cases;

/** Not everything is there: take it in and ask for the rest, refuse the case, or look again. */
export function MissingParts(props: {
  readonly claim: Pick<Claim, "id">;
  readonly missing: readonly string[];
  readonly onAsk: () => void;
  readonly onCheck: () => void;
}) {
  const { claim, missing, onAsk, onCheck } = props;
  const [refuses, setRefuses] = useState(false);
  const refusing = useSaveCase(client.cancelClaim, () => en.field.states.cancelled);
  return (
    <AlertCard title={words.mismatchParts}>
      <p>{words.mismatchPartsText(partNames(missing))}</p>
      {refuses ? (
        <>
          <p>{words.cancelWhy}</p>
          <div className="row">
            <Button color="red" loading={refusing.pending} onClick={() => refusing.perform({ id: claim.id })}>
              {words.cancelSure}
            </Button>
            <Button variant="default" onClick={() => setRefuses(false)}>
              {words.keep}
            </Button>
          </div>
        </>
      ) : (
        <div className="row">
          <Button autoFocus onClick={onAsk}>
            {words.mismatchAsk}
          </Button>
          <Button variant="default" onClick={() => setRefuses(true)}>
            {words.mismatchRefuse}
          </Button>
          <Button variant="default" onClick={onCheck}>
            {words.mismatchCheck}
          </Button>
        </div>
      )}
      {refusing.problem === undefined ? null : <ProblemCard problem={refusing.problem} />}
    </AlertCard>
  );
}
