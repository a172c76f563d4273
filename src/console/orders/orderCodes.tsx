import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { OpenCode, OrderPage } from "../../client/index.ts";
import { client } from "../client.ts";
import { CodeFileForm } from "../codes/codeFileForm.tsx";
import { csvOf, downloadText } from "../format/csv.ts";
import { ProblemCard } from "../parts/problemCard.tsx";
import { CopyButton } from "../parts/serial.tsx";
import { useAct } from "../parts/useAct.ts";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";
import { MaskedCodes } from "./maskedCodes.tsx";

const words = en.shop;

/**
 * The codes of an order: their last four, and all of them for whoever bought them. Each look is written down.
 */
export function OrderCodes({ order }: { readonly order: OrderPage }) {
  const { data: session } = useQuery(queries.session());
  const [open, setOpen] = useState<readonly OpenCode[]>();
  const revealing = useAct(client.revealCodes, ({ data }) => setOpen(data));
  if (order.codes.length === 0) {
    return <p className="muted">{words.codesWaiting}</p>;
  }
  return (
    <>
      {open === undefined ? (
        <MaskedCodes order={order} />
      ) : (
        <OpenCodes id={order.id} codes={open} onHide={() => setOpen(undefined)} />
      )}
      {session?.role === "reseller" && open === undefined ? (
        <div className="row">
          <Button loading={revealing.pending} onClick={() => revealing.perform({ id: order.id })}>
            {words.reveal}
          </Button>
          <span className="muted">{words.revealNote}</span>
        </div>
      ) : null}
      {revealing.problem === undefined ? null : <ProblemCard problem={revealing.problem} />}
      {session?.role === "reseller" ? <CodeFileForm order={order.id} /> : null}
    </>
  );
}

function OpenCodes(props: {
  readonly id: string;
  readonly codes: readonly OpenCode[];
  readonly onHide: () => void;
}) {
  const { id, codes, onHide } = props;
  const save = () =>
    downloadText(
      `${id}-codes.csv`,
      csvOf(
        [words.sku, words.code],
        codes.map(({ sku, code }) => [sku, code]),
      ),
    );
  return (
    <div role="status">
      <ul className="codes">
        {codes.map(({ code }) => (
          <li key={code}>
            <code>{code}</code> <CopyButton text={code} what={words.codeWord} />
          </li>
        ))}
      </ul>
      <div className="row">
        <button type="button" className="button" onClick={save}>
          <IconDownload size={16} aria-hidden />
          {words.codesCsv}
        </button>
        <button type="button" className="button" onClick={onHide}>
          {words.hide}
        </button>
        <CopyButton text={codes.map(({ code }) => code).join("\n")} what={words.copyAllWhat} />
      </div>
    </div>
  );
}
