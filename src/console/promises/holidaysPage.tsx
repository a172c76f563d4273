import { TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDay } from "../format/index.ts";
import {
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  useListSearch,
  useRole,
} from "../parts/index.ts";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { holidays as words } from "../words/en/withdrawals.ts";
import { HolidayForm, WorksAfterAll } from "./holidayActs.tsx";

type Holiday = ReplyOf<"listHolidays">["data"][number];

const columns: readonly Column<Holiday>[] = [
  { id: "on", head: words.day, value: ({ on }) => on, cell: ({ on }) => formatDay(on) },
  { id: "country", head: words.country, value: ({ country }) => country, cell: ({ country }) => country },
  { id: "name", head: words.name, value: ({ name }) => name, cell: ({ name }) => name },
];
const act: Column<Holiday> = {
  id: "act",
  head: words.works,
  value: () => undefined,
  cell: (holiday) => <WorksAfterAll holiday={holiday} />,
};

const countryIn = (typed: string) => (/^[A-Za-z]{2}$/.test(typed) ? { country: typed.toUpperCase() } : {});
const yearIn = (typed: string) => (/^(19[7-9]\d|[2-9]\d{3})$/.test(typed) ? { year: Number(typed) } : {});

/** The days on which countries do not work, by country and day. */
export function HolidaysPage() {
  const { search, onFilter } = useListSearch();
  const { country = "", year = "", after } = search;
  const { role } = useRole();
  const filter = { ...countryIn(country), ...yearIn(year) };
  const question = { limit: 50, ...filter, ...(after && { after }) };
  const query = useQuery({
    queryKey: ["holidays", question],
    queryFn: ({ signal }) => client.listHolidays(question, { signal }),
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.title}
        about={words.about}
        actions={
          <CsvButton
            name="holidays"
            columns={columns}
            rows={() => everyRow(client.listHolidays, filter)}
            empty={rows.length === 0}
          />
        }
      />
      <SupplyNav />
      {role === "manager" ? <HolidayForm /> : null}
      <div className="filters">
        <TextInput
          label={words.country}
          placeholder={words.countryHint}
          value={country}
          maxLength={2}
          onChange={(event) => onFilter({ country: event.currentTarget.value })}
        />
        <TextInput
          label={words.year}
          value={year}
          maxLength={4}
          onChange={(event) => onFilter({ year: event.currentTarget.value })}
        />
      </div>
      <Listing
        label={words.title}
        query={query}
        columns={role === "manager" ? [...columns, act] : columns}
        rows={rows}
        rowKey={({ country: place, on }) => `${place} ${on}`}
        empty={<EmptyState says={Object.keys(filter).length === 0 ? words.empty : words.none} />}
      />
    </div>
  );
}
