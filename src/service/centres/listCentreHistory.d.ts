/** GET /v1/centres/{id}/history: who added, changed or blocked what at a centre, the newest first. */
export declare const listCentreHistory: import("../../platform/act.ts").Read<
  {
    readonly limit?: number;
    readonly after?: string;
  } & {
    id: string;
  },
  {
    data: {
      seq: number;
      at: string;
      actor: string;
      type: string;
      data: Record<string, unknown>;
    }[];
    nextCursor: string | null;
  }
>;
