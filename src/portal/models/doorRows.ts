import type { Row } from "../parts/rows.ts";
import { en } from "../words/en.ts";

const places = {
  "video-verification": { href: "/video-check", picture: "camera" },
  "paid-repair": { href: "/help#repair", picture: "parcel" },
  "exchange-code": { href: "/help#exchange", picture: "code" },
  "other-plan": { href: "/plans", picture: "basket" },
  renewal: { href: "/devices", picture: "check" },
} as const;

const writing = { href: "/help#write", picture: "letter" } as const;

/** The ways that stay open, as rows that lead on: the terms' doors, our own ways, and last a person. */
export function doorRows(doors: readonly string[], ways: readonly Row[] = []): readonly Row[] {
  const known = doors.flatMap((door) => {
    const place = places[door as keyof typeof places];
    return place === undefined ? [] : [{ ...place, label: en.places.doors[door] ?? door }];
  });
  return [
    ...known,
    ...ways,
    { ...writing, label: en.places.doors["ask-support"] ?? "", note: en.places.writeNote },
  ];
}
