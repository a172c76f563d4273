/** How often something ran in a second of processor time, taken over several rounds. */
export interface Rate {
  readonly name: string;
  /** The median of the rounds. */
  readonly perSecond: number;
  readonly rounds: readonly number[];
}

export interface Candidate {
  readonly name: string;
  /** Decides some cases and returns how many. */
  readonly pass: () => number | Promise<number>;
}

const roundMs = 700;
const rounds = 5;

/**
 * Measures all candidates in turn, round after round, so that whatever else the machine does falls on all of
 * them alike.
 * Each runs once before, uncounted, to be warm.
 */
export async function measureAll(candidates: readonly Candidate[]): Promise<readonly Rate[]> {
  const found = new Map<string, number[]>(candidates.map(({ name }) => [name, []]));
  for (const { pass } of candidates) {
    await pass();
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, pass } of candidates) {
      found.get(name)?.push(await measureOnce(pass));
    }
  }
  return candidates.map(({ name }) => {
    const all = found.get(name) ?? [];
    return { name, perSecond: Math.round(median(all)), rounds: all.map(Math.round) };
  });
}

/**
 * Processor time of all threads, in milliseconds: what others run on the machine meanwhile does not count,
 * and the helpers of our own runtime do.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function measureOnce(pass: Candidate["pass"]): Promise<number> {
  let decided = 0;
  const start = processorMs();
  let elapsed = 0;
  while (elapsed < roundMs) {
    decided += await pass();
    elapsed = processorMs() - start;
  }
  return (decided * 1000) / elapsed;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const sliceLength = 1000;

/**
 * Goes round and round through the cases, a slice at a time, so that slow and fast candidates see the same
 * mix.
 */
export function sliceBySlice<Case>(
  cases: readonly Case[],
  decide: (slice: readonly Case[]) => void | Promise<void>,
): Candidate["pass"] {
  let next = 0;
  return async () => {
    const slice = cases.slice(next, next + sliceLength);
    next = next + sliceLength >= cases.length ? 0 : next + sliceLength;
    await decide(slice);
    return slice.length;
  };
}
