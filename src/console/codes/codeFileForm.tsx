import { Button, NativeSelect, PasswordInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { tools as words } from "../words/en/tools.ts";

type Format = CommandOf<"makeCodeFile">["format"];
const formats = Object.entries(words.formats).map(([value, label]) => ({ value, label }));

/** Saves the unused codes of an order as one file. */
export function CodeFileForm({ order }: { readonly order: string }) {
  const [format, setFormat] = useState<Format>("csv");
  const [password, setPassword] = useState("");
  const announce = useAnnounce();
  const making = useAct(client.makeCodeFile, ({ name, mediaType, content, count }) => {
    save(name, mediaType, content);
    setPassword("");
    announce(words.fileMade(count));
  });
  const make = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    making.perform({ id: order, format, ...(format === "csv" ? { password } : {}) });
  };
  return (
    <form className="form" onSubmit={make} aria-label={words.files}>
      <p className="muted">{words.filesNote}</p>
      <NativeSelect
        label={words.format}
        data={formats}
        value={format}
        onChange={(event) => setFormat(event.currentTarget.value as Format)}
      />
      {format === "csv" ? (
        <PasswordInput
          label={words.password}
          description={words.passwordHint}
          value={password}
          error={making.problem?.faultAt("/password")}
          minLength={12}
          maxLength={200}
          autoComplete="new-password"
          required
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      ) : null}
      <div className="row">
        <Button type="submit" variant="default" loading={making.pending}>
          {words.makeFile}
        </Button>
      </div>
      {making.problem === undefined ? null : <ProblemCard problem={making.problem} />}
    </form>
  );
}

/** Hands bytes to the browser as a file. */
function save(name: string, type: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
