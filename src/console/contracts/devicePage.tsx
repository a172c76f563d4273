import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { DevicePage as Device } from "../../client/index.ts";
import { PlanFacts, Units } from "../case/cover.tsx";
import { formatDay, formatInstant, formatLastDay } from "../format/formatDate.ts";
import { FactList } from "../parts/factList.tsx";
import { PageHead, Section } from "../parts/page.tsx";
import { Serial } from "../parts/serial.tsx";
import { Shown } from "../parts/shown.tsx";
import { StateBadge } from "../parts/stateBadge.tsx";
import { Timeline } from "../parts/timeline.tsx";
import { queries } from "../queries.ts";
import { WarrantyPart } from "../warranties/warrantyPart.tsx";
import { en } from "../words/en.ts";

const words = en.desk;

/** One device: the serials it wore, its plans and what is left of them, what happened. */
export function DevicePage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(queries.device(id));
  const { data } = query;
  return (
    <div className="page">
      <PageHead
        title={words.deviceTitle}
        about={
          data === undefined ? undefined : (
            <>
              <Serial copy>{data.serial}</Serial>
              <span>{data.ribbon.device.name}</span>
            </>
          )
        }
      />
      <Shown query={query}>{(device) => <DeviceDetails device={device} />}</Shown>
    </div>
  );
}

function DeviceDetails({ device }: { readonly device: Device }) {
  const { ribbon, contracts, timeline, deadlines } = device;
  return (
    <div className="columns">
      <div>
        <Section title={words.plans}>
          {contracts.length === 0 ? <p className="muted">{words.plansEmpty}</p> : null}
          {ribbon.contracts.map((held) => (
            <PlanFacts key={held.startsAt} held={held} ribbon={ribbon} />
          ))}
          {contracts.map(({ id, programme, termsVersion }) => (
            <p key={id} className="muted">
              <Link to="/contracts/$id" params={{ id }}>
                <code>{id}</code>
              </Link>{" "}
              <Link to="/terms" search={{ programme }}>
                {words.termsVersion} {termsVersion}
              </Link>
            </p>
          ))}
        </Section>
        <WarrantyPart device={device.id} />
        <DeviceCases serials={device.units.map(({ serial }) => serial)} />
        <Section title={words.history}>
          <Timeline entries={timeline} />
        </Section>
      </div>
      <div>
        <Section title={words.facts}>
          <DeviceFacts device={device} />
        </Section>
        <Section title={words.units}>
          <Units units={ribbon.units} />
        </Section>
        {deadlines.length === 0 ? null : (
          <Section title={words.deadlines}>
            <FactList
              facts={deadlines.map(({ kind, dueAt }) => [
                words.deadlineKinds[kind] ?? kind,
                formatInstant(dueAt),
              ])}
            />
          </Section>
        )}
      </div>
    </div>
  );
}

function DeviceFacts({ device }: { readonly device: Device }) {
  const { activatedAt, purchasedOn, warrantyEndsAt, region, series, ribbon } = device;
  const firstUse = activatedAt === "never" ? words.never : instantOrNone(activatedAt);
  return (
    <FactList
      facts={[
        [words.model, ribbon.device.name],
        [words.series, series],
        [words.region, region],
        [words.firstUse, firstUse],
        [words.bought, purchasedOn === null ? undefined : formatDay(purchasedOn)],
        [
          words.warrantyUntil,
          warrantyEndsAt === null ? undefined : formatLastDay(warrantyEndsAt, ribbon.zone),
        ],
      ]}
    />
  );
}

function instantOrNone(at: string | null): string | undefined {
  return at === null ? undefined : formatInstant(at);
}

/** The cases of a device, whichever of its serials they were reported with. */
function DeviceCases({ serials }: { readonly serials: readonly string[] }) {
  return (
    <Section title={words.cases}>
      <ul className="plain">
        {serials.map((serial) => (
          <CasesOfSerial key={serial} serial={serial} />
        ))}
      </ul>
    </Section>
  );
}

function CasesOfSerial({ serial }: { readonly serial: string }) {
  const { data } = useQuery(queries.claims({ serial, limit: 50 }));
  return data?.data.map((claim) => (
    <li key={claim.id}>
      <Link to="/cases/$id" params={{ id: claim.id }}>
        {formatDay(claim.openedAt)}
      </Link>{" "}
      <Serial>{claim.serial}</Serial> <StateBadge state={claim.state} />
    </li>
  ));
}
