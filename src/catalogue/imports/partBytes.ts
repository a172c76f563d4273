import type { Queryable } from "../../platform/index.ts";
import { partBehind } from "./importStore.ts";
import type { OpenBytes } from "./openReader.ts";

/** The bytes of an import whose parts are kept here. */
export function partBytes(db: Queryable, importId: string): OpenBytes {
  return async function* open(from) {
    let at = from;
    for (let part = await partBehind(db, importId, at); part !== undefined; ) {
      yield part.bytes.subarray(at - part.startsAt);
      at = part.startsAt + part.bytes.length;
      part = await partBehind(db, importId, at);
    }
  };
}
