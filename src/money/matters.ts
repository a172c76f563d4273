import assert from "node:assert/strict";
import { cardMatter, forgetMatter } from "./cards/index.ts";
import { chargeMatter } from "./charges/chargeMatter.ts";
import { captureMatter, forgetHeldMatter, holdMatter, releaseMatter } from "./holds/index.ts";
import type { About, Matter } from "./matter.ts";
import { refundMatter } from "./refunds/index.ts";

/** Everything money moves for. A matter is added here by whoever owns it. */
const matters: readonly Matter[] = [
  chargeMatter,
  refundMatter,
  holdMatter,
  captureMatter,
  releaseMatter,
  cardMatter,
  forgetMatter,
  forgetHeldMatter,
];

/** What the tries of a kind are about. */
export function matterOf(about: About): Matter {
  const matter = matters.find((one) => one.about === about);
  assert(matter !== undefined, `nothing moves money for a ${about}`);
  return matter;
}
