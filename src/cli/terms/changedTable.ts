import { once } from "node:events";
import { createWriteStream, renameSync, rmSync, type Stats, statSync, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { InputProblem } from "./inputProblem.ts";

/**
 * A table of changed cases on its way into a file. It is written beside its place and moved there once it is
 * whole, so that nobody takes the half of a replay for all of it. A pipe or a device is written to as it is.
 */
export class ChangedTable {
  readonly #path: string;
  readonly #written: string;
  readonly #file: WriteStream;
  #fault: unknown;

  private constructor(path: string, written: string) {
    this.#path = path;
    this.#written = written;
    this.#file = createWriteStream(written);
    this.#file.on("error", (error) => {
      this.#fault ??= error;
    });
  }

  /**
   * Opens the table. Throws an InputProblem when it cannot be written, or when its place is that of a file
   * that is read: a replay never destroys what it is made of.
   */
  static async open(path: string, inputs: readonly string[]): Promise<ChangedTable> {
    const there = statOf(path);
    for (const input of inputs) {
      const read = statOf(input);
      if (there !== undefined && read !== undefined && there.ino === read.ino && there.dev === read.dev) {
        throw new InputProblem(
          `${path} is read in this replay: name another file for the table, or it would be lost.`,
        );
      }
    }
    if (there?.isDirectory() === true) {
      throw new InputProblem(`${path} is a folder: name the file for the table in it.`);
    }
    const isPlain = there === undefined || there.isFile();
    const table = new ChangedTable(path, isPlain ? `${path}.part` : path);
    try {
      await once(table.#file, "open");
    } catch (error) {
      throw table.#problem(error);
    }
    return table;
  }

  /** Waits when the disk is slower than we are. */
  async write(text: string): Promise<void> {
    this.#assertSound();
    if (!this.#file.write(text)) {
      await Promise.race([once(this.#file, "drain"), once(this.#file, "close")]).catch(() => undefined);
      this.#assertSound();
    }
  }

  /** The table is whole: it takes its place. */
  async finish(): Promise<void> {
    this.#file.end();
    await finished(this.#file).catch(() => undefined);
    this.#assertSound();
    if (this.#written !== this.#path) {
      renameSync(this.#written, this.#path);
    }
  }

  /** The table will not be whole: what there is of it goes away, what stood in its place stays. */
  abandon(): void {
    this.#file.destroy();
    if (this.#written !== this.#path) {
      rmSync(this.#written, { force: true });
    }
  }

  #assertSound(): void {
    if (this.#fault !== undefined) {
      throw this.#problem(this.#fault);
    }
  }

  #problem(error: unknown): InputProblem {
    const code = (error as NodeJS.ErrnoException).code ?? "an unknown fault";
    const sentence = faults[code] ?? `it fails with ${code}; name another place`;
    return new InputProblem(`The table cannot be written to ${this.#path}: ${sentence}.`, undefined, {
      cause: error,
    });
  }
}

const faults: Readonly<Record<string, string>> = {
  ENOENT: "its folder is not there; make it first, or name another",
  ENOTDIR: "a part of its path is not a folder; name another place",
  EACCES: "this user may not write there; name a folder of your own",
  EPERM: "this user may not write there; name a folder of your own",
  EROFS: "that disk can only be read; name another place",
  ENOSPC: "the disk is full; make room, or name another disk, and run the replay again",
  EDQUOT: "your share of the disk is full; make room, or name another disk, and run the replay again",
};

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    // What cannot be looked at is told when it is opened.
    return undefined;
  }
}
