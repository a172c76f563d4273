import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { readToolsAgain, type ShopMessage, toolQueries } from "../codes/toolQueries.ts";
import { everyRow } from "../everyRow.ts";
import { formatInstant } from "../format/index.ts";
import {
  Badge,
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  ProblemCard,
  useListSearch,
} from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { tools as words } from "../words/en/tools.ts";

const TONES = {
  new: "waiting",
  done: "ok",
  waiting: "needs",
  repeated: "over",
  ignored: "over",
} as const;
const states = Object.entries(words.messageStates).map(([value, label]) => ({ value, label }));

const columns: readonly Column<ShopMessage>[] = [
  {
    id: "topic",
    head: words.topic,
    value: ({ topic }) => topic,
    cell: ({ topic }) => words.topics[topic] ?? topic,
  },
  {
    id: "shopOrder",
    head: words.shopOrder,
    value: ({ shopOrder }) => shopOrder ?? undefined,
    cell: ({ shopOrder }) => shopOrder ?? "",
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.messageStates[state],
    cell: ({ state }) => <Badge tone={TONES[state]}>{words.messageStates[state]}</Badge>,
  },
  {
    id: "became",
    head: words.became,
    value: becameOf,
    cell: (message) => (
      <>
        {becameOf(message)}{" "}
        {(message.details.orders ?? []).map((id) => (
          <Link key={id} to="/orders/$id" params={{ id }}>
            {id}
          </Link>
        ))}
      </>
    ),
  },
  {
    id: "receivedAt",
    head: words.received,
    from: "tablet",
    value: ({ receivedAt }) => Date.parse(receivedAt),
    text: ({ receivedAt }) => receivedAt,
    cell: ({ receivedAt }) => <time dateTime={receivedAt}>{formatInstant(receivedAt)}</time>,
  },
];

/** In a sentence or two what a message led to. */
function becameOf({ outcome, details }: ShopMessage): string {
  const { skus = [], refusal, ordered, voided, used } = details;
  return [
    ...(outcome === null ? [] : [words.messageOutcomes[outcome]]),
    ...(skus.length > 0 ? [skus.join(", ")] : []),
    ...(refusal === undefined ? [] : [refusal]),
    ...(ordered === undefined ? [] : [words.orderedCount(ordered)]),
    ...(voided === undefined ? [] : [words.voidedCount(voided)]),
    ...(used === undefined ? [] : [words.usedCount(used)]),
  ].join("; ");
}

/** What a shop told us, and what became of each. */
export function MessageList({ shop, keeps }: { readonly shop: string; readonly keeps: boolean }) {
  const { search, onFilter } = useListSearch();
  const filter = { id: shop, ...(search.state && { state: search.state as ShopMessage["state"] }) };
  const question: CommandOf<"listShopMessages"> = filter;
  const query = useQuery(
    toolQueries.messages({ limit: 50, ...question, ...(search.after && { after: search.after }) }),
  );
  const rows = query.data?.data ?? [];
  const retrying = useAct(client.retryShopMessage, readToolsAgain);
  const retry: Column<ShopMessage> = {
    ...{ id: "retry", head: words.retry, unsorted: true, value: () => undefined },
    cell: ({ id, state }) =>
      state === "waiting" && keeps ? (
        <Button size="xs" variant="default" onClick={() => retrying.perform({ id: shop, message: id })}>
          {words.retry}
        </Button>
      ) : null,
  };
  return (
    <>
      <div className="filters">
        <NativeSelect
          aria-label={words.state}
          value={search.state ?? ""}
          data={[{ value: "", label: words.anyState }, ...states]}
          onChange={(event) => onFilter({ state: event.currentTarget.value || undefined })}
        />
        <CsvButton
          name="shop-messages"
          columns={columns}
          rows={() => everyRow(client.listShopMessages, question)}
          empty={rows.length === 0}
        />
      </div>
      {retrying.problem === undefined ? null : <ProblemCard problem={retrying.problem} />}
      <Listing
        label={words.messages}
        query={query}
        columns={[...columns, retry]}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={words.messagesEmpty} />}
      />
    </>
  );
}
