import { stringify } from "csv-stringify/sync";
import { type CardWords, cardSheets } from "./cardSheets.ts";
import type { CodeFile, CodeFileFormat, FiledCode } from "./codeFile.ts";
import { sealedZip } from "./sealedZip.ts";

/** What a file is made of. */
export interface FileWanted {
  /** Public id of the order, which names the file. */
  readonly order: string;
  readonly codes: readonly FiledCode[];
  readonly format: CodeFileFormat;
  readonly password: string | undefined;
  readonly words: CardWords;
}

/** A file of codes: a CSV in a sealed zip, JSON, or cards to print. */
export async function buildCodeFile(wanted: FileWanted): Promise<CodeFile> {
  const { order, codes, format, password = "" } = wanted;
  const [ending, mediaType, bytes] = await {
    csv: async () =>
      ["zip", "application/zip", await sealedZip(`${order}.csv`, csvOf(codes), password)] as const,
    json: async () =>
      ["json", "application/json", Buffer.from(JSON.stringify({ order, codes }, null, 2))] as const,
    cards: async () => ["pdf", "application/pdf", await cardSheets(codes, wanted.words)] as const,
  }[format]();
  return {
    name: `${order}-codes.${ending}`,
    mediaType,
    content: bytes.toString("base64"),
    count: codes.length,
  };
}

function csvOf(codes: readonly FiledCode[]): string {
  const rows = codes.map(({ code, last4, sku, plan, region, useBy }) => [
    ...[code, last4, sku, plan, region],
    useBy ?? "",
  ]);
  const head = ["code", "last4", "sku", "plan", "region", "use_by"];
  return stringify([head, ...rows], { escape_formulas: true, record_delimiter: "windows" });
}
