import type { ReplyOf } from "../../client/index.ts";

export type Hit = ReplyOf<"searchAnything">["data"][number];

/** Ways that leave no doubt which thing is meant. */
const SURE: readonly Hit["by"][] = ["id", "serial", "former_serial", "code", "tracking", "number", "place"];
/** A unit of the pool that is no longer here, or goes by another serial. */
const GONE: readonly (string | undefined)[] = ["shipped", "renamed"];
const OVER: readonly (string | undefined)[] = ["closed", "cancelled"];

/**
 * The one thing that whoever scanned this means: the open case; else the unit that lies in the pool, whoever
 * had it once; else the newest case, a case before its device, a device before what is of it. Undefined where
 * somebody has to choose.
 */
export function surest(hits: readonly Hit[]): Hit | undefined {
  const sure = hits.filter(({ by }) => SURE.includes(by));
  const cases = sure.filter(({ kind }) => kind === "case");
  const open = cases.filter(({ state }) => !OVER.includes(state));
  if (open.length > 0) {
    return open.length === 1 ? open[0] : undefined;
  }
  const [here] = sure.filter(({ kind, state }) => kind === "unit" && !GONE.includes(state));
  if (here !== undefined) {
    return here;
  }
  const [newest] = cases;
  if (newest !== undefined) {
    return newest;
  }
  const [looked] = sure.filter(({ kind }) => kind === "verification");
  const devices = sure.filter(({ kind }) => kind === "device");
  const [only] = devices.length > 0 ? devices : sure;
  return looked ?? ((devices.length > 0 ? devices : sure).length === 1 ? only : undefined);
}
