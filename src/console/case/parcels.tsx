import { Button } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import type { ClaimPage } from "../../client/index.ts";
import { client } from "../client.ts";
import { formatInstant } from "../format/formatDate.ts";
import { ProblemCard, useRole } from "../parts/index.ts";
import { Section } from "../parts/page.tsx";
import { Serial } from "../parts/serial.tsx";
import { Badge } from "../parts/stateBadge.tsx";
import { en } from "../words/en.ts";
import { partNames } from "./story.tsx";
import { useSaveCase } from "./useSaveCase.ts";

const words = en.cases;

/** What came in and what went out. */
export function Parcels({ page: { claim, intakes, shipments } }: { readonly page: ClaimPage }) {
  const telling = useSaveCase(client.confirmDelivery, () => words.arrivalTold);
  const { worksAtBench } = useRole();
  const isOnItsWay = worksAtBench && claim.state === "shipped" && shipments.at(-1)?.state === "sent";
  return (
    <Section title={words.parcels}>
      {intakes.length === 0 ? <p className="muted">{words.parcelsNone}</p> : null}
      <ul className="plain">
        {intakes.map(({ at, parts, condition }) => (
          <li key={at}>
            {formatInstant(at)}: {partNames(parts)}. <span className="muted">{condition}</span>
          </li>
        ))}
        {shipments.map(({ at, serial, carrier, tracking, state }) => (
          <li key={at}>
            {formatInstant(at)}: <Serial copy>{serial}</Serial> {carrier}, {words.tracking}{" "}
            <code>{tracking}</code>{" "}
            <Badge tone={state === "delivered" ? "ok" : "waiting"}>{en.field.parcels[state] ?? state}</Badge>
          </li>
        ))}
      </ul>
      {isOnItsWay ? (
        <Button variant="default" loading={telling.pending} onClick={() => telling.perform({ id: claim.id })}>
          {words.tellArrival}
        </Button>
      ) : null}
      {telling.problem === undefined ? null : <ProblemCard problem={telling.problem} />}
    </Section>
  );
}

/** Which unit took the place of which. */
export function SwapDone({ page: { swap } }: { readonly page: ClaimPage }) {
  return swap === undefined ? null : (
    <Section title={words.swap}>
      <p>
        <Serial copy>{swap.oldSerial}</Serial> <IconArrowRight size={16} aria-hidden />{" "}
        <Serial copy>{swap.newSerial}</Serial> <span className="muted">{formatInstant(swap.at)}</span>
      </p>
      {swap.moves === undefined ? null : <p className="muted">{words.movesAt[swap.moves]}</p>}
    </Section>
  );
}
