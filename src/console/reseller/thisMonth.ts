import { serverNow } from "../serverClock.ts";

/** The month there is by the server's clock, as `2026-11`. */
export function thisMonth(): string {
  return new Date(serverNow()).toISOString().slice(0, "2026-11".length);
}
