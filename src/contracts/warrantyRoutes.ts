import type { Job, Module } from "../platform/index.ts";
import { beginWarranty } from "./beginWarranty.ts";
import { noteWarrantyPaper } from "./noteWarrantyPaper.ts";
import { followWarrantyRules, reckonAgain } from "./reckonAgain.ts";
import { listWarrantyRules } from "./setWarrantyRules/listWarrantyRules.ts";
import { setWarrantyRules } from "./setWarrantyRules/setWarrantyRules.ts";
import { showWarranty } from "./tellWarranty/showWarranty.ts";
import { tellWarranty } from "./tellWarranty/tellWarranty.ts";
import { warrantReplacement } from "./warrantReplacement.ts";

export { listWarrantyRules, setWarrantyRules, showWarranty, tellWarranty };

/** All that may be asked of warranties from outside. */
export const warrantyRoutes: Module["routes"] = [
  showWarranty,
  tellWarranty,
  listWarrantyRules,
  setWarrantyRules,
];

export const warrantyJobs: NonNullable<Module["jobs"]> = [
  beginWarranty as unknown as Job<never>,
  reckonAgain as unknown as Job<never>,
  followWarrantyRules as unknown as Job<never>,
  noteWarrantyPaper as unknown as Job<never>,
  warrantReplacement as unknown as Job<never>,
];
