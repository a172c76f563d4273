import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { CoreReturn } from "../../client/index.ts";
import { HoldActs } from "../money/holdActs.tsx";
import { moneyQueries } from "../money/index.ts";
import { ButtonLink, Shown } from "../parts/index.ts";
import { returns as words } from "../words/en/returns.ts";

/** What can be done about one old device, beside the list it stands in. */
export function ActOnHold(props: { readonly core: CoreReturn; readonly onClose: () => void }) {
  const { core, onClose } = props;
  const { holdId, claimId, modelName, serial } = core;
  const query = useQuery(moneyQueries.hold({ id: holdId }));
  const heading = useRef<HTMLHeadingElement>(null);
  // Who opened it by keyboard goes on from here.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="card" aria-label={words.actOn(`${modelName} ${serial}`)}>
      <h2 ref={heading} tabIndex={-1}>
        {modelName} {serial}: {words.daysLeft(core.daysLeft)}
      </h2>
      <Shown query={query}>{(hold) => <HoldActs hold={hold} />}</Shown>
      <div className="row section">
        <ButtonLink to="/money/holds/$id" params={{ id: holdId }}>
          {words.toHold}
        </ButtonLink>
        <ButtonLink to="/cases/$id" params={{ id: claimId }}>
          {words.toCase}
        </ButtonLink>
        <Button variant="default" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </section>
  );
}
