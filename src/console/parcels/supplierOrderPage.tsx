import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { client } from "../client.ts";
import { formatDay, formatInstant } from "../format/index.ts";
import { SmallTable } from "../money/index.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { Badge, FactList, PageHead, ProblemCard, Section, Shown, useRole } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { parcels as words } from "../words/en/parcels.ts";
import { AnswerForm } from "./answerForm.tsx";
import { parcelQueries, readParcelsAgain, type SupplierOrder } from "./parcelQueries.ts";
import { supplierOrderTones } from "./supplierOrderTones.ts";

const SENT: readonly SupplierOrder["state"][] = ["sent", "confirmed", "late", "failed"];

/** One day's order of a supplier: what is wanted for whom, what it says, and that it is here. */
export function SupplierOrderPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(parcelQueries.supplierOrder(id));
  return (
    <div className="page">
      <PageHead title={query.data?.supplierName ?? words.supplierOrder} />
      <SupplyNav />
      <Shown query={query}>{(order) => <Sheet order={order} />}</Shown>
    </div>
  );
}

function Sheet({ order }: { readonly order: SupplierOrder }) {
  const { id, state, orderedOn, closesAt, expectedOn, reason, pieces, promisedOn } = order;
  const { role } = useRole();
  const isSent = SENT.includes(state);
  return (
    <>
      <div className="card">
        <FactList
          facts={[
            [words.orderedOn, formatDay(orderedOn)],
            [
              words.state,
              <Badge key="state" tone={supplierOrderTones[state]}>
                {words.orderStates[state]}
              </Badge>,
            ],
            [words.closesAt, formatInstant(closesAt)],
            [words.pieces, pieces.toLocaleString("en")],
            [words.promisedOn, promisedOn === null ? undefined : formatDay(promisedOn)],
            [words.expectedOn, expectedOn === null ? undefined : formatDay(expectedOn)],
            [words.reason, reason ?? undefined],
          ]}
        />
        {isSent ? <Arrival id={id} /> : null}
      </div>
      <Section title={words.lines}>
        <SmallTable
          label={words.lines}
          heads={[words.order, words.sku, words.supplierKey, { number: words.pieces }, words.promisedOn]}
          none={words.ordersNone}
          rows={order.lines.map((line) => ({
            key: `${line.order} ${line.no}`,
            cells: [
              <Link key="order" className="row-link" to="/orders/$id" params={{ id: line.order }}>
                {line.order}
              </Link>,
              line.sku,
              line.supplierKey,
              line.quantity - line.cancelled,
              formatDay(line.promisedOn),
            ],
          }))}
        />
      </Section>
      {isSent && role === "manager" ? (
        <Section title={words.answer}>
          <AnswerForm id={id} />
        </Section>
      ) : null}
    </>
  );
}

function Arrival({ id }: { readonly id: string }) {
  const announce = useAnnounce();
  const arriving = useAct(client.receiveSupplierOrder, async () => {
    announce(words.arrived);
    await readParcelsAgain();
  });
  return (
    <>
      <p className="muted">{words.arriveForGood}</p>
      <Button loading={arriving.pending} onClick={() => arriving.perform({ id })}>
        {words.arrive}
      </Button>
      {arriving.problem === undefined ? null : <ProblemCard problem={arriving.problem} />}
    </>
  );
}
