import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatDay, formatInstant } from "../format/formatDate.ts";
import { formatSerial } from "../format/formatSerial.ts";
import { SmallTable } from "../money/smallTable.tsx";
import { Actor, PageHead, Section, Shown } from "../parts/index.ts";
import { pool as words } from "../words/en/pool.ts";
import { PoolNav } from "./poolNav.tsx";
import { type Move, poolQueries, type Unit } from "./poolQueries.ts";
import { SortForm } from "./sortForm.tsx";
import { useCentres } from "./useCentres.ts";

/** One unit: what it is, what becomes of it, and all that became of it. */
export function UnitPage() {
  const { serial } = useParams({ strict: false }) as { readonly serial: string };
  const query = useQuery(poolQueries.unit(serial));
  return (
    <div className="page">
      <PageHead title={formatSerial(serial)} />
      <PoolNav />
      <Shown query={query}>
        {({ unit, moves }) => (
          <>
            <UnitFacts unit={unit} />
            <SortForm key={unit.state} unit={unit} />
            <History moves={moves} />
          </>
        )}
      </Shown>
    </div>
  );
}

function UnitFacts({ unit }: { readonly unit: Unit }) {
  const { nameOf } = useCentres();
  const { forClaim, fromClaim, wasSerial, nowSerial, wipedAt, wipedBy } = unit;
  const caseLink = (id: string) => (
    <Link to="/cases/$id" params={{ id }}>
      {id}
    </Link>
  );
  const unitLink = (serial: string) => (
    <Link to="/pool/units/$serial" params={{ serial }}>
      {formatSerial(serial)}
    </Link>
  );
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.serial, formatSerial(unit.serial)],
    [words.model, unit.model],
    [words.grade, words.grades[unit.grade]],
    [words.state, words.states[unit.state]],
    [words.region, unit.region],
    [words.centre, `${nameOf(unit.centre)} ${unit.shelf}`],
    ...(forClaim === undefined ? [] : [[words.forCase, caseLink(forClaim)] as const]),
    ...(fromClaim === undefined ? [] : [[words.fromCase, caseLink(fromClaim)] as const]),
    ...(wasSerial === undefined ? [] : [[words.wasSerial, unitLink(wasSerial)] as const]),
    ...(nowSerial === undefined ? [] : [[words.nowSerial, unitLink(nowSerial)] as const]),
    ...(wipedAt === undefined
      ? []
      : [[words.wiped, words.wipedBy(formatDay(wipedAt), wipedBy ?? "")] as const]),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function History({ moves }: { readonly moves: readonly Move[] }) {
  const { nameOf } = useCentres();
  return (
    <Section title={words.history}>
      <SmallTable
        label={words.history}
        heads={[words.when, words.cause, words.state, words.centre, { number: words.change }, words.who]}
        rows={moves.map(({ serial, cause, state, centre, shelf, delta, note, at, actor }) => ({
          key: `${serial} ${at} ${cause} ${delta}`,
          cells: [
            formatInstant(at),
            `${words.causes[cause.split("/")[0] ?? ""] ?? cause}${note === undefined ? "" : `: ${note}`}`,
            words.states[state],
            `${nameOf(centre)} ${shelf}`,
            words.changes[String(delta)],
            <Actor key="who" id={actor} />,
          ],
        }))}
        none={words.historyEmpty}
      />
    </Section>
  );
}
