/** What somebody scanned or typed at the intake. */
export type Scan =
  | { readonly kind: "claim"; readonly id: string }
  | { readonly kind: "text"; readonly serial: string | undefined; readonly text: string };

/**
 * A slip (`EVM:clm_…`, also as the end of an address), a case's id, or something else: a serial, a place, a
 * number of a parcel. Pure.
 */
export function readScan(text: string): Scan {
  const typed = text.trim();
  const id = /(?:^|[^a-z0-9])(clm_[0-9a-z]+_\d+)/i.exec(typed)?.[1];
  if (id !== undefined) {
    return { kind: "claim", id: id.toLowerCase() };
  }
  const plain = typed.toUpperCase().replace(/[\s._/-]/g, "");
  return { kind: "text", serial: /^[A-Z0-9]{4,40}$/.test(plain) ? plain : undefined, text: typed };
}
