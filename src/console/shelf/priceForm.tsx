import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { SubmitEvent } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { shelf as words } from "../words/en/shelf.ts";
import { en } from "../words/en.ts";
import { readSteps } from "./readTyped.ts";
import { readShelfAgain, shelfQueries } from "./shelfQueries.ts";
import { useBoxes } from "./useBoxes.ts";

/** Sets a price list of a product for a group. It replaces the former one from its day on. */
export function PriceForm({ sku, onClose }: { readonly sku: string; readonly onClose: () => void }) {
  const { data } = useQuery(shelfQueries.groups());
  const { told, box } = useBoxes({ customerGroup: "retail", currency: "EUR", validFrom: "", steps: "" });
  const announce = useAnnounce();
  const saving = useAct(client.setPrices, async () => {
    announce(words.saved);
    await readShelfAgain();
    onClose();
  });
  const steps = readSteps(told.steps, told.currency);
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (typeof steps !== "number") {
      const { customerGroup, currency, validFrom } = told;
      saving.perform({
        ...{ sku, customerGroup, currency, tiers: [...steps] },
        ...(validFrom === "" ? {} : { validFrom }),
      });
    }
  };
  const groups = (data?.data ?? []).map(({ customerGroup, name }) => ({ value: customerGroup, label: name }));
  const { problem } = saving;
  return (
    <form className="form card" onSubmit={save}>
      <NativeSelect {...box("customerGroup", words.customerGroup, problem)} data={groups} />
      <TextInput {...box("currency", words.currency, problem)} required pattern="[A-Z]{3}" />
      <TextInput {...box("validFrom", words.validFrom, problem)} description={words.validFromHint} />
      <Textarea
        {...box("steps", words.steps)}
        description={words.stepsHint}
        error={typeof steps === "number" ? words.stepsFault(steps) : undefined}
        autosize
        minRows={3}
      />
      <div className="row">
        <Button type="submit" loading={saving.pending} disabled={typeof steps === "number"}>
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
