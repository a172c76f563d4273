import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { type Static, Type } from "typebox";
import { notFound, type ReadContext, read, shape } from "../platform/index.ts";
import { packTerms, readTerms, type TermsDocument } from "../terms/index.ts";
import type { Asker } from "./heldRows.ts";
import { termsSource } from "./store.ts";
import { documentInForce, heldVersions } from "./termsInForce.ts";
import type { TermsVersion } from "./termsVersion.ts";

const PackShape = shape({
  form: Type.Integer(),
  document: Type.Unknown(),
  annexes: Type.Array(Type.Unknown()),
  overlays: Type.Array(Type.Unknown()),
});

/** A published version as browsers get it. */
export interface TermsPack {
  readonly reply: Static<typeof PackShape>;
  /** Names these bytes for ever: of the version, of what is laid over it, and of how it is packed. */
  readonly digest: string;
  /** Where it is, and may be kept. */
  readonly path: string;
}

const packs = new Map<string, TermsPack>();

/** GET /v1/terms/{programme}/pack: the rules as the engine in a browser takes them. */
export const packedTerms = read({
  route: "GET /v1/terms/{programme}/pack",
  permission: "catalogue.read",
  summary: "The terms as the engine in a browser decides by them: those in force now, or a published version",
  params: shape({ programme: Type.String({ minLength: 1, maxLength: 60 }) }),
  query: shape({
    version: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    /** The digest of the pack. An address with it answers alike for ever; 404 when there is no such pack. */
    digest: Type.Optional(Type.String({ minLength: 64, maxLength: 64 })),
  }),
  reply: PackShape,
  kept: ({ version, digest }, reply) => ({
    tag: digestOf(JSON.stringify(reply)),
    isForEver: version !== undefined && digest !== undefined,
  }),
  async run(db, { programme, version, digest }) {
    const pack = await packOf(db, programme, version ?? (await versionNow(db, programme)));
    if (pack === undefined || (digest !== undefined && digest !== pack.digest)) {
      throw notFound("programme");
    }
    return pack.reply;
  },
});

/** The pack of a published version; undefined when there is none of that name. */
export async function packOf(db: Asker, programme: string, version: string): Promise<TermsPack | undefined> {
  const isIt = (row: TermsVersion): boolean => row.programme === programme && row.version === version;
  const found = (await heldVersions.rows(db)).find(isIt);
  if (found === undefined) {
    return undefined;
  }
  const pack = packs.get(found.hash) ?? packVersion(found, await documentsOf(db, found));
  packs.set(found.hash, pack);
  return pack;
}

async function versionNow(db: ReadContext, programme: string): Promise<string> {
  return (await documentInForce(db, programme, db.at)).terms.version;
}

/** A published version and what is laid over it, read as they were kept. */
async function documentsOf(db: Asker, { hash }: TermsVersion): Promise<readonly TermsDocument[]> {
  const { source, layers } = await termsSource(db, hash);
  const kept = [{ hash, source }, ...layers];
  return kept.flatMap((each) => readTerms({ file: each.hash, text: each.source }).document ?? []);
}

function packVersion(
  { programme, version, hash }: TermsVersion,
  documents: readonly TermsDocument[],
): TermsPack {
  const document = documents.find((each) => each.hash === hash);
  assert(document !== undefined, `the published terms ${hash} cannot be read by this version of the engine`);
  const json = packTerms(document, documents);
  const digest = digestOf(json);
  const query = new URLSearchParams({ version, digest });
  return {
    reply: JSON.parse(json),
    digest,
    path: `/v1/terms/${encodeURIComponent(programme)}/pack?${query}`,
  };
}

const digestOf = (json: string): string => createHash("sha256").update(json).digest("hex");
