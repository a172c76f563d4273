import { type Examined, type FileKind, fileKinds } from "./examined.ts";
import { readDocument, readLog } from "./readPapers.ts";
import { readPhoto } from "./readPhoto.ts";
import { readVideo } from "./readVideo.ts";

const readers: Readonly<Record<FileKind, (file: string, shown: string) => Promise<Examined>>> = {
  photo: readPhoto,
  video: readVideo,
  log: readLog,
  document: readDocument,
};

/** Looks at a file as the kind it is said to be, and writes the copy that is shown. */
export async function examineFile(kind: FileKind, file: string, shown: string): Promise<Examined> {
  return await readers[kind](file, shown);
}

// This file is also the program of the child process: kind, file and copy in, one line of JSON out.
if (process.argv[1] === import.meta.filename) {
  const [kind, file = "", shown = ""] = process.argv.slice(2);
  const known = fileKinds.find((name) => name === kind);
  const examined = known === undefined ? undefined : await examineFile(known, file, shown);
  process.stdout.write(`${JSON.stringify(examined)}\n`);
}
