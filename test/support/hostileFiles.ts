import { crc32, deflateSync } from "node:zlib";
import { default as sharp } from "sharp";

/** A photo as a camera makes it: with the place it was taken at, its owner and its maker. */
export async function cameraPhoto(width = 640, height = 480): Promise<Buffer> {
  return await gradient(width, height)
    .withExif({
      IFD0: { Make: "Acme", Artist: "Ada Lovelace", Copyright: "Ada" },
      IFD3: { GPSLatitude: "52/1 13/1 47/1", GPSLatitudeRef: "N", GPSLongitude: "21/1 0/1 42/1" },
    })
    .jpeg()
    .toBuffer();
}

/** A picture that is not of one colour. */
export function gradient(width: number, height: number): sharp.Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 3) {
    const column = (at / 3) % width;
    pixels[at] = (column * 255) / width;
    pixels[at + 1] = (at * 7) % 251;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A PNG of so many pixels, all of them white, in a few kilobytes. */
export function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(1_000_000, 0));
  const parts = [pngPart("IHDR", head), pngPart("IDAT", rows), pngPart("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...parts]);
}

function pngPart(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** One box of a movie. */
export function box(type: string, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

function track(shows: string): Buffer {
  const told = Buffer.concat([Buffer.alloc(8), Buffer.from(shows, "latin1"), Buffer.alloc(13)]);
  return box("trak", box("tkhd", Buffer.alloc(84)), box("mdia", box("hdlr", told)));
}

/** A movie with a picture, a track of places, and where it was taken in its head. */
export function movie(brand = "isom"): Buffer {
  const start = box("ftyp", Buffer.from(`${brand}\0\0\0\0${brand}`, "latin1"));
  const place = box("udta", box("\xa9xyz", Buffer.from("+52.2297+021.0122/", "latin1")));
  const head = box("moov", box("mvhd", Buffer.alloc(100)), track("vide"), track("meta"), place);
  return Buffer.concat([start, head, box("mdat", Buffer.alloc(2000, 7))]);
}

/** A zip whose list says that its one entry unpacks to so many bytes. */
export function zipOf(packed: number, unpacked: number): Buffer {
  const name = Buffer.from("log.txt");
  const content = Buffer.alloc(packed, 65);
  const sizes = (head: Buffer, at: number) => {
    head.writeUInt32LE(crc32(content), at);
    head.writeUInt32LE(packed, at + 4);
    head.writeUInt32LE(unpacked, at + 8);
    head.writeUInt16LE(name.length, at + 12);
  };
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(packed === unpacked ? 0 : 8, 8);
  sizes(local, 14);
  const listed = Buffer.alloc(46);
  listed.writeUInt32LE(0x02014b50, 0);
  listed.writeUInt16LE(20, 4);
  listed.writeUInt16LE(20, 6);
  listed.writeUInt16LE(packed === unpacked ? 0 : 8, 10);
  sizes(listed, 16);
  const from = local.length + name.length + content.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(listed.length + name.length, 12);
  end.writeUInt32LE(from, 16);
  return Buffer.concat([local, name, content, listed, name, end]);
}

/** The head of a WebM file and the beginning of what it holds. */
export function webm(type = "webm"): Buffer {
  const told = Buffer.concat([Buffer.from("4282", "hex"), Buffer.of(0x80 | type.length), Buffer.from(type)]);
  const head = Buffer.concat([Buffer.from("1a45dfa3", "hex"), Buffer.of(0x80 | told.length), told]);
  return Buffer.concat([head, Buffer.from("1853806701ffffffffffffff", "hex"), Buffer.alloc(500, 3)]);
}

/** A paper. */
export const paper = Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\n%%EOF\n");
