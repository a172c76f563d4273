import { accepted, type Decision } from "../../platform/index.ts";
import { refuseParcel } from "../packing/index.ts";

/** Whether an owner's word that a parcel left fits the case, and what is in it. Pure. */
export function decideTellSending(
  parts: readonly string[],
  { isAwaited, send }: { readonly isAwaited: boolean; readonly send: readonly string[] },
): Decision<{ readonly parts: readonly string[]; readonly missing: readonly string[] }> {
  if (!isAwaited) {
    return refuseParcel("nothing_awaited");
  }
  const sent = send.filter((part) => parts.includes(part));
  if (sent.length === 0) {
    return refuseParcel("nothing_sent");
  }
  return accepted({ parts: sent, missing: send.filter((part) => !sent.includes(part)) });
}
