import { notFound, readPublicId, type Tx } from "../../platform/index.ts";
import type { Guide } from "./guide.ts";
import { lockVersions } from "./guideStore.ts";

/** All versions of a guide, locked, the newest first. Errors: Problem 404 when there is none. */
export async function lockGuide(tx: Tx, id: string): Promise<readonly [Guide, ...Guide[]]> {
  const guideId = readPublicId("gde", id)?.rootId;
  const [newest, ...older] = guideId === undefined ? [] : await lockVersions(tx, guideId);
  if (newest === undefined) {
    throw notFound("guide");
  }
  return [newest, ...older];
}
