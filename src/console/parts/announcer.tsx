import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { queryClient } from "../client.ts";
import { en } from "../words/en.ts";
import { problemOf } from "./useAct.ts";
import { isInDialog, isWriting } from "./useKeys.ts";

/** How something that was done is taken back: by an act of the server, never by having waited with it. */
export interface Undo {
  readonly act: () => Promise<unknown>;
  /** What is said once it is taken back. */
  readonly says: string;
}

type Announcing = (said: string, undo?: Undo) => void;

const Announce = createContext<Announcing>(() => undefined);

/** Long enough to read a sentence twice. */
const SHOWN_MS = 6_000;
/** Long enough to see what one has done. */
const UNDO_MS = 10_000;

/**
 * Shows what was just done at the foot of the window, and says it once, politely. What can be taken back is
 * offered for ten seconds, by a button and by Ctrl and Z.
 */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<{ readonly text: string; readonly undo: Undo | undefined }>();
  const announce = useCallback<Announcing>((text, undo) => setSaid({ text, undo }), []);
  useEffect(() => {
    if (said === undefined) {
      return undefined;
    }
    const timer = setTimeout(() => setSaid(undefined), said.undo === undefined ? SHOWN_MS : UNDO_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const undo = said?.undo;
  const take = useCallback(() => {
    if (undo !== undefined) {
      // Gone at once: pressed twice, it is taken back once.
      setSaid(undefined);
      void takeBack(undo).then((text) => setSaid({ text, undo: undefined }));
    }
  }, [undo]);
  useUndoKey(undo === undefined ? undefined : take);
  return (
    <Announce value={announce}>
      {children}
      <div className="announcer" role="status" aria-live="polite">
        {said === undefined ? null : (
          <p className="said">
            {said.text}{" "}
            {undo === undefined ? null : (
              <button type="button" className="said-undo" onClick={take}>
                {en.shell.undo} <kbd>{en.shell.undoKey}</kbd>
              </button>
            )}
          </p>
        )}
      </div>
    </Announce>
  );
}

/** Takes it back, and reads again whatever is on the screen. Answers what is to be said of it. */
async function takeBack({ act, says }: Undo): Promise<string> {
  const text = await act().then(
    () => says,
    (error: Error) => problemOf(error).message,
  );
  await queryClient.invalidateQueries();
  return text;
}

/** Ctrl and Z, but where somebody has written something: there it takes back letters. */
function useUndoKey(take: (() => void) | undefined): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
      if (take !== undefined && isUndo && !hasLetters(event.target) && !isInDialog()) {
        event.preventDefault();
        take();
      }
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [take]);
}

function hasLetters(target: EventTarget | null): boolean {
  return (
    isWriting(target) && "value" in (target as HTMLInputElement) && (target as HTMLInputElement).value !== ""
  );
}

/** Says something to everybody; with an undo, it can be taken back for ten seconds. */
export function useAnnounce(): Announcing {
  return useContext(Announce);
}
