import { type RefObject, useEffect } from "react";
import { AlertCard, ProblemCard } from "../parts/problemCard.tsx";
import { ScanBox } from "../parts/scanBox.tsx";
import { useFindCase } from "../parts/useFindCase.ts";
import { isInDialog, isWriting } from "../parts/useKeys.ts";
import { useRole } from "../parts/useRole.ts";
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
        </AlertCard>
      )}
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </div>
  );
}

/**
 * Whoever types, or scans, while nothing takes letters, types into this box. So the scanner always works, and
 * yet the focus is never torn from what somebody is at.
 */
export function useTypingGoesTo(box: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && /^[\p{L}\p{N}]$/u.test(event.key);
      if (plain && !isWriting(event.target) && !isInDialog()) {
        box.current?.focus();
      }
    };
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, [box]);
}
