import { useState } from "react";

/** What was begun and not saved, by its name. It lives as long as this window. */
const kept = new Map<string, unknown>();

/** What somebody is filling in, and how it is changed and dropped. */
export interface Kept<Value> {
  readonly value: Value;
  change(change: (now: Value) => Value): void;
  /** Forgets it, because it was saved. */
  drop(): void;
}

/** Keeps what is filled in while its screen is away: it is there after a look elsewhere or a new sign-in. */
export function useDraft<Value>(name: string, initial: () => Value): Kept<Value> {
  const [value, setValue] = useState(() => (kept.has(name) ? (kept.get(name) as Value) : initial()));
  return {
    value,
    change: (change) =>
      setValue((now) => {
        const changed = change(now);
        kept.set(name, changed);
        return changed;
      }),
    drop: () => void kept.delete(name),
  };
}

/** Forgets everything that was begun: somebody else may sit down here. */
export function forgetDrafts(): void {
  kept.clear();
}
