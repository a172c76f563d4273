/** Chance that comes out the same again for the same seed. */
export interface Chance {
  /** Below 1, at least 0. */
  next(): number;
  /** True once in so many times. */
  one(inHowMany: number): boolean;
  pick<Thing>(things: readonly Thing[]): Thing;
  shuffle<Thing>(things: readonly Thing[]): Thing[];
}

/** The generator mulberry32: small, fast, and good enough to shake a program with. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    one: (inHowMany) => next() * inHowMany < 1,
    pick: (things) => things[Math.floor(next() * things.length)] as (typeof things)[number],
    shuffle: (things) => {
      const left = [...things];
      return Array.from(
        things,
        () => left.splice(Math.floor(next() * left.length), 1)[0] as (typeof things)[number],
      );
    },
  };
}
