import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { SubmitEvent } from "react";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { supplyQueries } from "../supply/supplyQueries.ts";
import { shelf as words } from "../words/en/shelf.ts";
import { supply } from "../words/en/supply.ts";
import { en } from "../words/en.ts";
import { readShelfAgain, type SupplierFeed } from "./shelfQueries.ts";
import { useBoxes } from "./useBoxes.ts";

const formats = Object.entries(supply.formats).map(([value, label]) => ({ value, label }));

/** Adds a feed, or changes one: its address or file, and when it is looked for. */
export function FeedForm(props: { readonly feed: SupplierFeed | null; readonly onClose: () => void }) {
  const { feed, onClose } = props;
  const { data } = useQuery(supplyQueries.suppliers({ limit: 200 }));
  const suppliers = (data?.data ?? []).map((one) => ({ value: one.supplier, label: one.name }));
  const { told, box } = useBoxes({
    ...{
      supplier: feed?.supplier ?? "",
      source: feed?.source ?? "",
      format: (feed?.format ?? "csv") as string,
    },
    ...{ everyHours: feed === null ? "24" : String(feed.everyHours ?? ""), dailyAt: feed?.dailyAt ?? "" },
  });
  const announce = useAnnounce();
  const send = (command: CommandOf<"addFeed">, options: object): Promise<ReplyOf<"addFeed">> => {
    const { supplier: _, ...sheet } = command;
    const { id, version, isPaused } = feed ?? { id: "", version: 0, isPaused: false };
    return feed === null
      ? client.addFeed(command, options)
      : client.reviseFeed({ ...sheet, id, version, isPaused }, options);
  };
  const saving = useAct(send, async () => {
    announce(words.saved);
    await readShelfAgain();
    onClose();
  });
  const { problem } = saving;
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { supplier, source, format, everyHours, dailyAt } = told;
    saving.perform({
      ...{ supplier: supplier || (suppliers[0]?.value ?? ""), source },
      ...{ format: format === "ndjson" ? "ndjson" : "csv" },
      ...(dailyAt === "" ? {} : { dailyAt }),
      ...(everyHours === "" ? {} : { everyHours: Number(everyHours) }),
    });
  };
  return (
    <form className="form card" onSubmit={save}>
      <NativeSelect
        {...box("supplier", words.supplier, problem)}
        data={suppliers}
        disabled={feed !== null}
        error={data !== undefined && suppliers.length === 0 ? supply.noSupplier : undefined}
      />
      <TextInput
        {...box("source", words.source, problem)}
        description={words.sourceHint}
        required
        autoFocus
        maxLength={500}
      />
      <NativeSelect {...box("format", words.format, problem)} data={formats} />
      <TextInput {...box("everyHours", words.everyHours, problem)} type="number" min={1} max={168} />
      <TextInput {...box("dailyAt", words.dailyAt, problem)} type="time" />
      <div className="row">
        <Button type="submit" loading={saving.pending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </form>
  );
}
