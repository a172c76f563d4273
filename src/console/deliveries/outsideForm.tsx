import { Button, Textarea } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { deliveries as words } from "../words/en/deliveries.ts";

/** What buyers of goods are told in countries without rules. */
export function OutsideForm({
  says,
  onDone,
}: {
  readonly says: string;
  readonly onDone: () => Promise<void>;
}) {
  const [typed, setTyped] = useState(says);
  const announce = useAnnounce();
  const saving = useAct(client.setDeliveryRules, async () => {
    announce(words.outsideSaved);
    await onDone();
  });
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.perform({ country: null, rules: [], outside: typed.trim() === "" ? null : typed.trim() });
  };
  return (
    <form className="form" onSubmit={save}>
      <Textarea
        label={words.outsideSays}
        maxLength={500}
        autosize
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="default" loading={saving.pending} disabled={typed === says}>
          {words.save}
        </Button>
      </div>
      {saving.problem === undefined ? null : <ProblemCard problem={saving.problem} />}
    </form>
  );
}
