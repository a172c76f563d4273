import type { Tx } from "../../platform/index.ts";
import { putBackPieces, takePieces } from "./pieceStore.ts";
import type { Pieces, Short } from "./pieces.ts";

/**
 * Takes pieces from stock in one guarded statement: all of them, or, when some are not there, none, and says
 * which are short. What has no count is made on demand, and is always there. Orders that want the same SKUs
 * wait for each other in the order of the SKUs, so none waits for ever.
 */
export async function takeStock(tx: Tx, pieces: readonly Pieces[]): Promise<readonly Short[]> {
  return pieces.length === 0 ? [] : await takePieces(tx, ...columnsOf(pieces));
}

/** Gives back what was taken from stock and is not sold after all. */
export async function giveBackStock(tx: Tx, pieces: readonly Pieces[]): Promise<void> {
  if (pieces.length > 0) {
    await putBackPieces(tx, ...columnsOf(pieces));
  }
}

function columnsOf(pieces: readonly Pieces[]): [string[], number[]] {
  return [pieces.map(({ sku }) => sku), pieces.map(({ quantity }) => quantity)];
}
