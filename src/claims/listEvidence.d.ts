/** GET /v1/claims/{id}/evidence: what the caller sees of a case's photos, videos, logs and papers. */
export declare const listEvidence: import("../platform/act.ts").Read<{
    limit?: number;
    after?: string;
    purpose?: "bench" | "damage" | "free" | "other_side" | "serial_label" | "whole_device";
} & {
    id: string;
}, {
    data: {
        no: number;
        state: "checking" | "kept" | "refused" | "uploading" | "withdrawn";
        kind: "document" | "log" | "photo" | "video";
        purpose: "bench" | "damage" | "free" | "other_side" | "serial_label" | "whole_device";
        caption?: string;
        addedBy: "mail" | "owner" | "staff";
        addedAt: string;
        sentBytes: number;
        shared: boolean;
        withdrawable: boolean;
        refusal?: {
            code: string;
            says: string;
            next: string;
        };
        file?: {
            path: string;
            type: string;
            bytes: number;
            width?: number;
            height?: number;
        };
    }[];
    nextCursor: string | null;
}>;
