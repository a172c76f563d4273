import { useQuery } from "@tanstack/react-query";
import { calendarQueries } from "../calendar/calendarQueries.ts";
import { pool as words } from "../words/en/pool.ts";

/** The centres there are, and what each is called. */
export function useCentres(): {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  nameOf(centre: string | undefined): string;
} {
  const { data } = useQuery(calendarQueries.everyCentre());
  const options = data?.data.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return {
    options,
    nameOf: (centre) =>
      centre === undefined
        ? words.noCentre
        : (options.find(({ value }) => value === centre)?.label ?? centre),
  };
}
