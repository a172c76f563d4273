/** The first and last byte of a part, both in. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * The one part of a file of this size that a Range header asks for, so that a video plays from where one
 * wants. Undefined: the whole, which several parts and what cannot be read come to as well; `none`: there is
 * no such part. Pure.
 */
export function partAsked(range: string | undefined, size: number): Part | "none" | undefined {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? "") ?? [];
  if (from === "" && to === "") {
    return undefined;
  }
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== "" && to !== "" && Number(to) < Number(from)) {
    return undefined;
  }
  return start > end ? "none" : { start, end };
}
