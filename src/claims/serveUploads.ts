import type { IncomingMessage } from "node:http";
import type {} from "@fastify/swagger";
import { FileStore } from "@tus/file-store";
import { MemoryLocker, Metadata, Server } from "@tus/server";
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { answer, badField, type Platform, Problem, perform } from "../platform/index.ts";
import { addEvidence } from "./addEvidence/addEvidence.ts";
import {
  type EvidenceItem,
  evidencePath,
  isOwnPiece,
  purposes,
  readPieceParams,
  type SentParams,
} from "./evidence/index.ts";
import { readPiece } from "./openPiece.ts";
import { receiveFile } from "./receiveEvidence.ts";
import { sendRefusal } from "./sendRefusal.ts";
import { withdrawClip, withdrawEvidence } from "./withdrawEvidence/withdrawEvidence.ts";

/** What a request under way is about. */
interface Upload {
  readonly id: string;
  readonly no: number;
  readonly fileName: string;
}

type Sent = FastifyRequest<{ Params: { id: string } }>;

const hidden = { schema: { hide: true } };
const VERSION = "1.0.0";

/**
 * Uploads by tus 1.0: POST makes the row and the place (and takes bytes already, where some come with it),
 * HEAD tells how far it came, PATCH goes on from there, DELETE takes it back. Who may is asked each time.
 */
export function serveUploads(platform: Platform): FastifyPluginAsync {
  return async (http) => {
    // Before tus makes its own, which all of this machine could read.
    await platform.files.ready();
    const [uploads, tus] = openTus(platform);
    http.removeAllContentTypeParsers();
    // The bytes are read by tus, straight from the connection onto the disk.
    http.addContentTypeParser("*", (_request, _body, done) => done(null));
    for (const cases of ["claims", "verifications"] as const) {
      routesOf(http, platform, cases, [uploads, tus]);
    }
  };
}

type Tus = ReturnType<typeof openTus>;

/** The four requests of one kind of cases. */
function routesOf(
  http: FastifyInstance,
  platform: Platform,
  cases: "claims" | "verifications",
  [uploads, tus]: Tus,
): void {
  const all = `/v1/${cases}/:id/evidence`;
  http.post<{ Params: { id: string } }>(all, hidden, async (request, reply) => {
    demandTus(request);
    const offered = readOffer(request);
    await platform.files.demandRoom(offered.bytes);
    const added = await perform(platform, request.caller, addEvidence, offered);
    if (added.refused !== undefined) {
      return sendRefusal(reply, request, added.refused);
    }
    const { item, fileName } = added.reply;
    return await handOver(tus, uploads, request, reply, { id: offered.id, no: item.no, fileName });
  });
  http.route<SentParams>({
    method: ["HEAD", "PATCH"],
    url: `${all}/:no`,
    ...hidden,
    exposeHeadRoute: false,
    handler: async (request, reply) => await goOn(platform, [uploads, tus], request, reply),
  });
  http.delete<SentParams>(`${all}/:no`, hidden, async (request, reply) => {
    demandTus(request);
    const command = readPieceParams(request.params);
    const act = cases === "claims" ? withdrawEvidence : withdrawClip;
    const done = await perform(platform, request.caller, act, command);
    return done.refused === undefined
      ? reply.code(204).header("tus-resumable", VERSION).send()
      : sendRefusal(reply, request, done.refused);
  });
}

/** Tells how far an upload came, or takes what comes next. */
async function goOn(
  platform: Platform,
  [uploads, tus]: Tus,
  request: FastifyRequest<SentParams>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  demandTus(request);
  const { id, no } = readPieceParams(request.params);
  const item = await ownUpload(platform, request, { id, no });
  const upload = { id, no, fileName: item.fileName };
  if (
    item.state === "uploading" &&
    (await platform.files.sizeOf("arriving", item.fileName)) === item.sentBytes
  ) {
    // The last byte had come when something broke: it is said now.
    await receiveFile(platform, upload);
    return tellWhole(reply, item);
  }
  return item.state === "uploading"
    ? await handOver(tus, uploads, request as never, reply, upload)
    : tellWhole(reply, item);
}

function openTus(platform: Platform): readonly [WeakMap<IncomingMessage, Upload>, Server] {
  const uploads = new WeakMap<IncomingMessage, Upload>();
  const uploadOf = (request: object): Upload => {
    const { runtime } = request as { runtime?: { node?: { req?: IncomingMessage } } };
    const upload = runtime?.node?.req && uploads.get(runtime.node.req);
    if (upload === undefined) {
      throw new Error("an upload nobody asked for");
    }
    return upload;
  };
  const tus = new Server({
    path: "/v1",
    datastore: new FileStore({ directory: platform.files.arriving }),
    locker: new MemoryLocker(),
    allowedOrigins: [],
    namingFunction: (request) => uploadOf(request).fileName,
    getFileIdFromRequest: (request) => uploadOf(request).fileName,
    generateUrl: (request) => {
      const { id, no } = uploadOf(request);
      return evidencePath(id, no);
    },
    onUploadFinish: async (request) => {
      await receiveFile(platform, uploadOf(request));
      return {};
    },
  });
  return [uploads, tus];
}

async function handOver(
  tus: Server,
  uploads: WeakMap<IncomingMessage, Upload>,
  request: FastifyRequest<never> | Sent,
  reply: FastifyReply,
  upload: Upload,
): Promise<FastifyReply> {
  uploads.set(request.raw, upload);
  reply.hijack();
  await tus.handle(request.raw, reply.raw);
  return reply;
}

/**
 * A piece that is whole has nothing left to take; one that was refused or taken back is gone for good. One
 * that lapsed is not there: who still has it begins anew.
 */
function tellWhole(reply: FastifyReply, { state, sentBytes, refusedAs }: EvidenceItem): FastifyReply {
  if (state === "refused" || state === "withdrawn") {
    const status = refusedAs === "never_finished" ? 404 : 410;
    return reply.code(status).header("tus-resumable", VERSION).send();
  }
  const told = { "tus-resumable": VERSION, "upload-offset": sentBytes, "upload-length": sentBytes };
  return reply
    .code(200)
    .headers({ ...told, "cache-control": "no-store" })
    .send();
}

/** What the caller's own side sends. What the other side sends is seen by them at the most. */
async function ownUpload(
  platform: Platform,
  { caller }: Pick<FastifyRequest, "caller">,
  piece: { readonly id: string; readonly no: number },
): Promise<EvidenceItem> {
  const item = await answer(platform, caller, readPiece, piece);
  if (!isOwnPiece(item, caller)) {
    throw new Problem(403, "not_permitted", "What the other side sends is theirs to send.");
  }
  return item;
}

function demandTus({ headers }: Pick<FastifyRequest, "headers">): void {
  if (headers["tus-resumable"] !== VERSION) {
    throw badField("/header/tus-resumable", "tus", "Send Tus-Resumable: 1.0.0 and an upload by tus 1.0.");
  }
}

/** What is offered, as the headers of tus tell it. */
function readOffer({ headers, params }: Sent) {
  const length = String(headers["upload-length"] ?? "");
  if (!/^[1-9]\d{0,14}$/.test(length)) {
    throw badField("/header/upload-length", "length", "Tell how many bytes will come, at least one.");
  }
  const told = readMetadata(String(headers["upload-metadata"] ?? ""));
  const purpose = purposes.find((name) => name === told.purpose);
  if (told.purpose !== undefined && purpose === undefined) {
    throw badField("/header/upload-metadata", "purpose", `A purpose is one of ${purposes.join(", ")}.`);
  }
  const caption = told.caption
    ?.replaceAll(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, 200);
  return {
    id: params.id,
    type: (told.filetype ?? "").slice(0, 100),
    bytes: Number(length),
    ...(purpose === undefined ? {} : { purpose }),
    ...(caption === undefined || caption === "" ? {} : { caption }),
  };
}

function readMetadata(header: string): Readonly<Record<string, string | undefined>> {
  try {
    const told = header === "" ? {} : Metadata.parse(header);
    return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, value ?? undefined]));
  } catch {
    throw badField("/header/upload-metadata", "metadata", "Send names with their values in Base64.");
  }
}
