import { type Static, Type } from "typebox";
import {
  type ClaimRow,
  caseOf,
  claimId,
  claimsOfDevice,
  decideCoverage,
  provisionalCase,
  termsOfCase,
} from "../../claims/index.ts";
import { type DeviceRecord, rehearseWarranty, WarrantyBody, WarrantySchema } from "../../contracts/index.ts";
import { accepted, act, IdParams, shape, type Tx } from "../../platform/index.ts";

const Case = shape({ id: Type.String(), from: Type.String(), to: Type.String() });

/**
 * POST /v1/devices/{id}/warranty/preview: the record as it would be by what is told, and what the open cases
 * of the device would come to. Nothing is kept: a case is decided anew when somebody looks at it again.
 */
export const previewWarranty = act({
  route: "POST /v1/devices/{id}/warranty/preview",
  permission: "warranty.tell",
  summary:
    "Tells what a warranty would be by what is told, and what would become of open cases; keeps nothing",
  params: IdParams,
  body: WarrantyBody,
  reply: shape({ warranty: WarrantySchema, cases: Type.Array(Case) }),
  isQuestion: true,
  run: async (tx, told, at) => {
    const decision = await rehearseWarranty(tx, told, at);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { before, after, view } = decision.accepted;
    const claims = await claimsOfDevice(tx, before.device.deviceId);
    const open = claims.filter(({ state }) => STILL_DECIDED.has(state));
    const cases = await Promise.all(open.map((claim) => compared(tx, claim, { before, after, at })));
    return accepted({ warranty: view, cases });
  },
});

/** What comes later is settled: its way was chosen. */
const STILL_DECIDED: ReadonlySet<string> = new Set(["reported", "received", "inspected"]);

async function compared(
  tx: Tx,
  claim: ClaimRow,
  {
    before,
    after,
    at,
  }: { readonly before: DeviceRecord; readonly after: DeviceRecord; readonly at: Temporal.Instant },
): Promise<Static<typeof Case>> {
  const contract = before.contracts.find(({ no }) => no === claim.contractNo);
  const terms = await termsOfCase(tx, before, { ...claim, contract });
  const told = caseOf(claim);
  const asked =
    told.findings === null
      ? provisionalCase(told, claim.returnedParts ?? terms?.parts(before.device.model) ?? [])
      : told;
  const outcome = (record: DeviceRecord) =>
    terms === undefined ? claim.receipt.outcome : decideCoverage(record, asked, terms, at).outcome;
  return { id: claimId(claim), from: outcome(before), to: outcome(after) };
}
