import { readFile } from "node:fs/promises";
import { default as sharp } from "sharp";
import type { Examined } from "./examined.ts";
import { hidesAnother } from "./hidesAnother.ts";

/** More than the cameras of today's phones, and little enough to be read in the memory we give. */
const MOST_PIXELS = 120_000_000;
const LONGEST_SIDE = 20_000;
/** The longer side of what is shown. */
const SHOWN_SIDE = 2048;

/** A difference of brightness for each of eight rows and eight columns. */
const LOOK = { width: 9, height: 8 };

type Format = "jpeg" | "png" | "webp";

/** What the first bytes say a picture is. */
function formatOf(bytes: Buffer): Format | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) {
    return "jpeg";
  }
  if (bytes.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex"))) {
    return "png";
  }
  const isRiff = bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP";
  return isRiff ? "webp" : undefined;
}

/** Only these readers of the library are ever asked. */
function readersAllowed(): void {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
}

/**
 * Reads a photo and writes it anew as an upright JPEG: only its pixels are taken over, and nothing of place,
 * owner or camera.
 */
export async function readPhoto(file: string, shown: string): Promise<Examined> {
  readersAllowed();
  const bytes = await readFile(file);
  const format = formatOf(bytes);
  if (format === undefined) {
    return { refused: "not_what_it_says" };
  }
  if (hidesAnother(bytes)) {
    return { refused: "two_files_in_one" };
  }
  // How large it is says its head, before a pixel of it is unpacked.
  const seen = await sharp(bytes, { failOn: "error", limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (seen === undefined) {
    return { refused: "file_damaged" };
  }
  if (seen.format !== format) {
    return { refused: "not_what_it_says" };
  }
  if (Math.max(seen.width, seen.height) > LONGEST_SIDE || seen.width * seen.height > MOST_PIXELS) {
    return { refused: "too_many_pixels" };
  }
  const picture = sharp(bytes, { failOn: "error", limitInputPixels: MOST_PIXELS, sequentialRead: true });
  return await writeAnew(picture, shown);
}

async function writeAnew(picture: sharp.Sharp, shown: string): Promise<Examined> {
  try {
    const { width, height } = await picture
      .autoOrient()
      .resize({ width: SHOWN_SIDE, height: SHOWN_SIDE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .jpeg({ quality: 82 })
      .toFile(shown);
    return { type: "image/jpeg", width, height, look: await lookOf(shown) };
  } catch {
    return { refused: "file_damaged" };
  }
}

/** For each of 64 places whether it is brighter than its neighbour: alike for pictures that look alike. */
async function lookOf(file: string): Promise<string> {
  const grey = await sharp(file)
    .greyscale()
    .resize({ ...LOOK, fit: "fill" })
    .raw()
    .toBuffer();
  let look = 0n;
  for (let row = 0; row < LOOK.height; row += 1) {
    for (let column = 0; column < LOOK.width - 1; column += 1) {
      const at = row * LOOK.width + column;
      look = (look << 1n) | ((grey[at] ?? 0) > (grey[at + 1] ?? 0) ? 1n : 0n);
    }
  }
  return BigInt.asIntN(64, look).toString();
}
