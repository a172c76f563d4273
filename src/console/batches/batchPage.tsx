import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { formatDay, formatInstant } from "../format/index.ts";
import { Actor, Badge, FactList, PageHead, Section, Shown } from "../parts/index.ts";
import { batches as words } from "../words/en/batches.ts";
import { BatchActs } from "./batchActs.tsx";
import { BatchesNav } from "./batchesNav.tsx";
import { type BatchShown, batchQueries, isBeingMade } from "./batchQueries.ts";
import { batchTones } from "./batchTones.ts";
import { FigureLink } from "./figureLink.tsx";

/** One batch: who asked for it and who decided, how far its making came, and what became of its codes. */
export function BatchPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(batchQueries.batch(id));
  const title = query.data === undefined ? words.batch : query.data.note || query.data.sku;
  return (
    <div className="page">
      <PageHead title={title} />
      <BatchesNav />
      <Shown query={query}>{(found) => <BatchSheet found={found} />}</Shown>
    </div>
  );
}

function BatchSheet({ found }: { readonly found: BatchShown }) {
  const { state, voidReason } = found;
  return (
    <>
      <div className="card">
        <FactList facts={factsOf(found)} />
        {isBeingMade(found) ? <Progress found={found} /> : null}
        {state === "voided" ? <p role="status">{words.voidedNote(voidReason ?? "")}</p> : null}
      </div>
      <BatchActs found={found} />
      <Section title={words.codes}>
        <FactList facts={figuresOf(found)} />
      </Section>
    </>
  );
}

function factsOf(found: BatchShown): Parameters<typeof FactList>[0]["facts"] {
  const { sku, region, quantity, useBy, state, askedBy, askedAt, decidedBy, decidedAt, reason } = found;
  return [
    [words.sku, sku],
    [words.region, region],
    [words.quantity, quantity.toLocaleString("en")],
    [words.useBy, useBy === null ? words.forEver : formatDay(useBy)],
    [
      words.state,
      <Badge key="state" tone={batchTones[state]}>
        {words.states[state]}
      </Badge>,
    ],
    [words.askedBy, <Actor key="asked" id={askedBy} />],
    [words.askedAt, formatInstant(askedAt)],
    ...(decidedBy === null || decidedAt === null
      ? []
      : [[words.decidedBy, <Actor key="decided" id={decidedBy} />] as const]),
    ...(reason === null ? [] : [[words.reason, reason] as const]),
  ];
}

function figuresOf({ id, codes }: BatchShown): Parameters<typeof FactList>[0]["facts"] {
  const names = Object.keys(words.figures) as (keyof typeof words.figures)[];
  return names.map((name) => [
    words.figures[name],
    name === "held" ? (
      codes.held.toLocaleString("en")
    ) : (
      <FigureLink key={name} count={codes[name]} search={{ batch: id, state: name }} />
    ),
  ]);
}

function Progress({ found: { made, quantity } }: { readonly found: BatchShown }) {
  return (
    <>
      <progress className="progress" max={quantity} value={made} aria-label={words.made} />
      <p>{words.progress(made, quantity)}</p>
    </>
  );
}
