import { useState } from "react";
import type { ProblemError } from "../../client/index.ts";

/** A change of a box. */
interface Typed {
  readonly currentTarget: { readonly value: string };
}

/** The boxes of a form: what is typed in each, and what is wrong with it, at the field of the same name. */
export function useBoxes<Name extends string>(begins: Readonly<Record<Name, string>>) {
  const [told, setTold] = useState(begins);
  const box = (name: Name, label: string, problem?: ProblemError) => ({
    ...{ label, value: told[name], error: problem?.faultAt(`/${name}`) },
    onChange: ({ currentTarget }: Typed) => setTold((now) => ({ ...now, [name]: currentTarget.value })),
  });
  return { told, box, setTold };
}
