import { Type } from "typebox";
import { accepted, act, type Examined, IdParams, type KeptBytes, shape, type Tx } from "../platform/index.ts";
import {
  keepRow,
  keyOf,
  type PieceNamed,
  pieceOf,
  type RefusedAs,
  refuseRow,
  toldOf,
} from "./evidence/index.ts";
import { lockEvidenceCase } from "./evidenceCase.ts";

/** What the check of a piece came to. */
export type Checked =
  | {
      readonly seen: Extract<Examined, { readonly type: string }>;
      readonly original: KeptBytes;
      readonly shown: KeptBytes;
    }
  | { readonly refusedAs: RefusedAs };

/** Writes down what the check of a piece came to. One that was withdrawn meanwhile stays so. */
export const settleEvidence = act({
  route: "POST /v1/claims/{id}/evidence/{no}/check",
  permission: "system.work",
  summary: "Keeps a piece of evidence that was checked, or refuses it.",
  params: shape({ ...IdParams.properties, no: Type.Integer() }),
  body: Type.Unsafe<{ checked: Checked }>({}),
  reply: shape({}),
  run: async (tx, { id, no, checked }) => {
    const piece = pieceOf(await lockEvidenceCase(tx, id), no);
    await ("refusedAs" in checked
      ? refusePiece(tx, piece, checked.refusedAs)
      : keepPiece(tx, piece, checked));
    return accepted({});
  },
});

async function keepPiece(
  tx: Tx,
  piece: PieceNamed,
  { seen, original, shown }: Extract<Checked, { readonly shown: KeptBytes }>,
): Promise<void> {
  const files = [original.digest, shown.digest, seen.type, shown.bytes];
  const looks = [seen.width ?? null, seen.height ?? null, seen.look ?? null];
  const kept = await keepRow(tx, ...keyOf(piece), tx.at, ...files, ...looks);
  if (kept !== undefined) {
    const { kind, purpose, addedBy } = kept;
    const digest = original.digest.toString("hex");
    const told = { ...toldOf(piece), kind, purpose, addedBy, digest };
    tx.record(piece.rootId, [{ type: "EvidenceAdded", ...told }]);
  }
}

/** Refuses a piece that is checked, or one whose bytes never came. */
export async function refusePiece(
  tx: Tx,
  piece: PieceNamed,
  refusedAs: RefusedAs,
  from: "checking" | "uploading" = "checking",
): Promise<void> {
  if ((await refuseRow(tx, ...keyOf(piece), tx.at, refusedAs, from)) !== undefined) {
    tx.record(piece.rootId, [{ type: "EvidenceRefused", ...toldOf(piece), reason: refusedAs }]);
  }
}
