import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { readSerial } from "../format/formatSerial.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard, Section } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { intake as words } from "../words/en/intake.ts";

type Why = CommandOf<"keepStray">["why"];

/** A parcel that belongs to nothing we know: what was in it and where it lies, so that it is found later. */
export function KeepStray({ scan }: { readonly scan: string }) {
  const serial = readSerial(scan);
  const [why, setWhy] = useState<Why>(serial === undefined ? "no_serial" : "unknown_serial");
  const [contents, setContents] = useState("");
  const [place, setPlace] = useState("");
  const [isKept, setKept] = useState(false);
  const announce = useAnnounce();
  const keeping = useAct(client.keepStray, async () => {
    announce(words.kept);
    setKept(true);
    await queryClient.invalidateQueries({ queryKey: ["claims"] });
  });
  if (isKept) {
    return <p role="status">{words.kept}</p>;
  }
  return (
    <Section title={words.keep}>
      <form
        className="write"
        onSubmit={(event) => {
          event.preventDefault();
          const told = { why, parts: [], contents: contents.trim(), place: place.trim() };
          keeping.perform(serial === undefined ? told : { ...told, serial });
        }}
      >
        <TextInput
          label={words.contents}
          description={words.contentsHint}
          maxLength={300}
          required
          value={contents}
          onChange={(event) => setContents(event.currentTarget.value)}
        />
        <div className="row end">
          <NativeSelect
            label={words.why}
            value={why}
            data={Object.entries(words.whys).map(([value, label]) => ({ value, label }))}
            onChange={(event) => setWhy(event.currentTarget.value as Why)}
          />
          <TextInput
            label={words.place}
            description={words.placeHint}
            maxLength={40}
            required
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
          <Button
            type="submit"
            disabled={contents.trim() === "" || place.trim() === ""}
            loading={keeping.pending}
          >
            {words.keep}
          </Button>
        </div>
      </form>
      {keeping.problem === undefined ? null : <ProblemCard problem={keeping.problem} />}
    </Section>
  );
}
