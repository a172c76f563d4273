import { useEffect } from "react";
import { isInDialog } from "./useKeys.ts";

/**
 * Lets up and down go from one of these elements to the next. Down from the page itself, or from a box that
 * is scanned into, goes to the first. A radio button's own arrows, which would change its answer, are held
 * back.
 */
export function useArrows(selector: string): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const { activeElement } = document;
      const stops = [...document.querySelectorAll<HTMLElement>(selector)];
      const at = stops.indexOf(activeElement as HTMLElement);
      const enters = step === 1 && activeElement?.matches("body, main, .scan input") === true;
      if (step === undefined || isInDialog() || (at < 0 && !enters)) {
        return;
      }
      event.preventDefault();
      stops[at + step]?.focus();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [selector]);
}
