import { Link } from "@tanstack/react-router";
import { formatInstant } from "../format/formatDate.ts";
import { Badge, type Column, Serial, useNow } from "../parts/index.ts";
import type { Tone } from "../parts/stateBadge.tsx";
import { verifications as words } from "../words/en/verifications.ts";
import type { ListedVerification } from "./verificationQueries.ts";

const TONES: Readonly<Record<ListedVerification["state"], Tone>> = {
  asked: "waiting",
  filming: "waiting",
  submitted: "needs",
  asked_again: "waiting",
  accepted: "ok",
  refused: "over",
  lapsed: "over",
  withdrawn: "over",
};

/** The state of a verification. */
export function VerificationBadge({ state }: Pick<ListedVerification, "state">) {
  return <Badge tone={TONES[state]}>{words.states[state]}</Badge>;
}

/** When it is due, where it is, and that it is late. */
export function Due({ dueAt, zone }: Pick<ListedVerification, "dueAt" | "zone">) {
  const now = useNow();
  if (dueAt === undefined) {
    return null;
  }
  return (
    <>
      {formatInstant(dueAt, zone)}{" "}
      {Date.parse(dueAt) < now ? <Badge tone="problem">{words.late}</Badge> : null}
    </>
  );
}

/** What the list says of a verification. */
export const verificationColumns: readonly Column<ListedVerification>[] = [
  {
    id: "serial",
    head: words.serial,
    value: ({ serial }) => serial,
    cell: ({ id, serial }) => (
      <Link className="row-link" to="/verifications/$id" params={{ id }}>
        <Serial>{serial}</Serial>
      </Link>
    ),
  },
  {
    id: "device",
    head: words.device,
    value: ({ modelName }) => modelName,
    cell: ({ modelName }) => modelName,
  },
  {
    id: "kind",
    head: words.kind,
    value: ({ kind }) => words.kinds[kind],
    cell: ({ kind }) => words.kinds[kind],
    from: "tablet",
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.states[state],
    cell: ({ state }) => <VerificationBadge state={state} />,
  },
  {
    id: "asked",
    head: words.asked,
    value: ({ askedAt }) => Date.parse(askedAt),
    text: ({ askedAt }) => askedAt,
    cell: ({ askedAt, zone }) => formatInstant(askedAt, zone),
    from: "tablet",
  },
  {
    id: "due",
    head: words.due,
    value: ({ dueAt }) => (dueAt === undefined ? undefined : Date.parse(dueAt)),
    text: ({ dueAt }) => dueAt,
    cell: (row) => <Due {...row} />,
  },
];
