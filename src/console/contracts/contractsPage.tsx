import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CommandOf, Contract } from "../../client/index.ts";
import { formatDay } from "../format/formatDate.ts";
import { CsvButton } from "../parts/csvButton.tsx";
import type { Column } from "../parts/dataTable.tsx";
import { Listing } from "../parts/listing.tsx";
import { EmptyState, PageHead } from "../parts/page.tsx";
import { CopyButton, Serial } from "../parts/serial.tsx";
import { Badge } from "../parts/stateBadge.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { queries, wholeLists } from "../queries.ts";
import { en } from "../words/en.ts";

const words = en.desk;
const states = Object.entries(en.field.contracts).map(([value, label]) => ({ value, label }));

const columns: readonly Column<Contract>[] = [
  {
    id: "serial",
    head: words.columns.serial,
    value: ({ serial }) => serial,
    cell: ({ serial, deviceId }) => (
      <span className="serial-box">
        <Link className="row-link" to="/devices/$id" params={{ id: deviceId }}>
          <Serial>{serial}</Serial>
        </Link>
        <CopyButton text={serial} what={en.shell.serial} />
      </span>
    ),
  },
  {
    id: "product",
    head: words.product,
    value: ({ product }) => planName(product),
    cell: ({ product }) => planName(product),
  },
  {
    id: "region",
    from: "desk",
    head: words.region,
    value: ({ region }) => region,
    cell: ({ region }) => region,
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => en.field.contracts[state],
    cell: ({ state }) => <Badge tone={toneOf(state)}>{en.field.contracts[state]}</Badge>,
  },
  {
    id: "starts",
    from: "desk",
    head: words.starts,
    value: ({ startsAt }) => Date.parse(startsAt),
    text: ({ startsAt }) => startsAt,
    cell: ({ startsAt, zone }) => formatDay(startsAt, zone),
  },
  {
    id: "ends",
    from: "tablet",
    head: words.ends,
    value: ({ lastDay }) => Date.parse(lastDay),
    text: ({ lastDay }) => lastDay,
    cell: ({ lastDay }) => formatDay(lastDay),
  },
  {
    id: "left",
    from: "tablet",
    head: words.left,
    numeric: true,
    value: (contract) => replacementsOf(contract)?.left,
    cell: (contract) => {
      const benefit = replacementsOf(contract);
      return benefit === undefined ? en.shell.none : words.leftOf(benefit.left, benefit.granted);
    },
  },
];

function planName(plan: string): string {
  return en.field.plans[plan] ?? plan;
}

function toneOf(state: Contract["state"]): "ok" | "waiting" | "over" {
  return state === "active" ? "ok" : (({ scheduled: "waiting" } as const)[state as "scheduled"] ?? "over");
}

function replacementsOf({ benefits }: Contract): Contract["benefits"][number] | undefined {
  return benefits.find(({ benefit }) => benefit === "replacement");
}

/** All contracts of the programme. */
export function ContractsPage() {
  const { search, onFilter } = useListSearch();
  const question: CommandOf<"listContracts"> = {
    limit: 100,
    ...(search.state === undefined ? {} : { state: search.state as Contract["state"] }),
    ...(search.product === undefined ? {} : { product: search.product }),
    ...(search.after === undefined ? {} : { after: search.after }),
  };
  const query = useQuery(queries.contracts(question));
  const rows = query.data?.data ?? [];
  const filtered = search.state !== undefined || search.product !== undefined;
  return (
    <div className="page">
      <PageHead
        title={words.contractsTitle}
        actions={
          <CsvButton
            name="contracts"
            columns={columns}
            rows={() => wholeLists.contracts(question)}
            empty={rows.length === 0}
          />
        }
      />
      <div className="filters">
        <PlanFilter plan={search.product} onPlan={(product) => onFilter({ product })} />
        <NativeSelect
          aria-label={words.state}
          value={search.state ?? ""}
          data={[{ value: "", label: words.stateAll }, ...states]}
          onChange={(event) => onFilter({ state: event.currentTarget.value || undefined })}
        />
      </div>
      <Listing
        label={words.contractsTitle}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={filtered ? words.contractsEmptyFiltered : words.contractsEmpty} />}
      />
    </div>
  );
}

/** The plans that are sold, to choose one of. */
function PlanFilter(props: {
  readonly plan: string | undefined;
  readonly onPlan: (plan: string | undefined) => void;
}) {
  const { data } = useQuery(queries.products({ limit: 200, kind: "plan" }));
  const plans = [...new Set(data?.data.flatMap(({ plan }) => plan ?? []))].toSorted();
  return (
    <NativeSelect
      aria-label={words.product}
      value={props.plan ?? ""}
      data={[
        { value: "", label: words.productAll },
        ...plans.map((plan) => ({ value: plan, label: planName(plan) })),
      ]}
      onChange={(event) => props.onPlan(event.currentTarget.value || undefined)}
    />
  );
}
