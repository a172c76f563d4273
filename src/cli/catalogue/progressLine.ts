/**
 * Tells how far a long work came: on a terminal in one line that is written over, else a line now and then.
 */
export interface ProgressLine {
  tell(done: number, total: number): void;
  end(): void;
}

const BETWEEN_LINES_MS = 5_000;

/** How far, how fast, and how long it will still take, on standard error. */
export function progressLine(out: NodeJS.WriteStream = process.stderr): ProgressLine {
  const started = performance.now();
  let toldAt = started;
  return {
    tell: (done, total) => {
      const now = performance.now();
      const seconds = Math.max((now - started) / 1_000, 0.001);
      const rate = done / seconds;
      const left = rate === 0 ? 0 : (total - done) / rate;
      const said = `${mega(done)} of ${mega(total)} MB, ${mega(rate)} MB/s, ${Math.ceil(left)} s left`;
      if (out.isTTY) {
        out.write(`\r${said}\u001b[K`);
      } else if (now - toldAt >= BETWEEN_LINES_MS || done === total) {
        toldAt = now;
        out.write(`${said}\n`);
      }
    },
    end: () => {
      if (out.isTTY) {
        out.write("\n");
      }
    },
  };
}

function mega(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
