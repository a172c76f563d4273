import { accepted, type Decision } from "../../platform/index.ts";
import type { NewKey } from "../key.ts";
import { refuse } from "../refusals.ts";

/** Whether a key may be made now. Pure. */
export function decideCreateKey(key: NewKey, at: Temporal.Instant): Decision<NewKey> {
  if (key.expiresAt !== undefined && Temporal.Instant.compare(key.expiresAt, at) <= 0) {
    return refuse("key_ends_in_the_past");
  }
  return accepted(key);
}
