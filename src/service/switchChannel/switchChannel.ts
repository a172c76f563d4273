import { Type } from "typebox";
import {
  type Claim,
  ClaimShape,
  endOfDays,
  type LockedCase,
  lockCase,
  REPORT_LAPSES,
  refuseClaim,
  switchClaimChannel,
  toClaim,
  waitingDaysOf,
} from "../../claims/index.ts";
import { releaseSlots, reserveSlot } from "../../contracts/index.ts";
import { accepted, act, type Decision, IdParams, shape, type Tx } from "../../platform/index.ts";
import { appointmentsOfClaim, endAppointment, liveStates } from "../appointments/index.ts";
import {
  allCentres,
  designatedCentre,
  needOf,
  reachedBy,
  redesignate,
  undesignate,
} from "../centres/index.ts";
import {
  type ChannelSwitched,
  decideSwitchChannel,
  type Switchable,
  type SwitchFacts,
  switchable,
} from "./decideSwitchChannel.ts";

/** POST /v1/claims/{id}/channel: it is sent instead of brought, or brought instead of sent. */
export const switchChannel = act({
  route: "POST /v1/claims/{id}/channel",
  permission: "claim.switch",
  summary: "Lets a claim of which nothing has come be sent instead of brought, or brought instead of sent.",
  params: IdParams,
  body: shape({ channel: Type.Enum([...switchable]) }),
  reply: ClaimShape,
  dryRun: true,
  run: async (tx, { id, channel }, at) => {
    const locked = await lockCase(tx, id);
    const { claim } = locked;
    const { region, device, deviceId, no } = claim;
    const { model } = device;
    const [centres, visits, need] = await Promise.all([
      allCentres(tx),
      appointmentsOfClaim(tx, deviceId, no),
      needOf(tx, { region, model }),
    ]);
    const goesTo = designatedCentre(centres, { ...need, region, model, channel: reachedBy(channel) });
    const visit = visits.find(({ state }) => liveStates.includes(state));
    const centre = centres.find(({ centreId }) => centreId === visit?.centreId);
    const facts: SwitchFacts = {
      ...{ at, isStaff: tx.caller.role !== "owner", hasCounter: goesTo !== undefined },
      visit: visit && centre && { appointment: visit, centre },
    };
    const decision = decideSwitchChannel(channel, locked, facts);
    if (decision.refused !== undefined) {
      return decision;
    }
    if (visit !== undefined) {
      await endAppointment(tx, visit, ["held", "booked"], "cancelled");
    }
    await (goesTo === undefined
      ? undesignate(tx, deviceId, no)
      : redesignate(tx, deviceId, no, goesTo.centreId, at));
    return await saveSwitch(tx, locked, channel, decision.accepted);
  },
});

async function saveSwitch(
  tx: Tx,
  { claim }: LockedCase,
  channel: Switchable,
  { receipt, slots: { give, take } }: ChannelSwitched,
): Promise<Decision<ReturnType<typeof toClaim>>> {
  const { deviceId, no, contractNo, channel: from } = claim;
  const decided = [JSON.stringify(receipt), tx.at, tx.caller.id];
  const moved: Claim | undefined = await switchClaimChannel(tx, deviceId, no, from, channel, ...decided);
  if (moved === undefined) {
    return refuseClaim("claim_not_at_this_step");
  }
  if (give.length > 0) {
    await releaseSlots(tx, deviceId, { claimNo: no, benefits: give });
  }
  const promised = contractNo === null ? [] : take.map((use) => ({ ...use, contractNo, claimNo: no }));
  const reserved = await Promise.all(promised.map((use) => reserveSlot(tx, deviceId, use)));
  if (reserved.includes(undefined)) {
    return refuseClaim("use_not_free", { receipt });
  }
  const { toSend } = await waitingDaysOf(tx, contractNo === null ? null : receipt.terms);
  const sendBy = endOfDays(claim.openedAt, toSend, claim.zone);
  tx.schedule(deviceId, REPORT_LAPSES, String(no), sendBy);
  const { outcome } = receipt;
  tx.record(deviceId, [{ type: "ClaimChannelSwitched", claimNo: no, from, to: channel, outcome }]);
  return accepted(toClaim(moved, sendBy));
}
