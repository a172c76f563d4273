import { type EvidenceItem } from "./evidence/index.ts";
/** A piece of a claim the caller sees, whatever became of it. */
export declare const readPiece: import("../platform/act.ts").Read<object & {
    id: string;
    no: number;
}, EvidenceItem>;
/** Opens an original: who did is written down before a byte of it is read. */
export declare const openOriginal: import("../platform/act.ts").Act<object & {
    id: string;
    no: number;
}, EvidenceItem>;
