import assert from "node:assert/strict";
import { type Platform, readPublicId, until } from "../../platform/index.ts";
import { type CardView, cardView, type KeptCard } from "./card.ts";
import { keptCardOf } from "./cardStore.ts";

/** How long a reply waits for the provider. */
const LONGEST_MS = 5_000;

/**
 * Waits, five seconds at the most, until it is known what became of a card that was just asked for, or where
 * its holder has to go.
 */
export async function settleCard(platform: Platform, shown: CardView): Promise<CardView> {
  const key = readPublicId("kcd", shown.id);
  assert(key !== undefined, "a card is shown by its id");
  const { rootId, no } = key;
  const look = async (): Promise<KeptCard> => {
    const seen = await keptCardOf(platform.database, rootId, no);
    assert(seen !== undefined, "a card that was shown is there");
    return seen;
  };
  const isTold = ({ state, isAnswered }: KeptCard) => state !== "asked" || isAnswered;
  return cardView(await until(platform, rootId, LONGEST_MS, look, isTold));
}
