import type { SoldCode } from "../soldCode.ts";

/** Why a code that was named is left as it is. */
export type LeftFor = "used" | "void" | "expired" | "not_there";

/** What becomes of each code that was named. */
export interface VoidPlan {
  readonly take: readonly SoldCode[];
  readonly left: readonly { readonly id: string; readonly why: LeftFor }[];
}

const WHY = { redeemed: "used", void: "void", expired: "expired" } as const;

/** Which of the codes that were named are taken out of use: those that are sold and unused. Pure. */
export function decideVoidSoldCodes(ids: readonly string[], found: ReadonlyMap<string, SoldCode>): VoidPlan {
  const take: SoldCode[] = [];
  const left: { id: string; why: LeftFor }[] = [];
  for (const id of new Set(ids)) {
    const code = found.get(id);
    if (code === undefined) {
      left.push({ id, why: "not_there" });
    } else if (code.state === "sold") {
      take.push(code);
    } else {
      left.push({ id, why: WHY[code.state] });
    }
  }
  return { take, left };
}
