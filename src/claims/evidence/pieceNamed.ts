/** What evidence belongs to. */
export const caseKinds = ["claim", "verification"] as const;
export type CaseKind = (typeof caseKinds)[number];

/** The key of one piece: its device, what it belongs to, and its number there. */
export interface PieceNamed {
  readonly rootId: string;
  readonly belongsTo: CaseKind;
  readonly ofNo: number;
  readonly no: number;
}

/** A key as the store takes it. */
export function keyOf({ rootId, belongsTo, ofNo, no }: PieceNamed): [string, CaseKind, number, number] {
  return [rootId, belongsTo, ofNo, no];
}

/** What events call the number of the case: `claimNo` or `verificationNo`, and `evidenceNo`. */
export function toldOf({ belongsTo, ofNo, no }: Omit<PieceNamed, "rootId">): Record<string, number> {
  return { [`${belongsTo}No`]: ofNo, evidenceNo: no };
}

/** Reads an event's numbers back. */
export function namedIn(event: object, rootId: string): PieceNamed {
  const { claimNo, verificationNo, evidenceNo } = event as Readonly<Record<string, number>>;
  const no = evidenceNo ?? 0;
  return verificationNo === undefined
    ? { rootId, belongsTo: "claim", ofNo: claimNo ?? 0, no }
    : { rootId, belongsTo: "verification", ofNo: verificationNo, no };
}

/** The key of the deadline of a piece: `<claim>/<piece>`, or `v<verification>/<piece>`. */
export function deadlineKeyOf({ belongsTo, ofNo, no }: Omit<PieceNamed, "rootId">): string {
  return `${belongsTo === "claim" ? "" : "v"}${ofNo}/${no}`;
}

/** Reads the key of a deadline back. */
export function ofDeadlineKey(rootId: string, key: string): PieceNamed {
  const [ofNo = 0, no = 0] = key.replace(/^v/, "").split("/").map(Number);
  return { rootId, belongsTo: key.startsWith("v") ? "verification" : "claim", ofNo, no };
}
