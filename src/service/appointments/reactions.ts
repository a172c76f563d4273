import { claimsOfDevice } from "../../claims/index.ts";
import { lockDeviceRoot } from "../../contracts/index.ts";
import {
  type DomainEvent,
  type Job,
  type Reaction,
  reaction,
  systemCaller,
  transact,
  waking,
} from "../../platform/index.ts";
import { liveStates } from "./appointment.ts";
import { appointmentsOfClaim } from "./appointmentStore.ts";
import { endAppointment } from "./endAppointment.ts";
import { visitable } from "./visitable.ts";

interface EndedClaim {
  readonly rootId: string;
  readonly claimNo: number;
}

/**
 * A claim is over, or its device is on its way: nobody needs to come for it any more. Runs at least once; the
 * second time nothing is live.
 */
export const endAppointmentOfClaim: Job<EndedClaim> = waking(
  {
    name: "end_appointment",
    run: async (platform, { rootId, claimNo }) => {
      await transact(platform, systemCaller, async (tx) => {
        await lockDeviceRoot(tx, rootId);
        const all = await appointmentsOfClaim(tx, rootId, claimNo);
        const live = all.find(({ state }) => liveStates.includes(state));
        const claim = (await claimsOfDevice(tx, rootId)).find(({ no }) => no === claimNo);
        if (live !== undefined && claim !== undefined && !visitable.includes(claim.state)) {
          await endAppointment(tx, live, liveStates, live.state === "arrived" ? "served" : "cancelled");
        }
      });
    },
  },
  ({ rootId }) => rootId,
);

export const reactions: readonly Reaction[] = [
  ...["ClaimCancelled", "ClaimLapsed", "ClaimShipped", "ClaimClosed"].map((type) =>
    reaction(type, endAppointmentOfClaim, endedIn),
  ),
];

/** Undefined for what goes by parcel: a case that left the counter has no appointment any more. */
function endedIn(event: DomainEvent, rootId: string): EndedClaim | undefined {
  const { claimNo, channel = "swift" } = event as unknown as { claimNo: number; channel?: string };
  return channel === "swift" ? { rootId, claimNo } : undefined;
}
