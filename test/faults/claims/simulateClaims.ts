import fc from "fast-check";
import { kinds } from "./claimModel.ts";
import type { ClaimWorld, Wrong } from "./claimWorld.ts";

/** What leads on is drawn most often: what is out of turn is refused in every state all the same. */
const WEIGHTS: Readonly<Partial<Record<(typeof kinds)[number], number>>> = {
  ...{ next: 30, takeIn: 2, reverse: 3, replaceFree: 2, choosePaid: 2, replaceTaken: 2 },
};

const LENGTH = 25;

/** A sequence of commands over two devices. */
const sequences = fc.array(
  fc.record({
    kind: fc.oneof(...kinds.map((kind) => ({ weight: WEIGHTS[kind] ?? 1, arbitrary: fc.constant(kind) }))),
    device: fc.integer({ min: 0, max: 1 }),
  }),
  { minLength: LENGTH, maxLength: LENGTH },
);

/** What came of it. */
export interface Simulated {
  readonly commands: number;
  /** The shortest sequence that was found to go wrong, and how. */
  readonly wrong?: Wrong;
}

interface Asked {
  readonly commands: number;
  readonly seed: number;
  /** Told now and then how many commands were tried. */
  readonly told?: (commands: number) => void;
}

/**
 * Draws and runs sequences until so many commands were tried, or one goes wrong and has been shrunk. The
 * worlds run beside each other; which sequence runs in which of them is the same for the same seed.
 */
export async function simulateClaims(
  worlds: readonly ClaimWorld[],
  { commands: wanted, seed, told = () => undefined }: Asked,
): Promise<Simulated> {
  let commands = 0;
  const found: { readonly world: ClaimWorld; readonly wrong: Wrong }[] = [];
  const lane = async (world: ClaimWorld, first: number): Promise<void> => {
    for (let turn = first; turn * LENGTH < wanted && found.length === 0; turn += worlds.length) {
      const [drawn = []] = fc.sample(sequences, { seed: seed + turn, numRuns: 1 });
      const wrong = await world.run(drawn);
      if (wrong !== undefined) {
        found.push({ world, wrong });
      }
      commands += drawn.length;
      told(commands);
    }
  };
  await Promise.all(worlds.map(lane));
  const [one] = found;
  return one === undefined ? { commands } : { commands, wrong: await shrink(one.world, one.wrong) };
}

/** Leaves out whatever it goes wrong without, again and again, until nothing can be left out. */
async function shrink(world: ClaimWorld, first: Wrong): Promise<Wrong> {
  let found = first;
  for (let length = Number.POSITIVE_INFINITY; found.commands.length < length; ) {
    length = found.commands.length;
    for (let at = length - 2; at >= 0; at -= 1) {
      const without = found.commands.toSpliced(at, 1);
      found = (at < found.commands.length ? await world.run(without) : undefined) ?? found;
    }
  }
  return found;
}
