import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { ReplyOf } from "../../client/index.ts";
import { nextWords } from "../case/nextWords.ts";
import { stepRoute } from "../case/stepRoute.ts";
import { client } from "../client.ts";
import { formatSerial } from "../format/formatSerial.ts";
import { ButtonLink, PageHead, Section, Serial, Shown } from "../parts/index.ts";
import { AlertCard } from "../parts/problemCard.tsx";
import { ScanBox } from "../parts/scanBox.tsx";
import { intake as words } from "../words/en/intake.ts";
import { KeepStray } from "./keepStray.tsx";
import { NewCase } from "./newCase.tsx";

type Arrival = ReplyOf<"findArrival">;

/** The first box of the intake: always ready for the next scan. One case opens by itself. */
export function ScanPage() {
  const { scan = "" } = useSearch({ strict: false }) as { readonly scan?: string };
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const query = useQuery({
    queryKey: ["claims", "arrival", scan],
    queryFn: ({ signal }) => client.findArrival({ scan }, { signal }),
    enabled: scan !== "",
    gcTime: 0,
  });
  const found = query.data;
  useEffect(() => {
    const [only, ...others] = found?.cases ?? [];
    if (found?.kind === "cases" && only !== undefined && others.length === 0) {
      void navigate({ to: stepRoute(only), params: { id: only.id }, replace: true });
    }
  }, [found, navigate]);
  return (
    <div className="page">
      <PageHead
        title={words.title}
        actions={<ButtonLink to="/intake/strays">{words.straysShort}</ButtonLink>}
      />
      <ScanBox
        label={words.scan}
        hint={words.scanHint}
        box={box}
        autoFocus
        busy={query.isFetching}
        onScan={(text) => void navigate({ to: "/intake", search: { scan: text } as never })}
      />
      {scan === "" ? null : (
        <Shown query={query}>{(arrival) => <Found arrival={arrival} scan={scan} />}</Shown>
      )}
    </div>
  );
}

/** What the scan was: several cases, a device without one, or something nobody knows. */
function Found({ arrival, scan }: { readonly arrival: Arrival; readonly scan: string }) {
  const { kind, cases, device, fits, strays } = arrival;
  return (
    <>
      {kind === "cases" ? (
        <Section title={words.several(cases.length)}>
          <ul className="plain">
            {cases.map((claim) => (
              <li key={claim.id}>
                <Serial>{claim.serial}</Serial> {nextWords(claim)}{" "}
                <ButtonLink to={stepRoute(claim)} params={{ id: claim.id }}>
                  {words.toCase}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {device === undefined || kind === "cases" ? null : <NewCase device={device} last={cases[0]} />}
      {kind === "unknown" ? (
        <AlertCard title={words.unknown}>
          <p>
            {fits === undefined
              ? words.unknownText(formatSerial(scan))
              : words.unknownFits(formatSerial(scan), fits)}
          </p>
        </AlertCard>
      ) : null}
      {kind === "unreadable" ? (
        <AlertCard title={words.unreadable}>
          <p>{words.unreadableText}</p>
        </AlertCard>
      ) : null}
      {strays.length === 0 ? null : (
        <Section title={words.strays}>
          <ul className="plain">
            {strays.map(({ id, contents, place }) => (
              <li key={id}>
                {place}: {contents}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {kind === "unknown" || kind === "unreadable" ? (
        <KeepStray scan={kind === "unknown" ? scan : ""} />
      ) : null}
    </>
  );
}
