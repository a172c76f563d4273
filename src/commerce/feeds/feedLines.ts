import type { Platform } from "../../platform/index.ts";
import { type FeedFor, type FeedFormat, feedProduct, frames } from "./feedProduct.ts";
import { feedBehind } from "./feedStore.ts";

const AT_ONCE = 500;

/**
 * The text of a feed, some hundred products at a time, read behind the last SKU: neither the file nor a
 * cursor
 * is held, however many there are.
 */
export async function* feedLines(
  platform: Platform,
  format: FeedFormat,
  asked: FeedFor,
): AsyncGenerator<string> {
  const [head, between, foot] = frames[format](asked);
  yield head;
  let isFirst = true;
  for (let behind = ""; ; ) {
    const rows = await feedBehind(platform.database, behind, [...asked.groups], asked.currency, AT_ONCE);
    const lines = rows.flatMap((row) => feedProduct(format, row, asked) ?? []);
    if (lines.length > 0) {
      yield (isFirst ? "" : between) + lines.join(between);
      isFirst = false;
    }
    const last = rows.at(-1);
    if (rows.length < AT_ONCE || last === undefined) {
      break;
    }
    behind = last.sku;
  }
  yield foot;
}
