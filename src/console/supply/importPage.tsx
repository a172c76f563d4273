import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { client } from "../client.ts";
import { formatInstant } from "../format/index.ts";
import { Badge, FactList, PageHead, ProblemCard, Section, Shown, useNow } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { supply as words } from "../words/en/supply.ts";
import { importTones } from "./importTones.ts";
import { progressOf } from "./progressOf.ts";
import { RefusalList } from "./refusalList.tsx";
import { SupplyNav } from "./supplyNav.tsx";
import { type Import, readSupplyAgain, supplyQueries } from "./supplyQueries.ts";

/** One file: how far its reading came, what its rows came to, and what is wrong with which. */
export function ImportPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(supplyQueries.import(id));
  return (
    <div className="page">
      <PageHead title={query.data?.name ?? words.file} />
      <SupplyNav />
      <Shown query={query}>{(found) => <ImportSheet found={found} />}</Shown>
    </div>
  );
}

function ImportSheet({ found }: { readonly found: Import }) {
  const { id, supplier, format, state, isCheck, rows, failure, createdAt } = found;
  return (
    <>
      <div className="card">
        <FactList
          facts={[
            [words.of, supplier],
            [words.format, words.formats[format]],
            [words.when, formatInstant(createdAt)],
            [
              words.state,
              <Badge key="state" tone={importTones[state]}>
                {words.states[state]}
              </Badge>,
            ],
            [words.rowsNew, rows.new.toLocaleString("en")],
            [words.rowsChanged, rows.changed.toLocaleString("en")],
            [words.rowsSame, rows.same.toLocaleString("en")],
            [words.rowsRefused, rows.refused.toLocaleString("en")],
          ]}
        />
        {state === "running" ? <Progress found={found} /> : null}
        {failure === null ? null : <p role="alert">{failure}</p>}
        {isCheck && state === "done" ? <p role="status">{words.checkNote}</p> : null}
        <ImportActs found={found} />
      </div>
      <Section title={words.refusals} note={rows.refused > 0 ? words.refusalsNote : undefined}>
        <RefusalList id={id} refused={rows.refused} />
      </Section>
    </>
  );
}

function Progress({ found }: { readonly found: Import }) {
  const now = useNow();
  const said = progressOf(found, now);
  return (
    <>
      <progress
        className="progress"
        max={found.bytesTotal}
        value={found.bytesDone}
        aria-label={words.state}
      />
      <p>{said === undefined ? words.nothingYet : words.progress(said.share, said.rate, said.left)}</p>
    </>
  );
}

function ImportActs({ found }: { readonly found: Import }) {
  const { id, state, isCheck } = found;
  const stopping = useAct(client.stopImport, readSupplyAgain);
  const starting = useAct(client.startImport, readSupplyAgain);
  const problem = stopping.problem ?? starting.problem;
  return (
    <div className="row">
      {state === "running" ? (
        <Button variant="default" loading={stopping.pending} onClick={() => stopping.perform({ id })}>
          {words.stop}
        </Button>
      ) : null}
      {state === "stopped" ? (
        <Button loading={starting.pending} onClick={() => starting.perform({ id, check: isCheck })}>
          {words.goOn}
        </Button>
      ) : null}
      {isCheck && (state === "done" || state === "stopped") ? (
        <Button loading={starting.pending} onClick={() => starting.perform({ id, check: false })}>
          {words.writeIt}
        </Button>
      ) : null}
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </div>
  );
}
