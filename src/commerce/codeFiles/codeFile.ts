import { type Static, Type } from "typebox";
import { shape } from "../../platform/index.ts";

export const codeFileFormats = ["csv", "json", "cards"] as const;
export type CodeFileFormat = (typeof codeFileFormats)[number];

/** One code of a file, in clear, with what its card says. Never stored, logged or put into an event. */
export interface FiledCode {
  /** In groups of four. */
  readonly code: string;
  readonly last4: string;
  readonly sku: string;
  readonly plan: string;
  readonly region: string;
  /** The last day it may be used; null for one that keeps for ever. */
  readonly useBy: string | null;
}

/** A file as it is answered: its bytes in base64. */
export const CodeFile = shape({
  name: Type.String(),
  mediaType: Type.String(),
  /** Base64. */
  content: Type.String(),
  count: Type.Integer(),
});
export type CodeFile = Static<typeof CodeFile>;
