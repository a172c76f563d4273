import { useEffect, useRef } from "react";

/** What each key does. `Ctrl+Enter` and `Alt+1` name their modifiers; Cmd counts as Ctrl. */
export type KeyActions = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Whether somebody is writing there, so that a plain letter is a letter. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type)))
  );
}

/**
 * A question mark asks for the keys even in an empty box: nothing that is scanned or found begins with one.
 */
function asksForKeys({ key, target }: KeyboardEvent): boolean {
  return key === "?" && target instanceof HTMLInputElement && target.value === "";
}

/** Whether a dialog is open: the keys are its own then. */
export function isInDialog(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

/** Listens to keys while the calling screen is shown. Plain keys are left alone where somebody writes. */
export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const name = nameOf(event);
      const act = latest.current[name];
      const letter = !name.includes("+") && isWriting(event.target) && !asksForKeys(event);
      if (act === undefined || event.defaultPrevented || isInDialog() || letter) {
        return;
      }
      event.preventDefault();
      act(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // Alt changes the character on many keyboards; the digit row keeps its code.
  const digit = event.altKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined;
  const control = event.ctrlKey || event.metaKey ? "Ctrl+" : "";
  return `${control}${event.altKey ? "Alt+" : ""}${digit ?? key}`;
}
