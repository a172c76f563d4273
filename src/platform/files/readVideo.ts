import { copyFile, type FileHandle, open } from "node:fs/promises";
import type { Examined } from "./examined.ts";
import { type Box, boxesIn, MovieDamaged } from "./movieBoxes.ts";

const WEBM_HEAD = Buffer.from("1a45dfa3", "hex");
const WEBM_SEGMENT = Buffer.from("18538067", "hex");

/** Boxes in which cameras write place, owner and camera. */
const TELLING = new Set(["udta", "meta", "uuid"]);
/** Tracks that are seen or heard; others tell where a camera was. */
const SHOWN_TRACKS = new Set(["vide", "soun"]);

/**
 * Checks a video by its boxes, and copies it without what tells a place: those boxes become room that nobody
 * reads, so that nothing else moves. Pictures and sound stay as they are.
 */
export async function readVideo(file: string, shown: string): Promise<Examined> {
  const handle = await open(file, "r");
  try {
    const head = Buffer.alloc(4096);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    const seen = head.subarray(0, bytesRead);
    if (seen.subarray(0, 4).equals(WEBM_HEAD)) {
      return await readWebm(seen, file, shown);
    }
    if (seen.toString("latin1", 4, 8) !== "ftyp") {
      return { refused: "not_what_it_says" };
    }
    return await readMovie(handle, file, shown, seen);
  } catch (error) {
    if (error instanceof MovieDamaged) {
      return { refused: "file_damaged" };
    }
    throw error;
  } finally {
    await handle.close();
  }
}

async function readWebm(head: Buffer, file: string, shown: string): Promise<Examined> {
  const segment = head.indexOf(WEBM_SEGMENT);
  if (!head.subarray(0, 64).includes("webm")) {
    return { refused: "not_what_it_says" };
  }
  if (segment === -1 || segment + 12 >= head.length) {
    return { refused: "file_damaged" };
  }
  await copyFile(file, shown);
  return { type: "video/webm" };
}

async function readMovie(handle: FileHandle, file: string, shown: string, head: Buffer): Promise<Examined> {
  const { size } = await handle.stat();
  const top = await boxesIn(handle, 0, size);
  const movie = top.find(({ type }) => type === "moov");
  if (movie === undefined || !top.some(({ type }) => type === "mdat" || type === "moof")) {
    return { refused: "file_damaged" };
  }
  const within = await boxesIn(handle, movie.from, movie.to);
  const tracks = await Promise.all(
    within.filter(({ type }) => type === "trak").map(async (track) => await trackOf(handle, track)),
  );
  if (!tracks.some(({ shows }) => shows === "vide")) {
    return { refused: "not_what_it_says" };
  }
  const silent = tracks.filter(({ shows }) => !SHOWN_TRACKS.has(shows)).map(({ track }) => track);
  const inTracks = tracks.flatMap(({ boxes }) => boxes);
  const telling = [...top, ...within, ...inTracks].filter(({ type }) => TELLING.has(type));
  await copyWithout(file, shown, [...telling, ...silent]);
  return { type: head.toString("latin1", 8, 12) === "qt  " ? "video/quicktime" : "video/mp4" };
}

interface Track {
  readonly track: Box;
  readonly boxes: readonly Box[];
  /** `vide`, `soun`, or what else its samples are for. */
  readonly shows: string;
}

async function trackOf(handle: FileHandle, track: Box): Promise<Track> {
  const boxes = await boxesIn(handle, track.from, track.to);
  const media = boxes.find(({ type }) => type === "mdia");
  const inMedia = media === undefined ? [] : await boxesIn(handle, media.from, media.to);
  const told = inMedia.find(({ type }) => type === "hdlr");
  if (told === undefined || told.to - told.from < 12) {
    throw new MovieDamaged("a track without what it is");
  }
  const what = Buffer.alloc(4);
  await handle.read(what, 0, 4, told.from + 8);
  return { track, boxes, shows: what.toString("latin1") };
}

/** The same file, but these boxes are called `free` and hold nothing. */
async function copyWithout(file: string, shown: string, boxes: readonly Box[]): Promise<void> {
  await copyFile(file, shown);
  const copy = await open(shown, "r+");
  try {
    for (const { at, from, to } of boxes) {
      await copy.write(Buffer.from("free"), 0, 4, at + 4);
      for (let place = from; place < to; place += EMPTY.length) {
        await copy.write(EMPTY, 0, Math.min(EMPTY.length, to - place), place);
      }
    }
  } finally {
    await copy.close();
  }
}

const EMPTY = Buffer.alloc(65_536);
