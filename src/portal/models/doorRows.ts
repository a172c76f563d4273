import type { Row } from "../parts/rows.ts";
import { en } from "../words/en.ts";

const pictures = {
  "video-verification": { href: "/help#video", picture: "camera" },
  "paid-repair": { href: "/help#repair", picture: "parcel" },
  "ask-support": { href: "/help#write", picture: "letter" },
  "exchange-code": { href: "/help#exchange", picture: "code" },
  renewal: { href: "/devices", picture: "check" },
} as const;

/** The ways that stay open, as rows that lead on. A door we have no page for leads to a person. */
export function doorRows(doors: readonly string[]): readonly Row[] {
  const known = doors.flatMap((door) => {
    const place = pictures[door as keyof typeof pictures];
    return place === undefined ? [] : [{ ...place, label: en.places.doors[door] ?? door }];
  });
  const asks = known.some(({ href }) => href === "/help#write");
  return asks
    ? known
    : [...known, { ...pictures["ask-support"], label: en.places.doors["ask-support"] ?? "" }];
}
