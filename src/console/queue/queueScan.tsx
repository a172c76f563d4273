import type { RefObject } from "react";
import { ButtonLink } from "../parts/page.tsx";
import { AlertCard, ProblemCard } from "../parts/problemCard.tsx";
import { ScanBox } from "../parts/scanBox.tsx";
import { useFindCase } from "../parts/useFindCase.ts";
import { useRole } from "../parts/useRole.ts";
import { intake } from "../words/en/intake.ts";
import { en } from "../words/en.ts";

/** The box a scanner types into. What it does not find is said in red, and the box is ready for the next. */
export function QueueScan({ box }: { readonly box: RefObject<HTMLInputElement | null> }) {
  const { worksAtBench } = useRole();
  const { find, busy, missing, problem } = useFindCase(worksAtBench ? "step" : "page");
  return (
    <div className="queue-scan">
      <ScanBox label={en.desk.scan} hint={en.desk.scanHint} onScan={find} busy={busy} box={box} autoFocus />
      {missing === undefined ? null : (
        <AlertCard title={en.shell.nobodyFound(missing)}>
          <p>{en.shell.nobodyFoundNext}</p>
          {worksAtBench ? (
            <ButtonLink to="/intake" search={{ scan: missing }}>
              {intake.fromQueue}
            </ButtonLink>
          ) : null}
        </AlertCard>
      )}
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </div>
  );
}
