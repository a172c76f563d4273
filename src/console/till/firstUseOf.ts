/** When a device was first used, as a till told it. */
interface FirstUse {
  readonly firstUse: string;
  /** Of the clock on the wall: `2026-06-13T14:30`. */
  readonly firstUseAt: string;
}

/** `never`, or an instant: of today it is the one it is told in. */
export function firstUseOf({ firstUse, firstUseAt }: FirstUse, now: Date): string {
  if (firstUse === "never") {
    return "never";
  }
  return (firstUse === "today" ? now : new Date(firstUseAt)).toISOString();
}
