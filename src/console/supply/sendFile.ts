import { type ActOptions, type CommandOf, newIdempotencyKey, type ReplyOf } from "../../client/index.ts";

/** The acts a file is sent by. */
export interface FileActs {
  openImport(command: CommandOf<"openImport">, options?: ActOptions): Promise<ReplyOf<"openImport">>;
  addImportPart(command: CommandOf<"addImportPart">, options?: ActOptions): Promise<unknown>;
  startImport(command: CommandOf<"startImport">, options?: ActOptions): Promise<unknown>;
}

/** A file with what is to become of it. */
export interface FileToSend {
  readonly file: Blob & { readonly name: string };
  readonly supplier: string;
  readonly isCheck: boolean;
}

/** A part is well below what the server takes of one, in whatever characters it is. */
const PART_BYTES = 200_000;

/**
 * Sends a file in parts and has it read; answers with the import's id. `tell` hears of each part. Parts are
 * decoded one after the other, so that a character may lie across two. Errors: TypeError for a file that is
 * not in UTF-8, before anything of it is sent; ProblemError.
 */
export async function sendFile(
  acts: FileActs,
  { file, supplier, isCheck }: FileToSend,
  tell: (part: number, parts: number) => void,
): Promise<string> {
  await demandUtf8(file);
  const format = /\.(nd)?jsonl?$/i.test(file.name) ? "ndjson" : "csv";
  const { id } = await acts.openImport({ supplier, format, name: file.name.slice(0, 200) });
  const parts = Math.ceil(file.size / PART_BYTES);
  let no = 0;
  for await (const text of textsOf(file)) {
    no += 1;
    tell(no, parts);
    // Sent again after an answer that was lost, it is the same part.
    await acts.addImportPart({ id, no, text }, { idempotencyKey: newIdempotencyKey() });
  }
  await acts.startImport({ id, check: isCheck });
  return id;
}

async function demandUtf8(file: Blob): Promise<void> {
  for await (const _text of textsOf(file)) {
    // Decoding it is all that is asked.
  }
}

async function* textsOf(file: Blob): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for (let at = 0; at < file.size; at += PART_BYTES) {
    const bytes = await file.slice(at, at + PART_BYTES).arrayBuffer();
    const text = decoder.decode(bytes, { stream: at + PART_BYTES < file.size });
    if (text !== "") {
      yield text;
    }
  }
}
