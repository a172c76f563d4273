import { type LivesLived, playLives, SCENES } from "./playLives.ts";
import { buildStage, type Stage } from "./stage.ts";
import { type Page, storytellerOn } from "./storyteller.ts";
import type { Sweep } from "./sweepInvariants.ts";

/** How the demo is asked for. */
export interface DemoOptions {
  readonly data?: string;
  readonly keep?: boolean;
  readonly json?: boolean;
}

interface Played {
  readonly lived: LivesLived;
  readonly sweep: Sweep;
}

const WIDEST = 100;

/**
 * Plays, sweeps the invariants, and takes everything down again, also when somebody leaves early. Answers
 * with the exit code: 0 when all was played and nothing is violated.
 */
export async function runDemo({ data, keep = false, json = false }: DemoOptions): Promise<0 | 1> {
  const began = performance.now();
  const left = firstToLeave();
  const page = pageOf(json);
  const stage = await buildStage(data, page.progress);
  try {
    const played = await Promise.race([play(stage, page), left]);
    if (played === undefined) {
      return 1;
    }
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    const { invariants, violations } = played.sweep;
    page.write(
      `\nInvariants asked: ${invariants.length}. Violations: ${violations.length}. Played in ${seconds} s.\n`,
    );
    for (const { invariant, root, detail } of violations) {
      page.write(`  ${invariant}  ${root}  ${detail}\n`);
    }
    if (keep) {
      page.write(`Look around in it: evermend serve --data ${stage.folder} --clock test --personas\n`);
    }
    if (json) {
      const folder = keep ? { folder: stage.folder } : {};
      const swept = { invariants: invariants.length, violations };
      console.log(JSON.stringify({ ...played.lived, ...swept, seconds, ...folder }));
    }
    return violations.length === 0 ? 0 : 1;
  } finally {
    page.progress("");
    await stage.strike(keep);
  }
}

async function play(stage: Stage, page: Page): Promise<Played> {
  const tomorrow = stage.now().toZonedDateTimeISO("UTC").toPlainDate().add({ days: 1 });
  const opening = tomorrow.toZonedDateTime({ timeZone: "UTC", plainTime: "09:00" });
  await stage.waitUntil(opening.toInstant());
  page.write("Three devices and their plans, from the order to the last replacement. Everything goes over\n");
  page.write(`HTTP to ${stage.url}, on an empty folder; only the clock is moved.\n`);
  const bench = await stage.speaker("staff");
  const lived = await playLives({ stage, teller: storytellerOn(page), opening, bench });
  return { lived, sweep: await stage.sweep() };
}

/** Words go to standard output unless it is to hold JSON alone; how far it is goes to standard error. */
function pageOf(json: boolean): Page {
  const { stdout, stderr } = process;
  return {
    write: (text) => {
      if (!json) {
        stdout.write(text);
      }
    },
    progress: progressTo(stderr),
    columns: Math.min(stdout.columns ?? WIDEST, WIDEST),
    scenes: SCENES,
  };
}

/** On a terminal the last line alone, wiped when the next comes; else a line each. */
function progressTo(stderr: NodeJS.WriteStream): (text: string) => void {
  return (text) => {
    if (stderr.isTTY) {
      stderr.write(`\r\u001b[2K${text}${text === "" ? "" : "\r"}`);
    } else if (text !== "") {
      stderr.write(`${text}\n`);
    }
  };
}

/** Resolves when the operator interrupts, or whoever reads our output has gone. */
function firstToLeave(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => resolve(undefined));
    }
    process.stdout.on("error", () => resolve(undefined));
  });
}
