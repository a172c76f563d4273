import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";

/**
 * One thing a client knows of one of its activations: that it asked, what it was answered, or that no answer
 * came. Asked again with the same key, the same activation has more than one of these.
 */
export type Entry =
  | { readonly kind: "invoke"; readonly key: string; readonly code: string; readonly serial: string }
  | { readonly kind: "unknown"; readonly key: string; readonly why: string }
  | {
      readonly kind: "return";
      readonly key: string;
      readonly status: number;
      /** The contract that was promised; null when the answer named none. */
      readonly contract: string | null;
      readonly refusal: string | null;
    };

/** The client's own record, outside the system under test: on disk before the client goes on. */
export interface Journal {
  write(entry: Entry): void;
  close(): void;
}

/** Opens a journal in a file of its own. */
export function openJournal(file: string): Journal {
  const descriptor = openSync(file, "a");
  return {
    write: (entry) => {
      writeSync(descriptor, `${JSON.stringify(entry)}\n`);
      fsyncSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
}

/** Everything a journal holds, in the order it was written. */
export function readJournal(file: string): readonly Entry[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Entry);
}
