import type { Receipt } from "../terms/index.ts";
import type { Contract } from "./contract.ts";
import type { PartLimit } from "./yearlyGrants.ts";

/** What a contract was concluded from: a code, or the captured charge of a renewal. */
export type Origin =
  | { readonly codeDigest: Buffer; readonly receipt: Receipt }
  | { readonly chargeNo: number; readonly receipt: object };

/** The row of contracts.contract, as JSON that PostgreSQL reads. Its slots are rows of their own. */
export function contractRow(
  contract: Omit<Contract, "slots">,
  origin: Origin,
  limits: readonly PartLimit[] | null,
): string {
  return JSON.stringify({
    device_id: contract.deviceId,
    no: contract.no,
    programme: contract.programme,
    terms_version: contract.termsVersion,
    product: contract.product,
    region: contract.region,
    zone: contract.zone,
    currency: contract.currency,
    holder_id: contract.holderId,
    held_from: contract.heldFrom,
    state: contract.state,
    starts_at: contract.startsAt,
    ends_at: contract.endsAt,
    renews_no: contract.renewsNo,
    ...("chargeNo" in origin
      ? { charge_no: origin.chargeNo }
      : { code_digest: `\\x${origin.codeDigest.toString("hex")}` }),
    purchase: contract.purchase ?? null,
    part_limits: limits,
    receipt: origin.receipt,
    concluded_at: contract.concludedAt,
    version: 1,
  });
}
