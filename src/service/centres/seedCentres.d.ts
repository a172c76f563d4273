import type { Platform } from "../../platform/index.ts";
/** Puts two centres where a new installation can be looked at with them. What is there already stays. */
export declare function seedCentres(platform: Platform): Promise<void>;
