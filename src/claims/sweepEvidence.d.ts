import type { Platform } from "../platform/index.ts";
/** What a look at the folder and the rows found. */
export interface Swept {
    /** Files of which no row knows, now removed. */
    readonly removed: number;
    /** Kept pieces whose files are not there: for a person, who has a backup. */
    readonly missing: readonly string[];
}
/**
 * Files without rows are removed, and rows without files told of. Rows come before their files and go after
 * them, so there are none, but a folder or a database can have been put back from another day.
 */
export declare function sweepEvidence(platform: Platform): Promise<Swept>;
