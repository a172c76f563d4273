import { Link } from "@tanstack/react-router";
import type { ClaimPage } from "../../client/index.ts";
import { FoundList } from "../bench/foundList.tsx";
import { formatDay, formatLastDay } from "../format/formatDate.ts";
import { formatMoney } from "../format/formatMoney.ts";
import { Serial } from "../parts/serial.tsx";
import { Badge } from "../parts/stateBadge.tsx";
import { en } from "../words/en.ts";

type Ribbon = ClaimPage["ribbon"];

/** The plan of the case: its period, its uses with their fees, the maker's warranty. The ribbon as a list. */
export function Cover({ page }: { readonly page: ClaimPage }) {
  const { claim, contract, ribbon, device } = page;
  const warranty = ribbon.warranty?.to;
  return (
    <>
      {claim.found === undefined ? null : <FoundList found={claim.found} told={claim.incident} />}
      {contract === undefined ? <p className="muted">{en.cases.noContract}</p> : null}
      {ribbon.contracts.map((held) => (
        <PlanFacts key={held.startsAt} held={held} ribbon={ribbon} />
      ))}
      {warranty === undefined ? null : <p>{en.cases.warrantyUntil(formatLastDay(warranty, ribbon.zone))}</p>}
      <Units units={ribbon.units} />
      <p>
        <Link to="/devices/$id" params={{ id: device.id }}>
          {en.cases.openDevice}
        </Link>
      </p>
    </>
  );
}

/** One plan: from when to when, and what is left of it. */
export function PlanFacts(props: {
  readonly held: Ribbon["contracts"][number];
  readonly ribbon: Pick<Ribbon, "zone" | "currency">;
}) {
  const { held, ribbon } = props;
  const from = formatDay(held.startsAt, ribbon.zone);
  const to = formatLastDay(held.endsAt, ribbon.zone);
  const state = held.state as keyof typeof en.field.contracts;
  return (
    <div className="plan">
      <p>
        <b>{en.field.plans[held.product] ?? held.product}</b>{" "}
        <Badge tone={state === "active" ? "ok" : "over"}>{en.field.contracts[state] ?? held.state}</Badge>
      </p>
      <p className="muted">{en.cases.period(from, to)}</p>
      <ol className="uses">
        {held.slots.map((slot) => (
          <li key={`${slot.benefit} ${slot.nth}`} className={`use ${slot.state.replaceAll(" ", "-")}`}>
            <span className="pip" aria-hidden="true" />
            {en.field.benefits[slot.benefit] ?? slot.benefit} {slot.nth}:{" "}
            {slot.state === "not yet" ? en.field.contracts.scheduled : en.field.uses[slot.state]}
            {slot.usedAt === undefined ? null : ` ${formatDay(slot.usedAt, ribbon.zone)}`}
            {slot.feeMinor === undefined ? null : (
              <span className="money">
                {formatMoney({ amount: slot.feeMinor, currency: ribbon.currency })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The serials a device has worn, the one of today first. */
export function Units({ units }: { readonly units: Ribbon["units"] }) {
  return (
    <ul className="worn">
      {units.toReversed().map(({ serial, from, to }) => (
        <li key={serial}>
          <Serial copy>{serial}</Serial>
          <span className="muted">{wornText(from, to)}</span>
        </li>
      ))}
    </ul>
  );
}

function wornText(from: string | undefined, to: string | undefined): string {
  if (to !== undefined) {
    return en.desk.unitUntil(formatDay(to));
  }
  return from === undefined ? en.desk.unitNow : en.desk.unitSince(formatDay(from));
}
