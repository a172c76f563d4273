import { Type } from "typebox";
import {
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
import { isOwner } from "../../identity/index.ts";
import { accepted, act, type Decision, IdParams, shape, type Tx } from "../../platform/index.ts";
import { tellEnded } from "../appointments/index.ts";
import { type Centre, designatedCentre, heldCentres, needOf, reachedBy, stampOf } from "../centres/index.ts";
import {
  type ChannelSwitched,
  decideSwitchChannel,
  type Switchable,
  type SwitchFacts,
  switchable,
} from "./decideSwitchChannel.ts";
import { type PlaceTaken, takePlace } from "./placeStore.ts";

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
    // What is refused below is rolled back with it.
    const { goesTo, visit } = await takePlaceOf(tx, locked, channel);
    const facts: SwitchFacts = {
      ...{ at, isStaff: !isOwner(tx.caller), hasCounter: goesTo !== undefined },
      visit,
    };
    const decision = decideSwitchChannel(channel, locked, facts);
    if (decision.refused !== undefined) {
      return decision;
    }
    if (visit !== undefined) {
      const { deviceId, no } = locked.claim;
      tellEnded(tx, { deviceId, claimNo: no, ...visit, ...visit.appointment }, "cancelled");
    }
    return await saveSwitch(tx, locked, channel, decision.accepted);
  },
});

/** A visit with its number, and how often it was changed. */
type Visit = NonNullable<SwitchFacts["visit"]> & { readonly no: number; readonly sequence: number };

interface Place {
  readonly goesTo: Centre | undefined;
  readonly visit: Visit | undefined;
}

/** Where the claim goes by the other way, and the visit it gives up for that: both are written. */
async function takePlaceOf(tx: Tx, { claim }: LockedCase, channel: Switchable): Promise<Place> {
  const { region, device, deviceId, no } = claim;
  const { model } = device;
  const need = { ...(await needOf(tx, { region, model })), region, model, channel: reachedBy(channel) };
  const take = async (centres: readonly Centre[]): Promise<Place | undefined> => {
    const goesTo = designatedCentre(centres, need);
    const centreId = goesTo?.centreId ?? null;
    const taken = await takePlace(tx, deviceId, no, centreId, tx.at, ...stampOf(centres));
    return taken && { goesTo, visit: visitOf(taken, centres) };
  };
  let place = await take(await heldCentres.rows(tx));
  while (place === undefined) {
    place = await take(await heldCentres.readAgain(tx));
  }
  return place;
}

function visitOf(taken: PlaceTaken, centres: readonly Centre[]): Visit | undefined {
  const { no, state, startsAt, heldUntil, sequence, centreId } = taken;
  const centre = centres.find((one) => one.centreId === centreId);
  if (no === null || state === null || startsAt === null || sequence === null || centre === undefined) {
    return undefined;
  }
  return { appointment: { state, startsAt, heldUntil }, centre, no, sequence };
}

async function saveSwitch(
  tx: Tx,
  { claim }: LockedCase,
  channel: Switchable,
  { receipt, slots: { give, take } }: ChannelSwitched,
): Promise<Decision<ReturnType<typeof toClaim>>> {
  const { deviceId, no, contractNo, channel: from } = claim;
  const decided = [JSON.stringify(receipt), tx.at, tx.caller.id];
  const moved = await switchClaimChannel(tx, deviceId, no, from, channel, ...decided);
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
  const { toSend } = await waitingDaysOf(tx, { contractNo, receipt });
  const sendBy = laterOf(endOfDays(claim.openedAt, toSend, claim.zone), moved.sendBy);
  tx.schedule(deviceId, REPORT_LAPSES, String(no), sendBy);
  const { outcome } = receipt;
  tx.record(deviceId, [{ type: "ClaimChannelSwitched", claimNo: no, from, to: channel, outcome }]);
  return accepted(toClaim(moved, moved.question ? (claim.dueAt ?? sendBy) : sendBy));
}

/** An answer, or an appeal, may have given more days than the report did: those stay. */
function laterOf(dueAt: Temporal.Instant, promised: Temporal.Instant | null): Temporal.Instant {
  return promised !== null && Temporal.Instant.compare(promised, dueAt) > 0 ? promised : dueAt;
}
