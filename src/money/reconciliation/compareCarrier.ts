import type { Tx } from "../../platform/index.ts";
import { dayOf } from "./days.ts";
import { matchParcels } from "./matchParcels.ts";
import { endOf } from "./night.ts";
import type { Outcome, Question } from "./outcome.ts";
import { postParcel } from "./postCorrections.ts";
import { linesSince } from "./reportStore.ts";
import { tariffsOf } from "./runStore.ts";
import { witnessOf } from "./witness.ts";

/** Compares the invoices of a carrier with the parcels that we handed to it. */
export async function compareCarrier(tx: Tx, { kind, party, since }: Question): Promise<Outcome> {
  const lines = await linesSince(tx, kind, party, since, endOf(tx));
  const sent = witnessOf(tx.platform, "parcels");
  const trackings = lines.map(({ reference }) => reference);
  const [parcels, tariffs] = await Promise.all([
    sent?.(tx, { carrier: party, since, trackings }) ?? [],
    tariffsOf(tx, kind, party, dayOf(tx.at)),
  ]);
  const { right, findings } = matchParcels(lines, parcels, tariffs);
  let posted = 0;
  for (const billed of right.filter(({ line }) => !line.isPosted)) {
    posted += (await postParcel(tx, party, billed)) ? 1 : 0;
  }
  return { findings, ours: parcels.length, theirs: lines.length, matched: right.length, posted };
}
