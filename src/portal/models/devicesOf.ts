import { modelOf } from "../../catalogue/index.ts";
import { listClaims } from "../../claims/index.ts";
import { type ContractShape, listContracts } from "../../contracts/index.ts";
import { isOwnerOrGuest } from "../../identity/index.ts";
import type { DeviceCard } from "../pages/startPage.ts";
import { everyRow } from "../visit/everyRow.ts";
import { reader, type Visit } from "../visit/visit.ts";
import { dayOf } from "../words/formatDate.ts";
import { caseSentence, openStates } from "./caseSentence.ts";
import { tryOf } from "./paymentState.ts";

/** The devices on which the visitor holds a contract, each with its newest plan and its open case. */
export async function devicesOf(visit: Visit): Promise<readonly DeviceCard[]> {
  if (!isOwnerOrGuest(visit.caller)) {
    return [];
  }
  const [contracts, claims] = await Promise.all([
    everyRow(visit, listContracts, {}),
    everyRow(visit, listClaims, { state: openStates }),
  ]);
  const newest = Map.groupBy(contracts, (contract) => contract.deviceId);
  const db = reader(visit);
  return await Promise.all(
    [...newest].map(async ([id, held]) => {
      const contract = held.find(({ state }) => state === "active" || state === "exhausted") ?? held[0];
      const model = contract && (await modelOf(db, contract.serial));
      const open = claims.find((claim) => claim.deviceId === id);
      return {
        id,
        name: model?.name ?? contract?.serial ?? id,
        group: model?.group ?? "other",
        plan: contract && planOf(contract),
        openCase: open === undefined ? undefined : caseSentence(open, tryOf(open.payment)),
      };
    }),
  );
}

/** A plan that was ended before its time ended that day, whatever its last day was to be. */
function planOf({ product, state, lastDay, endedAt, zone }: ContractShape): DeviceCard["plan"] {
  return { product, state, endsAt: endedAt === undefined ? lastDay : dayOf(endedAt, zone).toString() };
}
