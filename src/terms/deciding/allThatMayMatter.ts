import { unknown } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import type { Case } from "./case.ts";
import { tellingOthers, type ValuesOf } from "./differingValues.ts";
import { isOpen } from "./isOpen.ts";
import { leftBy } from "./openPieces.ts";
import type { Program } from "./program.ts";

/** Every unknown fact of an open test; of a model that says its series, the series is not asked as well. */
export function allThatMayMatter(program: Program, values: ValuesOf, told: Case): readonly string[] {
  const open = program.pieces.filter(({ test }) => test(told) === unknown).flatMap((piece) => piece.facts);
  const names = [...new Set(open)].filter(
    (name) => isOpen(name, told) && !isIdle(name, { program, values, told }),
  );
  const said = tellingOthers.slice(1);
  return names.filter((name) => !(said.includes(name) && isSaid(name, names, { values, told })));
}

interface Asked {
  readonly program: Program;
  readonly values: ValuesOf;
  readonly told: Case;
}

/** Whether all its values leave a case the same; of instants and uses others decide which values count. */
function isIdle(name: string, { program, values, told }: Asked): boolean {
  const { type } = factNamed(name);
  const [first, ...others] = type === "instant" || type === "uses" ? [] : values(name, told, told);
  const left = (value: unknown): string => leftBy(program, told.changed(name, value));
  return first !== undefined && others.every((value) => left(value) === left(first));
}

function isSaid(
  name: string,
  names: readonly string[],
  { values, told }: Pick<Asked, "values" | "told">,
): boolean {
  const [model = ""] = tellingOthers;
  const models = names.includes(model) ? values(model, told, told) : [];
  return models.length > 0 && models.every((value) => !isOpen(name, told.changed(model, value)));
}
