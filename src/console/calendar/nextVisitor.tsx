import { useRef } from "react";
import { ProblemCard } from "../parts/index.ts";
import { ScanBox } from "../parts/scanBox.tsx";
import { useFindCase } from "../parts/useFindCase.ts";
import { calendar as words } from "../words/en/calendar.ts";

/** The box for whoever is next: a scanner types into it from wherever the page is. */
export function NextVisitor() {
  const box = useRef<HTMLInputElement>(null);
  const { find, busy, missing, problem } = useFindCase("step");
  return (
    <section className="section" aria-label={words.nextVisitor}>
      <ScanBox
        label={words.nextVisitor}
        hint={words.nextVisitorHint}
        onScan={find}
        busy={busy}
        box={box}
        small
      />
      {missing === undefined ? null : <p role="status">{words.visitNone}</p>}
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </section>
  );
}
