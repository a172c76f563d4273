import { Button } from "@mantine/core";
import type { CommandOf } from "../../client/index.ts";
import { partNames } from "../case/story.tsx";
import { AlertCard } from "../parts/problemCard.tsx";
import { intake } from "../words/en/intake.ts";
import { en } from "../words/en.ts";
import { Differs } from "./differs.tsx";

const words = en.cases;

/** Not everything is there, or it looks otherwise: take it in, ask, send it back, go on, or look again. */
export function MissingParts(props: {
  readonly parcel: CommandOf<"receiveDevice">;
  readonly missing: readonly string[];
  readonly differs: boolean;
  readonly onAccept: () => void;
  readonly onCheck: () => void;
  readonly onDone: () => void;
}) {
  const { parcel, missing, differs, onAccept, onCheck, onDone } = props;
  const { id, serial, parts, condition, weightGrams, intakes } = parcel;
  const isMissing = missing.length > 0;
  const told = {
    ...{ id, serial, parts, condition, conditionDiffers: differs },
    ...(weightGrams === undefined ? {} : { weightGrams }),
    ...(intakes === undefined ? {} : { intakes }),
  };
  return (
    <AlertCard title={isMissing ? words.mismatchParts : intake.differsCard}>
      {isMissing ? <p>{words.mismatchPartsText(partNames(missing))}</p> : null}
      <div className="row">
        {isMissing && !differs ? (
          <Button autoFocus onClick={onAccept}>
            {words.mismatchAsk}
          </Button>
        ) : null}
        <Button variant="default" autoFocus={!isMissing || differs} onClick={onCheck}>
          {words.mismatchCheck}
        </Button>
      </div>
      <Differs
        told={told}
        choices={["ask", "refuse", "continue"]}
        question={isMissing ? intake.askMissing(partNames(missing)) : ""}
        onDone={onDone}
      />
    </AlertCard>
  );
}
