import { type RefObject, useEffect } from "react";
import { isInDialog, isWriting } from "../parts/useKeys.ts";

/**
 * Whoever types, or scans, while nothing takes letters, writes into the screen's own scan box, or else into
 * the search. So the scanner works everywhere, its Enter never presses a button, its letters answer no
 * question, and yet the focus is never torn from where somebody writes.
 */
export function useScanAnywhere(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isPlain(event) && !isWriting(event.target) && !answersHere(event) && !isInDialog()) {
        const box = document.querySelector<HTMLInputElement>("main [data-scan]") ?? search.current;
        // Selected, so that a scan takes the place of what was scanned before.
        box?.select();
      }
    };
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, [search]);
}

function isPlain({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && /^[\p{L}\p{N}\]]$/u.test(key);
}

/** Whether the key is an answer to what has the focus, as Y and N are to a finding. */
function answersHere({ key, target }: KeyboardEvent): boolean {
  const answers = target instanceof Element ? target.closest<HTMLElement>("[data-answers]") : null;
  return answers?.dataset.answers?.includes(key.toLowerCase()) === true;
}
