import type { ReplyOf } from "../../client/index.ts";
import { formatDay, formatMoney } from "../format/index.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";

/** A difference as a list has it. */
export type Difference = ReplyOf<"listDifferences">["data"][number];

/** One thing that both sides say something about, or only one of them. */
export interface Side {
  readonly what: string;
  readonly theirs: string;
  readonly ours: string;
}

/** How the server tells a difference, and what that says of each side. */
const TELLINGS: readonly (readonly [
  pattern: RegExp,
  read: (parts: readonly string[], sum: (minor: string) => string) => readonly Side[],
])[] = [
  [
    /^(\d+) ([A-Z]{3}) there, (\d+) ([A-Z]{3}) here$/,
    ([theirs = "", their = "", ours = "", our = ""]) => [
      side(words.sum, money(theirs, their), money(ours, our)),
    ],
  ],
  [/^(\d+) there, (\d+) here$/, ([theirs = "", ours = ""], sum) => [side(words.sum, sum(theirs), sum(ours))]],
  [
    /^(\d+) kept, (\d+|none) agreed$/,
    ([kept = "", agreed = ""], sum) => [
      side(words.fee, sum(kept), agreed === "none" ? words.noneAgreed : sum(agreed)),
    ],
  ],
  [
    /^our books say (-?\d+) more$/,
    ([more = ""], sum) => [side(words.balance, words.nothing, words.more(sum(more)))],
  ],
  [
    /^(\d+) paid out, (\d+) came$/,
    ([paid = "", came = ""], sum) => [side(words.paidOut, sum(paid), sum(came))],
  ],
  [
    /^parcel (\S+): (\d+) billed, (\d+) agreed$/,
    ([parcel = "", billed = "", agreed = ""], sum) => [
      side(words.parcel, parcel, parcel),
      side(words.price, sum(billed), sum(agreed)),
    ],
  ],
  [
    /^parcel (\S+): (\d+) g billed, (\d+) g at the most$/,
    ([parcel = "", billed = "", most = ""]) => [
      side(words.parcel, parcel, parcel),
      side(words.weight, words.grams(billed), words.atMost(most)),
    ],
  ],
  [
    /^parcel (\S+): (billed before|never shipped)$/,
    ([parcel = "", says = ""]) => [side(words.parcel, parcel, words.parcelSays[says] ?? says)],
  ],
  [
    /^order (\S+): (\d+) counted, (\d+) sold$/,
    ([order = "", counted = "", sold = ""]) => [
      side(words.order, order, order),
      side(words.codes, counted, sold),
    ],
  ],
  [/^order (\S+)$/, ([order = ""]) => [side(words.order, order, words.nothing)]],
  [/^payout (\S+)$/, ([payout = ""]) => [side(words.payout, payout, words.nothing)]],
  [
    /^theirs is of (\S+), ours of (\S+)$/,
    ([theirs = "", ours = ""]) => [side(words.programme, theirs, ours)],
  ],
  [
    /^(?:came|was due) on (\d{4}-\d\d-\d\d)$/,
    ([day = ""]) => [side(words.day, words.nothing, formatDay(day))],
  ],
];

/** What both sides say; undefined where the server told it in other words. Pure. */
export function sidesOf(difference: Difference): readonly Side[] | undefined {
  const { detail, amount, lineId } = difference;
  const sum = (minor: string) => money(minor, amount?.currency);
  for (const [pattern, read] of TELLINGS) {
    const [, ...parts] = pattern.exec(detail) ?? [];
    if (parts.length > 0) {
      return read(parts, sum);
    }
  }
  const [, entry = "", name = ""] = /^([a-z_]+) (\S+)$/.exec(detail) ?? [];
  const what = words.entries[entry];
  if (what === undefined) {
    return undefined;
  }
  const told = amount === null ? words.nothing : formatMoney(amount);
  return lineId === null
    ? [side(words.sum, words.nothing, told)]
    : [side(what, name, words.nothing), side(words.sum, told, words.nothing)];
}

function side(what: string, theirs: string, ours: string): Side {
  return { what, theirs, ours };
}

function money(minor: string, currency: string | undefined): string {
  return currency === undefined ? minor : formatMoney({ amount: Number(minor), currency });
}

/** What of ours has a page of its own. */
const PAGED: ReadonlySet<string> = new Set(["chg", "rfd", "dsp", "ord"]);

/** The thing our side names, by the id its page has: a try is of a charge or a refund. Pure. */
export function ourThing(ours: string | null): string | undefined {
  const [, prefix = "", rootId = "", no = ""] =
    /^([a-z]{3})_([0-9a-z]{26})(?:_(\d+))?(?:_(?:\d+|won))?$/.exec(ours ?? "") ?? [];
  if (!PAGED.has(prefix)) {
    return undefined;
  }
  return no === "" ? `${prefix}_${rootId}` : `${prefix}_${rootId}_${no}`;
}
