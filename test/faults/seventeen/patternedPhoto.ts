import { createHash } from "node:crypto";
import { default as sharp } from "sharp";

const SIDE = 64;

/**
 * A picture of light and dark squares, another one for each word: pictures of nothing all look alike, and are
 * compared with none.
 */
export async function patternedPhoto(word: string): Promise<Buffer> {
  const squares = createHash("sha256").update(word).digest();
  const pixels = Buffer.alloc(SIDE * SIDE * 3);
  for (let place = 0; place < pixels.length; place += 1) {
    const [row, column] = [Math.floor(place / 3 / SIDE), Math.floor(place / 3) % SIDE];
    const square = (row >> 3) * 8 + (column >> 3);
    pixels[place] = squares[square % squares.length] ?? 0;
  }
  return await sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .jpeg()
    .toBuffer();
}
