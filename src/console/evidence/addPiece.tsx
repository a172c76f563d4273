import { Button, TextInput } from "@mantine/core";
import { useId, useRef, useState } from "react";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { evidence as words } from "../words/en/evidence.ts";
import { sendEvidence } from "./evidenceQueries.ts";

/** Adds a photo that was taken at the bench. Its owner sees it once it is shared. */
export function AddPiece({ claimId, onAdded }: { readonly claimId: string; readonly onAdded: () => void }) {
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [caption, setCaption] = useState("");
  const [missing, setMissing] = useState(false);
  const adding = useAct(
    async (chosen: File) =>
      await sendEvidence({
        ...{ claimId, file: chosen, purpose: "bench" },
        ...(caption.trim() === "" ? {} : { caption: caption.trim() }),
      }),
    () => {
      setCaption("");
      if (file.current !== null) {
        file.current.value = "";
      }
      onAdded();
    },
  );
  const send = () => {
    const [chosen] = file.current?.files ?? [];
    setMissing(chosen === undefined);
    if (chosen !== undefined) {
      adding.perform(chosen);
    }
  };
  return (
    <form
      className="write"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="file-label" htmlFor={id}>
        {words.add} <input ref={file} id={id} type="file" />
      </label>
      {missing ? <p role="alert">{words.chooseFirst}</p> : null}
      <TextInput
        label={words.caption}
        value={caption}
        maxLength={200}
        onChange={(event) => setCaption(event.currentTarget.value)}
      />
      {adding.problem === undefined ? null : <ProblemCard problem={adding.problem} />}
      <Button type="submit" variant="default" loading={adding.pending}>
        {adding.pending ? words.sending : words.addButton}
      </Button>
    </form>
  );
}
