import type { ClaimPage } from "../../client/index.ts";
import { countryName } from "../format/countryName.ts";
import { formatInstant } from "../format/formatDate.ts";
import { FactList } from "../parts/factList.tsx";
import { en } from "../words/en.ts";

/** Names of parts in the field's words. */
export function partNames(parts: readonly string[]): string {
  return parts.map((part) => en.field.parts[part as keyof typeof en.field.parts] ?? part).join(", ");
}

/** What the owner told, in their own facts. */
export function Story({ page }: { readonly page: ClaimPage }) {
  const { claim, reporter } = page;
  const incident = claim.incident as Readonly<{
    at: string;
    cause: keyof typeof en.field.causes;
    country?: string;
    parts?: string[];
    lost?: keyof typeof en.field.loss;
    stolen?: boolean;
    abandoned?: boolean;
    flightLog?: keyof typeof en.cases.flightLogs;
  }>;
  const words = en.cases;
  const yesNo = (told: boolean | undefined) => {
    const word = told === true ? words.yes : words.no;
    return told === undefined ? undefined : word;
  };
  return (
    <FactList
      facts={[
        [words.owner, reporter?.name],
        [words.happenedAt, formatInstant(incident.at)],
        [words.cause, en.field.causes[incident.cause]],
        [words.country, incident.country && countryName(incident.country)],
        [words.toldParts, incident.parts === undefined ? undefined : partNames(incident.parts)],
        [words.lost, incident.lost === undefined ? undefined : en.field.loss[incident.lost]],
        [words.stolen, yesNo(incident.stolen)],
        [words.abandoned, yesNo(incident.abandoned)],
        [words.flightLog, incident.flightLog && words.flightLogs[incident.flightLog]],
        [words.wants, en.field.wants[claim.wants]],
        [words.channel, en.field.channels[claim.channel]],
      ]}
    />
  );
}
