import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { InputProblem } from "./inputProblem.ts";

/** What may be read, and how large it may be: more is taken for the wrong file. */
export interface InputKind {
  /** As it reads in a sentence: `a terms document`. */
  readonly name: string;
  readonly limitBytes: number;
}

const MEGABYTE = 1_048_576;
export const termsDocument: InputKind = { name: "a terms document", limitBytes: 2 * MEGABYTE };
export const factsOfACase: InputKind = { name: "the facts of a case", limitBytes: MEGABYTE };

/**
 * The text of a file, or of standard input for `-`.
 * Throws an InputProblem when it is not there, cannot be read, is too large or is not UTF-8.
 */
export async function readInput(path: string, kind: InputKind): Promise<string> {
  const bytes = path === "-" ? await upTo(kind.limitBytes, process.stdin) : await readBytes(path, kind);
  refuseLarge(path, bytes.length, kind);
  return textOf(path, bytes);
}

async function readBytes(path: string, kind: InputKind): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    refuseLarge(path, size, kind);
    return await upTo(kind.limitBytes, createReadStream(path, { end: kind.limitBytes }));
  } catch (error) {
    throw error instanceof InputProblem ? error : fileProblem(path, error);
  }
}

/** One byte more than the limit at most: a pipe or a device does not say how much it has, or never ends. */
async function upTo(limitBytes: number, source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let left = limitBytes + 1;
  for await (const part of source) {
    parts.push(part.subarray(0, left));
    left -= part.length;
    if (left <= 0) {
      break;
    }
  }
  return Buffer.concat(parts);
}

const FAULTS: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no file ${path}: check the path.`,
  ENOTDIR: (path) => `There is no file ${path}: a part of its path is not a folder.`,
  EISDIR: (path) => `${path} is a folder: name the file in it.`,
  EACCES: (path) => `This user may not read ${path}: change its permissions, or run this as its owner.`,
  EPERM: (path) => `This user may not read ${path}: change its permissions, or run this as its owner.`,
  ELOOP: (path) => `${path} is a link that leads back to itself: name the file it stands for.`,
  ENAMETOOLONG: () => "The path is longer than a path may be: check it.",
};

/** The call named something that is no file; anything else that goes wrong is the matter of a file. */
const WRONG_PATHS: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG"]);

/** The one sentence for a file that could not be read. */
export function fileProblem(path: string, error: unknown): InputProblem {
  const code = (error as NodeJS.ErrnoException).code ?? "an unknown fault";
  const sentence =
    FAULTS[code]?.(path) ?? `${path} could not be read (${code}): check the disk and try again.`;
  return new InputProblem(sentence, undefined, {
    cause: error,
    ...(WRONG_PATHS.has(code) ? {} : { finding: { code: "file_unreadable", line: 1, column: 1 } }),
  });
}

function refuseLarge(path: string, bytes: number, kind: InputKind): void {
  if (bytes > kind.limitBytes) {
    const most = kind.limitBytes / MEGABYTE;
    const isCut = bytes === kind.limitBytes + 1;
    const size = isCut ? `more than ${most} MB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
    throw new InputProblem(
      `${shown(path)} has ${size}, and ${kind.name} has at most ${most} MB: name the right file.`,
      undefined,
      { finding: { code: "file_too_long", line: 1, column: 1 } },
    );
  }
}

/** Strict UTF-8, without its mark: a letter that is not one would end up in a contract. */
export function textOf(path: string, bytes: Buffer): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new InputProblem(`${shown(path)} is UTF-16: save it as UTF-8.`, undefined, {
      finding: { code: "encoding_invalid", line: 1, column: 1 },
    });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    const { line, column } = firstBadPlace(bytes);
    throw new InputProblem(
      `${shown(path)} is not UTF-8 (line ${line}, column ${column}): save it as UTF-8.`,
      undefined,
      { cause: error, finding: { code: "encoding_invalid", line, column } },
    );
  }
}

function firstBadPlace(bytes: Buffer): { readonly line: number; readonly column: number } {
  const before = bytes.toString("utf-8").split("\ufffd", 1)[0] ?? "";
  const lines = before.split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

const shown = (path: string): string => (path === "-" ? "Standard input" : path);
