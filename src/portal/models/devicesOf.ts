import { modelOf } from "../../catalogue/index.ts";
import { claimStates, listClaims } from "../../claims/index.ts";
import { listContracts } from "../../contracts/index.ts";
import type { DeviceCard } from "../pages/startPage.ts";
import { ask, reader, type Visit } from "../visit/visit.ts";
import { caseSentence, isOpen } from "./caseSentence.ts";
import { tryOf } from "./paymentState.ts";

const mostShown = 50;
const openStates = claimStates.filter((state) => isOpen({ state })).join(",");

/** The devices on which the visitor holds a contract, each with its newest plan and its open case. */
export async function devicesOf(visit: Visit): Promise<readonly DeviceCard[]> {
  const { role } = visit.caller;
  if (role !== "owner" && role !== "public") {
    return [];
  }
  const [contracts, claims] = await Promise.all([
    ask(visit, listContracts, { limit: mostShown }),
    ask(visit, listClaims, { limit: mostShown, state: openStates }),
  ]);
  const newest = Map.groupBy(contracts.data, (contract) => contract.deviceId);
  const db = reader(visit);
  return await Promise.all(
    [...newest].map(async ([id, held]) => {
      const contract = held.find(({ state }) => state === "active" || state === "exhausted") ?? held[0];
      const model = contract && (await modelOf(db, contract.serial));
      const open = claims.data.find((claim) => claim.deviceId === id);
      return {
        id,
        name: model?.name ?? contract?.serial ?? id,
        group: model?.group ?? "other",
        plan: contract && { product: contract.product, endsAt: contract.lastDay, state: contract.state },
        openCase: open === undefined ? undefined : caseSentence(open, tryOf(open.payment)),
      };
    }),
  );
}
