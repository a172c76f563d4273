import { createReadStream } from "node:fs";
import { InputProblem } from "./inputProblem.ts";
import { fileProblem } from "./readInput.ts";

/** A case is small; a line longer than this is no case but some other file. In characters. */
const lineLimit = 1_048_576;

/**
 * The lines of a file, or of standard input for `-`, one at a time: the file may be larger than memory.
 * Throws an InputProblem when it cannot be read or is not UTF-8.
 */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  try {
    for await (const bytes of path === "-" ? process.stdin : createReadStream(path)) {
      const lines = (rest + decoder.decode(bytes as Buffer, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      refuseLong(path, rest);
      yield* lines;
    }
    rest += decoder.decode();
  } catch (error) {
    throw readingProblem(path, error);
  }
  if (rest !== "") {
    yield rest;
  }
}

function refuseLong(path: string, line: string): void {
  if (line.length > lineLimit) {
    throw new InputProblem(`${path} has a line of more than a million characters: write one case a line.`);
  }
}

function readingProblem(path: string, error: unknown): unknown {
  if (error instanceof InputProblem) {
    return error;
  }
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
    return new InputProblem(`${path} is not UTF-8: save it as UTF-8.`, undefined, { cause: error });
  }
  return "syscall" in (error as object) ? fileProblem(path, error) : error;
}
