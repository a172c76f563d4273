/** What a reseller's feed tells of the shelf, by the table it stands in. */
export const shelfParts = ["product", "offer", "price"] as const;
export type ShelfPart = (typeof shelfParts)[number];

/**
 * Part of a `with` that counts a write of a part of the shelf, in the statement that writes it: feeds hold
 * the digest of a part until it is counted again. `when` narrows when it counts. Each connection counts in a
 * row of its own, so that orders do not wait for one another here. An import writes two blocks beside each
 * other and ends them in order, so two of its connections must not share a row: folding is wide.
 */
export function marked(part: ShelfPart, when = ""): string {
  return `marked_${part} as (
     insert into catalogue.shelf_mark as mark (part, hand, changes)
     select '${part}', pg_backend_pid() % 16384, 1 ${when}
     on conflict (part, hand) do update set changes = mark.changes + 1)`;
}
