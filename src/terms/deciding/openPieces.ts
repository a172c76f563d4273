import type { Piece } from "../compiling/cited.ts";
import { unknown } from "../truth.ts";
import type { Case } from "./case.ts";
import { markOf } from "./marks.ts";
import { answerIn, type Program } from "./program.ts";

/** What of a case is still open, and all that the rest of its answer can depend on. */
export interface OpenPieces {
  /** The places of the pieces whose truth or figure is open. */
  readonly places: readonly number[];
  /** What it takes to look at them once more, by which budgets are counted: a plain test takes 1. */
  readonly cost: number;
  /** What each piece has come to. */
  readonly marks: readonly string[];
  /** The facts that pieces of unknown truth look at. */
  readonly asked: ReadonlySet<string>;
}

/** An amount is reckoned, in several steps. */
const costOf = ({ figure }: Piece): number => (figure === undefined ? 1 : 8);

export const everyPiece = ({ pieces }: Program): OpenPieces => ({
  places: pieces.map((_, place) => place),
  cost: pieces.reduce((sum, piece) => sum + costOf(piece), 0),
  marks: [],
  asked: new Set(),
});

/** What is known of a piece stays so, whatever else is supposed: only those that were open are looked at. */
export function stillOpen({ pieces }: Program, before: OpenPieces, c: Case): OpenPieces {
  const marks = [...before.marks];
  const asked = new Set<string>();
  let cost = 0;
  const places = before.places.filter((place) => {
    const piece = pieces[place];
    if (piece === undefined) {
      return false;
    }
    const { mark, truth, isOpen } = markOf(piece, c);
    marks[place] = mark;
    for (const name of truth === unknown ? piece.facts : []) {
      asked.add(name);
    }
    cost += isOpen ? costOf(piece) : 0;
    return isOpen;
  });
  return { places, cost, marks, asked };
}

/** All that the rest of an answer can depend on, as a text: the answer itself, where there is one. */
export function leftBy(program: Program, c: Case): string {
  const settled = program.settle(c);
  return settled === undefined
    ? stillOpen(program, everyPiece(program), c).marks.join("|")
    : `=${answerIn(settled)}`;
}
