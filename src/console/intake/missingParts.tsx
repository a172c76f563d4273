import { Button } from "@mantine/core";
import { useState } from "react";
import type { ActOptions, Claim, CommandOf } from "../../client/index.ts";
import { cancelledWords } from "../case/cancelledWords.ts";
import { partNames } from "../case/story.tsx";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { AlertCard, ProblemCard } from "../parts/problemCard.tsx";
import { en } from "../words/en.ts";

const words = en.cases;

/** Not everything is there: take it in and ask for the rest, refuse the case, or look again. */
export function MissingParts(props: {
  readonly parcel: CommandOf<"receiveDevice">;
  readonly missing: readonly string[];
  readonly onAsk: () => void;
  readonly onCheck: () => void;
}) {
  const { parcel, missing, onAsk, onCheck } = props;
  const [refuses, setRefuses] = useState(false);
  const refusing = useSaveCase(sendBack, cancelledWords);
  return (
    <AlertCard title={words.mismatchParts}>
      <p>{words.mismatchPartsText(partNames(missing))}</p>
      {refuses ? (
        <>
          <p>{words.mismatchRefuseWhy}</p>
          <div className="row">
            <Button color="red" loading={refusing.pending} onClick={() => refusing.perform(parcel)}>
              {words.mismatchRefuseSure}
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

/** What is here has to be taken in before it can leave again: a case of which nothing came just ends. */
async function sendBack(parcel: CommandOf<"receiveDevice">, options: ActOptions): Promise<Claim> {
  const { idempotencyKey, ...others } = options;
  const intakeKey = idempotencyKey === undefined ? {} : { idempotencyKey: `${idempotencyKey}-in` };
  await client.receiveDevice(parcel, { ...others, ...intakeKey });
  return await client.cancelClaim({ id: parcel.id }, options);
}
