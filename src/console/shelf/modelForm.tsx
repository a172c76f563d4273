import { Button, Textarea, TextInput } from "@mantine/core";
import type { SubmitEvent } from "react";
import { type CommandOf, isRefused } from "../../client/index.ts";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { shelf as words } from "../words/en/shelf.ts";
import { en } from "../words/en.ts";
import { linesIn } from "./readTyped.ts";
import { type DeviceModel, readShelfAgain } from "./shelfQueries.ts";
import { useBoxes } from "./useBoxes.ts";

const NOTHING = { model: "", maker: "", name: "", series: "", group: "", serialFormat: "", tried: "" };

/** Adds a model, or changes one; the form of its serials is tried before it is saved. */
export function ModelForm(props: { readonly model: DeviceModel | null; readonly onClose: () => void }) {
  const { model, onClose } = props;
  const { told, box } = useBoxes({
    ...NOTHING,
    ...(model === null ? {} : { ...model, serialFormat: model.serialFormat ?? "" }),
  });
  const announce = useAnnounce();
  const send = (command: CommandOf<"addModel">, options: object) =>
    model === null ? client.addModel(command, options) : client.reviseModel(command, options);
  const saving = useAct(send, async (reply) => {
    if (!isRefused(reply)) {
      announce(words.saved);
      await readShelfAgain();
      onClose();
    }
  });
  const { problem } = saving;
  const fitless = problem?.errors.filter(({ pointer }) => pointer.startsWith("/tried/")) ?? [];
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { serialFormat, tried, ...rest } = told;
    saving.perform({
      ...rest,
      ...(serialFormat === "" ? {} : { serialFormat }),
      tried: linesIn(tried),
    });
  };
  const slug = { required: true, pattern: "[a-z0-9][a-z0-9\\-]{0,59}" } as const;
  return (
    <form className="form card" onSubmit={save}>
      <TextInput {...box("model", words.model, problem)} {...slug} disabled={model !== null} />
      <TextInput {...box("name", words.name, problem)} required maxLength={120} autoFocus />
      <TextInput {...box("maker", words.maker, problem)} required maxLength={60} />
      <TextInput {...box("series", words.series, problem)} {...slug} />
      <TextInput {...box("group", words.deviceGroup, problem)} {...slug} />
      <TextInput
        {...box("serialFormat", words.serialFormat, problem)}
        description={words.serialHint}
        maxLength={200}
      />
      <Textarea
        {...box("tried", words.tried)}
        description={words.triedHint}
        error={fitless.length === 0 ? undefined : fitless.map(({ message }) => message).join(" ")}
        autosize
        minRows={2}
      />
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
