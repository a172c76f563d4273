import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { ProblemCard } from "../parts/index.ts";
import { problemOf } from "../parts/useAct.ts";
import { supply as words } from "../words/en/supply.ts";
import { en } from "../words/en.ts";
import { type FileToSend, sendFile } from "./sendFile.ts";
import { readSupplyAgain, supplyQueries } from "./supplyQueries.ts";

/** Sends a supplier's file, part by part, and goes to where its reading is shown. */
export function FileForm({ onClose }: { readonly onClose: () => void }) {
  const { data } = useQuery(supplyQueries.suppliers({ limit: 200 }));
  const suppliers = data?.data ?? [];
  const [supplier, setSupplier] = useState("");
  const [file, setFile] = useState<File>();
  const [isCheck, setIsCheck] = useState(true);
  const [part, setPart] = useState<readonly [number, number]>();
  const navigate = useNavigate();
  const sending = useMutation({
    mutationFn: (told: FileToSend) => sendFile(client, told, (no, parts) => setPart([no, parts])),
    onSuccess: async (id) => {
      await readSupplyAgain();
      await navigate({ to: "/supply/imports/$id", params: { id } });
    },
  });
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (file !== undefined && !sending.isPending) {
      sending.mutate({ file, isCheck, supplier: supplier || (suppliers[0]?.supplier ?? "") });
    }
  };
  const isUnreadable = sending.error instanceof TypeError;
  return (
    <form className="form card" onSubmit={send}>
      <NativeSelect
        label={words.of}
        value={supplier}
        error={data !== undefined && suppliers.length === 0 ? words.noSupplier : undefined}
        data={suppliers.map((one) => ({ value: one.supplier, label: one.name }))}
        onChange={(event) => setSupplier(event.currentTarget.value)}
      />
      <label className="file-label">
        {words.file}{" "}
        <input
          type="file"
          required
          accept=".csv,.ndjson,.jsonl,text/csv"
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0]);
            sending.reset();
          }}
        />
      </label>
      <p className="muted">{words.fileHint}</p>
      <Checkbox
        label={words.check}
        checked={isCheck}
        onChange={(event) => setIsCheck(event.currentTarget.checked)}
      />
      {sending.isPending && part !== undefined ? <p role="status">{words.sending(...part)}</p> : null}
      <div className="row">
        <Button type="submit" loading={sending.isPending} disabled={suppliers.length === 0}>
          {words.start}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {isUnreadable ? <p role="alert">{words.notUtf8}</p> : null}
      {sending.error === null || isUnreadable ? null : <ProblemCard problem={problemOf(sending.error)} />}
    </form>
  );
}
