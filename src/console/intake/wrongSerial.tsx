import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import type { ClaimPage, Part } from "../../client/index.ts";
import { formatSerial, plainSerial } from "../format/formatSerial.ts";
import { AlertCard } from "../parts/problemCard.tsx";
import { useFindCase } from "../parts/useFindCase.ts";
import { intake } from "../words/en/intake.ts";
import { en } from "../words/en.ts";
import { Differs } from "./differs.tsx";
import type { Parcel } from "./parcel.ts";

const words = en.cases;

/**
 * Another device than the case is about: scan again, go to its own case, ask the owner, or send it back. What
 * is not of the case is kept by itself.
 */
export function WrongSerial(props: {
  readonly page: ClaimPage;
  readonly parcel: Parcel;
  readonly onAgain: () => void;
  readonly onDone: () => void;
}) {
  const { page, parcel, onAgain, onDone } = props;
  const { find, busy, missing, problem } = useFindCase("step");
  const [foreign, setForeign] = useState(false);
  const serial = plainSerial(parcel.scanned);
  const told = {
    ...{ id: page.claim.id, serial, parts: [...parcel.ticked] as Part[], foreign },
    condition: parcel.condition.trim() || formatSerial(serial),
  };
  return (
    <AlertCard title={words.mismatchSerial}>
      <p>{words.mismatchSerialText(formatSerial(serial), formatSerial(page.device.serial))}</p>
      <div className="row">
        <Button onClick={onAgain}>{words.mismatchAgain}</Button>
        <Button variant="default" loading={busy} onClick={() => find(parcel.scanned)}>
          {words.mismatchOther}
        </Button>
      </div>
      <Checkbox
        label={intake.foreign}
        checked={foreign}
        onChange={(event) => setForeign(event.currentTarget.checked)}
      />
      <Differs told={told} choices={["ask", "refuse"]} question={intake.askOther} onDone={onDone} />
      {missing === undefined ? null : <p role="status">{en.shell.nobodyFound(missing)}</p>}
      {problem === undefined ? null : <p role="status">{problem.message}</p>}
    </AlertCard>
  );
}
