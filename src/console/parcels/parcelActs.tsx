import { Button } from "@mantine/core";
import { client } from "../client.ts";
import { formatInstant } from "../format/formatDate.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard, useRole } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { parcels as words } from "../words/en/parcels.ts";
import { type Parcel, readParcelsAgain } from "./parcelQueries.ts";

/** What may be done with a parcel where it stands. */
export function ParcelActs({ parcel }: { readonly parcel: Parcel }) {
  const { id, state, label, failure, settled } = parcel;
  const announce = useAnnounce();
  const { role } = useRole();
  const told = (says: string) => async () => {
    announce(says);
    await readParcelsAgain();
  };
  const leaving = useAct(client.handOverParcel, told(words.handedOver(label ?? "")));
  const booking = useAct(client.bookParcel, told(words.bookedAgain));
  const settling = useAct(client.settleParcel, told(words.settled));
  const problem = leaving.problem ?? booking.problem ?? settling.problem;
  const isOpen = (state === "lost" || state === "returned") && settled === null && role !== "integrator";
  return (
    <div className="row">
      {parcel.waits === null ? null : (
        <div>
          {words.waits(formatInstant(parcel.waits.since))}{" "}
          {parcel.waits.answerBy === null ? null : words.answerBy(formatInstant(parcel.waits.answerBy))}
        </div>
      )}
      {state === "booked" && parcel.waits === null ? (
        <Button
          size="compact-sm"
          aria-label={`${words.handOver} ${label}`}
          loading={leaving.pending}
          onClick={() => leaving.perform({ id })}
        >
          {words.handOver}
        </Button>
      ) : null}
      {failure !== null && settled === null ? (
        <Button size="compact-sm" loading={booking.pending} onClick={() => booking.perform({ id })}>
          {state === "wanted" ? words.bookAgain : words.cancelAgain}
        </Button>
      ) : null}
      {failure !== null && state === "cancelled" && settled === null && role !== "integrator" ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={settling.pending}
          onClick={() => settling.perform({ id, how: "seen_to" })}
        >
          {words.seenTo}
        </Button>
      ) : null}
      {isOpen ? (
        <>
          <Button
            size="compact-sm"
            loading={settling.pending}
            onClick={() => settling.perform({ id, how: "sent_again" })}
          >
            {words.sendAgain}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={settling.pending}
            onClick={() => settling.perform({ id, how: "paid_back" })}
          >
            {words.payBack}
          </Button>
        </>
      ) : null}
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </div>
  );
}
