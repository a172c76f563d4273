import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatInstant } from "../format/formatDate.ts";
import { type Column, EmptyState, Listing, Section } from "../parts/index.ts";
import { alarms as words } from "../words/en/alarms.ts";
import { type Alarm, inboxQueries } from "./inboxQueries.ts";

const MOST = 200;

const columns: readonly Column<Alarm>[] = [
  {
    id: "about",
    head: words.about,
    value: ({ claimId, verificationId }) => claimId ?? verificationId,
    cell: ({ claimId, verificationId }) =>
      claimId === undefined ? (
        <Link className="row-link" to="/verifications/$id" params={{ id: verificationId ?? "" }}>
          {verificationId}
        </Link>
      ) : (
        <Link className="row-link" to="/cases/$id" params={{ id: claimId }}>
          {claimId}
        </Link>
      ),
  },
  {
    id: "kind",
    head: words.kind,
    value: ({ kind }) => words.kinds[kind],
    cell: ({ kind }) => words.kinds[kind],
  },
  {
    id: "at",
    from: "tablet",
    head: words.at,
    value: ({ at }) => Date.parse(at),
    text: ({ at }) => at,
    cell: ({ at }) => formatInstant(at),
  },
  { id: "told", head: words.stateHead, value: toldOf, cell: toldOf },
];

/** To whom it went and how far that is, or why to nobody. */
function toldOf({ state, why, letters }: Alarm): string {
  const said = why === undefined ? words.states[state] : words.whys[why];
  const told = letters.map(
    ({ addressee, state: is }) => `${words.addressees[addressee]}: ${words.letterStates[is]}`,
  );
  return (state === "gathered" ? told : [said, ...told]).join(", ");
}

/** Who was told of what ran out; above it what reaches nobody. */
export function AlarmsTold() {
  const unaddressed = useQuery(inboxQueries.alarms({ state: "unaddressed", limit: MOST }));
  const all = useQuery(inboxQueries.alarms({ limit: MOST }));
  const count = unaddressed.data?.data.length ?? 0;
  return (
    <Section title={words.title}>
      <p className="muted">{words.note}</p>
      {count === 0 ? null : (
        <p className="card" role="alert">
          {words.nobody(count)} <Link to="/calendar/centres">{words.name}</Link>.
        </p>
      )}
      <Listing
        label={words.title}
        query={all}
        columns={columns}
        rows={all.data?.data ?? []}
        rowKey={({ kind, claimId, clockNo, verificationId, at }) =>
          `${kind} ${claimId ?? verificationId} ${clockNo ?? at}`
        }
        empty={<EmptyState says={words.none} />}
      />
    </Section>
  );
}
