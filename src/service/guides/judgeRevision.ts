import { accepted, type Decision } from "../../platform/index.ts";
import type { Guide } from "./guide.ts";
import { refuse } from "./refusals.ts";

/** Which version is written, and whether it begins there. */
export interface GuideRevision {
  readonly version: number;
  readonly isNew: boolean;
}

/**
 * Where a change of a guide goes: into its draft, if that is the one that was read, else into a new draft
 * beside what is published or retired. Pure. `versions`: the newest first.
 */
export function judgeRevision(
  versions: readonly Pick<Guide, "version" | "state" | "changes">[],
  read: Pick<Guide, "version" | "changes">,
): Decision<GuideRevision> {
  const [newest] = versions;
  if (newest === undefined || newest.version !== read.version || newest.changes !== read.changes) {
    return refuse("guide_changed_meanwhile");
  }
  const isNew = newest.state !== "draft";
  return accepted({ version: isNew ? newest.version + 1 : newest.version, isNew });
}
