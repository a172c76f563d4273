import { useEffect, useState } from "react";
import { formatAge } from "../format/formatDate.ts";
import { serverNow } from "../serverClock.ts";

const TICK_MS = 30_000;

/** The present by the server's clock, often enough for ages in minutes. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How long ago an instant was. */
export function Age({ at, now }: { readonly at: string; readonly now: number }) {
  return <time dateTime={at}>{formatAge(at, now)}</time>;
}
