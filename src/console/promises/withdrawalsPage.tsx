import { NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatInstant } from "../format/index.ts";
import {
  Badge,
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  useListSearch,
} from "../parts/index.ts";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { withdrawals as words } from "../words/en/withdrawals.ts";
import { WithdrawalAnswer } from "./withdrawalAnswer.tsx";

type Withdrawal = ReplyOf<"listWithdrawals">["data"][number];

const views = Object.entries(words.views).map(([value, label]) => ({ value, label }));
const linesOf = ({ lines }: Withdrawal) =>
  lines.map(({ quantity, name }) => words.line(quantity, name)).join(", ");

const columns: readonly Column<Withdrawal>[] = [
  {
    id: "order",
    head: words.order,
    value: ({ order }) => order,
    cell: ({ order }) => (
      <Link className="row-link" to="/orders/$id" params={{ id: order }}>
        {order}
      </Link>
    ),
  },
  { id: "lines", head: words.lines, value: linesOf, cell: linesOf },
  {
    id: "saidAt",
    head: words.saidAt,
    value: ({ saidAt }) => saidAt,
    cell: ({ saidAt }) => formatInstant(saidAt),
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.states[state],
    cell: ({ state }) => <Badge tone={state === "told" ? "needs" : "over"}>{words.states[state]}</Badge>,
  },
  {
    id: "answer",
    head: words.answer,
    value: ({ answer }) => answer ?? undefined,
    cell: ({ id, order, state, answer }) =>
      state === "told" ? <WithdrawalAnswer id={id} order={order} /> : answer,
  },
];

/** Who withdrew from what, the newest first; those that wait for an answer, unless others are asked for. */
export function WithdrawalsPage() {
  const { search, onFilter } = useListSearch();
  const { view = "told", after } = search;
  const filter = view === "told" || view === "answered" ? ({ state: view } as const) : {};
  const question = { limit: 50, ...filter, ...(after && { after }) };
  const query = useQuery({
    queryKey: ["withdrawals", question],
    queryFn: ({ signal }) => client.listWithdrawals(question, { signal }),
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
            name="withdrawals"
            columns={columns}
            rows={() => everyRow(client.listWithdrawals, filter)}
            empty={rows.length === 0}
          />
        }
      />
      <SupplyNav />
      <div className="filters">
        <NativeSelect
          aria-label={words.view}
          value={view}
          data={views}
          onChange={(event) => onFilter({ view: event.currentTarget.value })}
        />
      </div>
      <Listing
        label={words.title}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={view === "all" ? words.empty : words.none} />}
      />
    </div>
  );
}
