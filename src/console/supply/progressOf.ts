import type { Import } from "./supplyQueries.ts";

/** How far a reading came, in words' pieces; undefined before anything is read. */
export function progressOf(
  { bytesDone, bytesTotal, startedAt }: Pick<Import, "bytesDone" | "bytesTotal" | "startedAt">,
  now: number,
): { readonly share: string; readonly rate: string; readonly left: string } | undefined {
  const seconds = startedAt === null ? 0 : (now - Date.parse(startedAt)) / 1_000;
  if (bytesDone === 0 || seconds <= 0) {
    return undefined;
  }
  const left = Math.ceil(((bytesTotal - bytesDone) * seconds) / bytesDone);
  return {
    share: `${Math.floor((bytesDone / bytesTotal) * 100)} %`,
    rate: `${(bytesDone / seconds / 1_000_000).toFixed(1)} MB`,
    left: left < 100 ? `${left} s` : `${Math.ceil(left / 60)} min`,
  };
}
