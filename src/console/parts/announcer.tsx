import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";

const Announce = createContext<(said: string) => void>(() => undefined);

/** Long enough to read a sentence twice. */
const SHOWN_MS = 6_000;

/** Shows what was just done at the foot of the window, and says it once, politely. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<{ readonly text: string }>();
  const announce = useCallback((text: string) => setSaid({ text }), []);
  useEffect(() => {
    if (said === undefined) {
      return undefined;
    }
    const timer = setTimeout(() => setSaid(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <Announce value={announce}>
      {children}
      <div className="announcer" role="status" aria-live="polite">
        {said === undefined ? null : <p className="said">{said.text}</p>}
      </div>
    </Announce>
  );
}

/** Says something to everybody. */
export function useAnnounce(): (said: string) => void {
  return useContext(Announce);
}
