import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDay, formatInstant } from "../format/index.ts";
import { SmallTable } from "../money/smallTable.tsx";
import { Actor, Badge, FactList, Section, Shown } from "../parts/index.ts";
import { warranty as words } from "../words/en/warranty.ts";
import { WarrantyForm } from "./warrantyForm.tsx";
import { type Warranty, warrantyQueries } from "./warrantyQueries.ts";

/** The warranty of record on the page of a device: its versions, whose word they rest on, and a change. */
export function WarrantyPart({ device }: { readonly device: string }) {
  const query = useQuery(warrantyQueries.of(device));
  return (
    <Section title={words.title}>
      <Shown query={query}>{(warranty) => <WarrantyDetails warranty={warranty} />}</Shown>
    </Section>
  );
}

function WarrantyDetails({ warranty }: { readonly warranty: Warranty }) {
  const [changes, setChanges] = useState(false);
  const { versions, sources, claimed, zone } = warranty;
  return (
    <>
      <SmallTable
        label={words.versions}
        heads={[words.component, words.basis, words.lastDay, words.state, words.reason]}
        none={words.none}
        rows={versions.toReversed().map((version) => ({
          key: String(version.no),
          cells: [
            words.components[version.component],
            `${words.kinds[version.kind]}: ${words.bases[version.basis]}`,
            formatDay(version.lastDay),
            <Badge key="state" tone={version.stands ? "ok" : "over"}>
              {version.stands ? words.stands : words.before}
            </Badge>,
            version.reason,
          ],
        }))}
      />
      {sources.length === 0 ? null : <Sources warranty={warranty} />}
      <FactList
        facts={[
          [
            `${words.claimed}: ${words.activatedAt}`,
            claimed.activatedAt === null ? null : formatInstant(claimed.activatedAt, zone),
          ],
          [
            `${words.claimed}: ${words.purchasedOn}`,
            claimed.purchasedOn === null ? null : formatDay(claimed.purchasedOn),
          ],
        ]}
      />
      <p className="muted">{words.claimedNote}</p>
      {changes ? (
        <WarrantyForm warranty={warranty} onClose={() => setChanges(false)} />
      ) : (
        <Button variant="default" onClick={() => setChanges(true)}>
          {words.change}
        </Button>
      )}
    </>
  );
}

function Sources({ warranty: { sources, zone } }: { readonly warranty: Warranty }) {
  return (
    <SmallTable
      label={words.sources}
      heads={[words.told, words.day, words.toldBy, words.proof]}
      none={words.none}
      rows={sources.map(({ no, what, toldAt, toldOn, toldBy, proof, actor }) => ({
        key: String(no),
        cells: [
          words.bases[what],
          toldOn === null ? formatInstant(toldAt ?? "", zone) : formatDay(toldOn),
          <span key="by">
            {words.tellers[toldBy]} <Actor id={actor} />
          </span>,
          proof,
        ],
      }))}
    />
  );
}
