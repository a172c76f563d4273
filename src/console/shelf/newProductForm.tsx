import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { SubmitEvent } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { shelf as words } from "../words/en/shelf.ts";
import { en } from "../words/en.ts";
import { EMPTY_SHEET, readSheet, SheetBoxes } from "./sheetBoxes.tsx";
import { readShelfAgain } from "./shelfQueries.ts";
import { useBoxes } from "./useBoxes.ts";

const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));

/** Adds a product of our own. It stands off the shelf until somebody puts it there. */
export function NewProductForm({ onClose }: { readonly onClose: () => void }) {
  const { told, box } = useBoxes({ ...EMPTY_SHEET, sku: "", soldAs: "goods", programme: "", plan: "" });
  const announce = useAnnounce();
  const navigate = useNavigate();
  const adding = useAct(client.addProduct, async ({ sku }) => {
    announce(words.added(sku));
    await readShelfAgain();
    await navigate({ to: "/supply/products/$sku", params: { sku } });
  });
  const isPlan = told.soldAs !== "goods";
  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { sku, soldAs, programme, plan, ...sheet } = told;
    adding.perform({
      ...{ sku, ...readSheet(sheet), soldAs: soldAs as "code" | "renewal" | "goods" },
      ...(isPlan ? { programme, plan } : {}),
      ...{ codeSupply: "minted" as const, isListed: false },
      offer: { ...(isPlan ? {} : { stock: 0 }), leadDays: 0, minQuantity: 1, multiple: 1 },
    });
  };
  const { problem } = adding;
  return (
    <form className="form card" onSubmit={add}>
      <TextInput
        {...box("sku", words.sku, problem)}
        required
        autoFocus
        maxLength={60}
        pattern="[A-Za-z0-9._\-]+"
      />
      <NativeSelect {...box("soldAs", words.kind, problem)} data={kinds} />
      {isPlan ? (
        <>
          <TextInput {...box("programme", words.programme, problem)} required />
          <TextInput {...box("plan", words.plan, problem)} required />
        </>
      ) : null}
      <SheetBoxes box={box} problem={problem} isPlan={isPlan} />
      <div className="row">
        <Button type="submit" loading={adding.pending}>
          {words.addNow}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </form>
  );
}
