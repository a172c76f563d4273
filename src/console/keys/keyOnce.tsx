import { Button } from "@mantine/core";
import type { NewApiKey } from "../../client/index.ts";
import { CopyButton } from "../parts/serial.tsx";
import { en } from "../words/en.ts";

/** A new key, shown this once. */
export function KeyOnce({ made, onDone }: { readonly made: NewApiKey; readonly onDone: () => void }) {
  return (
    <div className="card" role="status">
      <p>
        <b>{made.label}</b>: {en.desk.keyOnce}
      </p>
      <p className="token">
        <code>{made.token}</code> <CopyButton text={made.token} what={en.desk.keyToken} />
      </p>
      <Button autoFocus onClick={onDone}>
        {en.desk.keyDone}
      </Button>
    </div>
  );
}
