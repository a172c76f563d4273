import { accepted, type Decision } from "../../platform/index.ts";
import type { Guide } from "./guide.ts";
import { refuse } from "./refusals.ts";

/** What a publication does beside: the version that was shown until then is retired. */
export interface GuidePublication {
  readonly retires: number | undefined;
}

/** Whether a version of a guide can be published: it is the draft, as it was read. Pure. */
export function judgePublication(
  versions: readonly Pick<Guide, "version" | "state" | "changes">[],
  read: Pick<Guide, "version" | "changes">,
): Decision<GuidePublication> {
  const draft = versions.find(({ version }) => version === read.version);
  if (draft?.state !== "draft") {
    return refuse("guide_not_at_this_step");
  }
  if (draft.changes !== read.changes) {
    return refuse("guide_changed_meanwhile");
  }
  return accepted({ retires: versions.find(({ state }) => state === "published")?.version });
}
