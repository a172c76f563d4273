import { type Platform } from "../platform/index.ts";
/** All bytes of a piece are on the disk: its check follows. The second time nothing is left to do. */
export declare const receiveEvidence: import("../platform/act.ts").Act<object & {
    id: string;
    no: number;
}, object>;
/** Puts what has arrived on the disk, then says so. */
export declare function receiveFile(platform: Platform, { id, no, fileName }: {
    readonly id: string;
    readonly no: number;
    readonly fileName: string;
}): Promise<void>;
