import fc from "fast-check";
import { kinds } from "./claimModel.ts";
import type { ClaimWorld, Wrong } from "./claimWorld.ts";

/** What leads on is drawn most often: what is out of turn is refused in every state all the same. */
const WEIGHTS: Readonly<Partial<Record<(typeof kinds)[number], number>>> = {
  ...{ next: 30, takeIn: 2, reverse: 3, replaceFree: 2, choosePaid: 2, replaceTaken: 2 },
};

/** A sequence of commands over two devices. */
const sequences = fc.array(
  fc.record({
    kind: fc.oneof(...kinds.map((kind) => ({ weight: WEIGHTS[kind] ?? 1, arbitrary: fc.constant(kind) }))),
    device: fc.integer({ min: 0, max: 1 }),
  }),
  { minLength: 25, maxLength: 25 },
);

/** What came of it. */
export interface Simulated {
  readonly commands: number;
  /** The shortest sequence that was found to go wrong, and how. */
  readonly wrong?: Wrong;
}

/** Draws and runs sequences until so many commands were tried, or one goes wrong and has been shrunk. */
export async function simulateClaims(
  world: ClaimWorld,
  { commands: wanted, seed }: { readonly commands: number; readonly seed: number },
): Promise<Simulated> {
  let commands = 0;
  for (let turn = 0; commands < wanted; turn += 1) {
    const [drawn = []] = fc.sample(sequences, { seed: seed + turn, numRuns: 1 });
    const wrong = await world.run(drawn);
    commands += drawn.length;
    if (wrong !== undefined) {
      return { commands, wrong: await shrink(world, wrong) };
    }
  }
  return { commands };
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
