import { dependencyRules } from "./dependencies.ts";
import { houseRules } from "./house.ts";
import { nameRules } from "./names.ts";
import { sizeRules } from "./sizes.ts";
import { sqlRules } from "./sql.ts";
import { textRules } from "./text.ts";
import type { Rule } from "./tree.ts";

/** What the compiler and the linters cannot see. Each is broken on purpose in test/boundaries. */
export const rules: readonly Rule[] = [
  ...houseRules,
  ...nameRules,
  ...sizeRules,
  ...textRules,
  ...sqlRules,
  ...dependencyRules,
];
