import type { Config } from "../platform/index.ts";

/** Who writes, as calendars name an organiser. */
export function senderOf({ mailFrom, brandName }: Pick<Config, "mailFrom" | "brandName">): {
  readonly name: string;
  readonly email: string;
} {
  return { name: brandName, email: /<?([^<>\s]+@[^<>\s]+)>?\s*$/.exec(mailFrom)?.[1] ?? "care@localhost" };
}
