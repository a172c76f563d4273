import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { SubmitEvent } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { FactList, ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { shelf as words } from "../words/en/shelf.ts";
import { en } from "../words/en.ts";
import { type Report, readShelfAgain } from "./shelfQueries.ts";
import { useBoxes } from "./useBoxes.ts";

const outcomes = [
  { value: "mended", label: words.mended },
  { value: "answered", label: words.answered },
];

/** Says what became of a report. */
export function CloseReport({ report, onClose }: { readonly report: Report; readonly onClose: () => void }) {
  const { told, box } = useBoxes({ outcome: "mended", answer: "" });
  const announce = useAnnounce();
  const closing = useAct(client.closeErrorReport, async () => {
    announce(words.closed);
    await readShelfAgain();
    onClose();
  });
  const { problem } = closing;
  const close = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const outcome = told.outcome === "mended" ? "mended" : "answered";
    closing.perform({ id: report.id, outcome, answer: told.answer });
  };
  return (
    <form className="form card" onSubmit={close}>
      <FactList
        facts={[
          [words.name, report.name],
          [words.about, words.abouts[report.about]],
          [words.says, report.says],
          [words.email, report.email],
        ]}
      />
      <NativeSelect {...box("outcome", words.outcome, problem)} data={outcomes} />
      <TextInput {...box("answer", words.answer, problem)} required maxLength={1000} autoFocus />
      <div className="row">
        <Button type="submit" loading={closing.pending}>
          {words.close}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </form>
  );
}
