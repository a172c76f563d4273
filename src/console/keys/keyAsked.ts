import type { ApiKey, CommandOf } from "../../client/index.ts";
import { lastSecondOf } from "../format/wallClock.ts";

/** A new key as it is typed. */
export interface KeyTold {
  readonly label: string;
  readonly role: ApiKey["role"];
  readonly email: string;
  /** The last day it works; empty until it is revoked. */
  readonly lastDay: string;
}

/** The command of a new key. */
export function keyAsked({ label, role, email, lastDay }: KeyTold): CommandOf<"createKey"> {
  return {
    ...{ label: label.trim(), role },
    ...(role === "owner" ? { email: email.trim() } : {}),
    ...(lastDay === "" ? {} : { expiresAt: lastSecondOf(lastDay) }),
  };
}
