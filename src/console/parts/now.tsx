import { useEffect, useState } from "react";
import { formatAge } from "../format/formatDate.ts";

const TICK_MS = 30_000;

/** The present, often enough for ages in minutes. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How long ago an instant was. */
export function Age({ at, now }: { readonly at: string; readonly now: number }) {
  return <time dateTime={at}>{formatAge(at, now)}</time>;
}
