import { Type } from "typebox";
import { termsInForce } from "../catalogue/index.ts";
import { lockDevice, offersForModel, sendInvitation } from "../contracts/index.ts";
import {
  accepted,
  act,
  failPoint,
  IdParams,
  type Job,
  perform,
  publicId,
  reaction,
  shape,
  systemCaller,
} from "../platform/index.ts";
import { lockClaim } from "./lockClaim.ts";

interface ClosedClaim {
  readonly rootId: string;
  readonly claimNo: number;
}

/**
 * After an official repair its owner may have a plan, where the terms say so: told once for each case, and
 * only of a device without one.
 */
export const inviteRepaired = act({
  route: "POST /v1/claims/{id}/invitation",
  permission: "system.work",
  summary: "Invites a device that was repaired and has no plan.",
  params: IdParams,
  reply: shape({ invited: Type.Boolean() }),
  run: async (tx, { id }) => {
    const claim = await lockClaim(tx, id);
    const choice = claim.choices?.find(({ route }) => route === claim.route);
    const record = await lockDevice(tx, { deviceId: claim.deviceId });
    if (claim.state !== "closed" || choice?.unit !== "repaired" || record === undefined) {
      return accepted({ invited: false });
    }
    const offers = await offersForModel(tx, record.device.model);
    const programme = offers[0]?.programme;
    if (programme === undefined) {
      return accepted({ invited: false });
    }
    const { region, reporterId: personId } = claim;
    const sent = await sendInvitation(tx, record, {
      ...{ reason: "repair", subject: id, personId, programme, region },
      plans: offers.filter((offer) => offer.programme === programme).map(({ plan }) => plan),
      terms: await termsInForce(tx, programme, tx.at, region),
    });
    return accepted({ invited: sent !== undefined });
  },
});

/** Runs at least once: the second time the case has invited already. */
export const inviteAfterRepair: Job<ClosedClaim> = {
  name: "invite_after_repair",
  run: async (platform, { rootId, claimNo }) => {
    failPoint(platform, "repair_closed");
    await perform(platform, systemCaller, inviteRepaired, { id: publicId("clm", rootId, claimNo) });
    failPoint(platform, "repair_invited");
  },
};

export const repairReaction = reaction("ClaimClosed", inviteAfterRepair, (event, rootId) => ({
  rootId,
  claimNo: Number((event as unknown as { readonly claimNo: number }).claimNo),
}));
