/**
 * What is done before a device is packed, and what stays at home, by the series of its model or its group.
 */
export interface PackingNotes {
  /** Slugs of what is done before. */
  readonly before: readonly string[];
  /** Slugs of what stays at home. */
  readonly keep: readonly string[];
}

const AT_HOME = ["controller", "memory-card", "accessories"] as const;

/** The data: a line for a group, and lines for series that differ from theirs. */
const NOTES: Readonly<Record<string, PackingNotes>> = {
  aircraft: {
    before: ["remove-memory-card", "remove-propellers", "sign-out", "lock-gimbal", "charge-half"],
    keep: AT_HOME,
  },
  gimbal: { before: ["remove-phone", "lock-gimbal", "charge-half"], keep: ["accessories"] },
  handheld: { before: ["remove-memory-card", "sign-out", "dry-it", "charge-half"], keep: AT_HOME },
  camera: { before: ["remove-memory-card", "cover-lens"], keep: ["memory-card", "accessories"] },
  controller: { before: ["sign-out", "charge-half"], keep: ["accessories"] },
  other: { before: ["remove-memory-card"], keep: AT_HOME },
  "osmo-action": {
    before: ["remove-memory-card", "remove-mounts", "sign-out", "dry-it"],
    keep: AT_HOME,
  },
};

/** Of a model: its series' notes, else its group's. What is to be sent is not kept. Pure. */
export function packingNotes(
  { series, group }: { readonly series: string; readonly group: string },
  send: readonly string[],
): PackingNotes {
  const notes = NOTES[series] ?? NOTES[group] ?? { before: [], keep: AT_HOME };
  return { ...notes, keep: notes.keep.filter((part) => !send.includes(part)) };
}
