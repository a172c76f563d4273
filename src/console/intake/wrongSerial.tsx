import { Button } from "@mantine/core";
import { formatSerial, plainSerial } from "../format/formatSerial.ts";
import { AlertCard } from "../parts/problemCard.tsx";
import { useFindCase } from "../parts/useFindCase.ts";
import { en } from "../words/en.ts";

const words = en.cases;

/** Another device than the case is about: scan again, go to its own case, or put it aside. */
export function WrongSerial(props: {
  readonly scanned: string;
  readonly wanted: string;
  readonly onAgain: () => void;
  readonly onAside: () => void;
}) {
  const { find, busy, missing, problem } = useFindCase("step");
  return (
    <AlertCard title={words.mismatchSerial}>
      <p>{words.mismatchSerialText(formatSerial(plainSerial(props.scanned)), formatSerial(props.wanted))}</p>
      <div className="row">
        <Button onClick={props.onAgain}>{words.mismatchAgain}</Button>
        <Button variant="default" loading={busy} onClick={() => find(props.scanned)}>
          {words.mismatchOther}
        </Button>
        <Button variant="default" onClick={props.onAside}>
          {words.mismatchAside}
        </Button>
      </div>
      {missing === undefined ? null : <p role="status">{en.shell.nobodyFound(missing)}</p>}
      {problem === undefined ? null : <p role="status">{problem.message}</p>}
    </AlertCard>
  );
}
