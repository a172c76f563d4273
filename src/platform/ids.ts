import { randomBytes } from "node:crypto";

/** Crockford's base 32 in lower case: no i, l, o, u. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A new id of 26 characters that sorts by time: 48 bits of milliseconds, then 80 random bits.
 * Rows hold it bare; people see it behind its prefix (`dev_…`, `ord_…`).
 */
export function newId(at: Temporal.Instant): string {
  let time = at.epochMilliseconds;
  let head = "";
  for (let place = 0; place < 10; place += 1) {
    head = ALPHABET[time % 32] + head;
    time = Math.floor(time / 32);
  }
  let tail = "";
  for (const byte of randomBytes(16)) {
    tail += ALPHABET[byte & 31];
  }
  return head + tail;
}

/** Prefixes of the ids shown outside. Those of the device family carry the device and a number within it. */
export type IdPrefix =
  | "dev"
  | "ctr"
  | "clm"
  | "chg"
  | "sal"
  | "crd"
  | "kcd"
  | "rfd"
  | "dsp"
  | "hld"
  | "ord"
  | "evt"
  | "per"
  | "key"
  | "trf"
  | "rpt"
  | "rec"
  | "dif"
  | "inv"
  | "wdr"
  | "imp"
  | "err"
  | "fed"
  | "rsl"
  | "shp"
  | "pcl"
  | "sor"
  | "rcv"
  | "bat"
  | "cod"
  | "cen"
  | "apt"
  | "blk"
  | "mal"
  | "rdr"
  | "gde"
  | "vrf"
  | "ovr"
  | "apl"
  | "bpr"
  | "str";

/**
 * The id people and partners see: `ctr_<device>_<no>` for what is numbered within a root, else `ord_<id>`.
 */
export function publicId(prefix: IdPrefix, rootId: string, no?: number): string {
  return no === undefined ? `${prefix}_${rootId}` : `${prefix}_${rootId}_${no}`;
}

const PUBLIC_ID = /^([a-z]{3})_([0-9a-hjkmnp-tv-z]{26})(?:_([1-9][0-9]{0,8}))?$/;

/** Reads an outside id back; undefined when it is not one of this prefix and shape. */
export function readPublicId(
  prefix: IdPrefix,
  text: string,
): { readonly rootId: string; readonly no: number | undefined } | undefined {
  const match = PUBLIC_ID.exec(text);
  if (match === null || match[1] !== prefix) {
    return undefined;
  }
  return { rootId: match[2] as string, no: match[3] === undefined ? undefined : Number(match[3]) };
}
