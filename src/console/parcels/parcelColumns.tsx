import { Link } from "@tanstack/react-router";
import { formatDay } from "../format/index.ts";
import { Badge, type Column } from "../parts/index.ts";
import type { Tone } from "../parts/stateBadge.tsx";
import { parcels as words } from "../words/en/parcels.ts";
import { ParcelActs } from "./parcelActs.tsx";
import type { Parcel } from "./parcelQueries.ts";

const tones: Readonly<Record<Parcel["state"], Tone>> = {
  ...{ wanted: "waiting", booked: "needs", handed_over: "waiting", delivered: "ok" },
  ...{ lost: "problem", returned: "problem", cancelled: "over" },
};

const failureWords: Readonly<Record<string, string>> = words.failures;

const contents = ({ lines }: Parcel) => lines.map(({ name, quantity }) => `${quantity} × ${name}`).join(", ");

/** What a list says of a parcel, and what may be done with it. */
export const parcelColumns: readonly Column<Parcel>[] = [
  {
    id: "label",
    head: words.label,
    value: ({ label }) => label ?? undefined,
    cell: ({ label, failure }) => (
      <>
        {label}
        {failure === null ? null : <div>{failureWords[failure] ?? failure}</div>}
      </>
    ),
  },
  {
    id: "order",
    head: words.order,
    value: ({ order }) => order,
    cell: ({ order }) => (
      <Link className="row-link" to="/orders/$id" params={{ id: order }}>
        {order}
      </Link>
    ),
  },
  { id: "contents", head: words.contents, value: contents, cell: contents },
  {
    id: "delivery",
    head: words.delivery,
    value: ({ delivery }) => words.deliveries[delivery],
    cell: ({ delivery, pickupPoint }) => pickupPoint ?? words.deliveries[delivery],
  },
  {
    id: "promisedOn",
    head: words.promisedOn,
    value: ({ promisedOn }) => promisedOn,
    cell: ({ promisedOn }) => formatDay(promisedOn),
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.states[state],
    cell: ({ state, settled }) => (
      <Badge tone={settled === null ? tones[state] : "over"}>
        {settled === null ? words.states[state] : words.settledWays[settled]}
      </Badge>
    ),
  },
  { id: "acts", head: words.parcel, value: ({ id }) => id, cell: (parcel) => <ParcelActs parcel={parcel} /> },
];
