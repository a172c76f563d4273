import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatInstant } from "../format/formatDate.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import {
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  ProblemCard,
  Section,
  useRole,
} from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { intake as words } from "../words/en/intake.ts";

type Stray = ReplyOf<"listStrays">["data"][number];

const columnsWith = (choose: (stray: Stray) => void): readonly Column<Stray>[] => [
  {
    id: "foundAt",
    head: words.foundAt,
    value: ({ foundAt }) => foundAt,
    cell: ({ foundAt }) => formatInstant(foundAt),
  },
  {
    id: "contents",
    head: words.contents,
    value: ({ contents }) => contents,
    cell: (stray) =>
      stray.state === "kept" ? (
        <button type="button" className="text-button" onClick={() => choose(stray)}>
          {stray.contents}
        </button>
      ) : (
        stray.contents
      ),
  },
  {
    id: "serial",
    head: words.serial,
    value: ({ serial }) => serial ?? "",
    cell: ({ serial }) => serial ?? "",
  },
  { id: "place", head: words.place, value: ({ place }) => place, cell: ({ place }) => place },
  { id: "why", head: words.why, value: ({ why }) => words.whys[why], cell: ({ why }) => words.whys[why] },
  {
    id: "case",
    head: words.itsCase,
    value: ({ claimId }) => claimId ?? "",
    cell: ({ claimId }) => claimId ?? "",
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.strayStates[state],
    cell: ({ state }) => words.strayStates[state],
  },
];

/** Parcels that no case is about: found to be of one, or sent back. */
export function StraysPage() {
  const [chosen, choose] = useState<Stray>();
  const { worksAtBench } = useRole();
  const query = useQuery({
    queryKey: ["claims", "strays"],
    queryFn: ({ signal }) => client.listStrays({ limit: 200 }, { signal }),
  });
  const rows = query.data?.data ?? [];
  const columns = columnsWith(choose);
  return (
    <div className="page">
      <PageHead
        title={words.strays}
        actions={
          <CsvButton
            name="unknown-parcels"
            columns={columns}
            rows={() => everyRow(client.listStrays, {})}
            empty={rows.length === 0}
          />
        }
      />
      {worksAtBench && chosen !== undefined ? (
        <EndStray key={chosen.id} stray={chosen} onDone={() => choose(undefined)} />
      ) : (
        <p className="muted">{words.choose}</p>
      )}
      <Listing
        label={words.strays}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={words.noStray} />}
      />
    </div>
  );
}

/** Two ways out for a kept parcel. */
function EndStray({ stray, onDone }: { readonly stray: Stray; readonly onDone: () => void }) {
  const [claim, setClaim] = useState("");
  const [carrier, setCarrier] = useState("");
  const [tracking, setTracking] = useState("");
  const announce = useAnnounce();
  const done = (says: string) => async () => {
    announce(says);
    await queryClient.invalidateQueries({ queryKey: ["claims"] });
    onDone();
  };
  const matching = useAct(client.matchStray, done(words.matched));
  const returning = useAct(client.returnStray, done(words.sentBack));
  const problem = matching.problem ?? returning.problem;
  const claimId = /clm_[0-9a-z]+_\d+/i.exec(claim)?.[0].toLowerCase();
  return (
    <Section title={`${stray.place}: ${stray.contents}`}>
      <form
        className="row end"
        onSubmit={(event) => {
          event.preventDefault();
          matching.perform({ id: stray.id, claimId: claimId ?? claim.trim() });
        }}
      >
        <TextInput
          autoFocus
          label={words.itsCase}
          description={words.matchHint}
          maxLength={80}
          value={claim}
          onChange={(event) => setClaim(event.currentTarget.value)}
        />
        <Button type="submit" disabled={claim.trim().length < 5} loading={matching.pending}>
          {words.match}
        </Button>
      </form>
      <form
        className="row end"
        onSubmit={(event) => {
          event.preventDefault();
          returning.perform({ id: stray.id, carrier: carrier.trim(), tracking: tracking.trim() });
        }}
      >
        <TextInput
          label={words.carrier}
          maxLength={40}
          value={carrier}
          onChange={(event) => setCarrier(event.currentTarget.value)}
        />
        <TextInput
          label={words.tracking}
          maxLength={60}
          value={tracking}
          onChange={(event) => setTracking(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={carrier.trim() === "" || tracking.trim() === ""}
          loading={returning.pending}
        >
          {words.giveBack}
        </Button>
      </form>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </Section>
  );
}
