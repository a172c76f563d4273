import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { default as sharp } from "sharp";
import { type EvidenceDesk, evidenceDesk } from "../../test/support/evidenceDesk.ts";
import {
  box,
  cameraPhoto,
  gradient,
  hugePng,
  movie,
  paper,
  webm,
  zipOf,
} from "../../test/support/hostileFiles.ts";

const text = (content: string) => Buffer.from(content);
const page = "<!doctype html><html><script>alert(1)</script></html>";
const drawing = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";

const photo = await cameraPhoto();
const png = await gradient(64, 64).png().toBuffer();
const webp = await gradient(64, 64).webp().toBuffer();
const gif = await gradient(64, 64).gif().toBuffer();
const tiff = await gradient(64, 64).tiff().toBuffer();

/** What is sent, what it is called, and what it is refused as. */
const hostile: readonly [what: string, type: string, bytes: Buffer, refusedAs: string][] = [
  ["a page called a photo", "image/jpeg", text(page), "not_what_it_says"],
  ["a drawing that runs", "image/png", text(drawing), "not_what_it_says"],
  ["a program", "image/jpeg", Buffer.concat([text("MZ"), Buffer.alloc(400)]), "not_what_it_says"],
  ["a GIF called PNG", "image/png", gif, "not_what_it_says"],
  ["a TIFF called JPEG", "image/jpeg", tiff, "not_what_it_says"],
  ["a video called a photo", "image/jpeg", movie(), "not_what_it_says"],
  ["a photo called a video", "video/mp4", photo, "not_what_it_says"],
  ["one byte", "image/jpeg", Buffer.of(0xff), "not_what_it_says"],
  ["only the first bytes of a photo", "image/jpeg", photo.subarray(0, 20), "file_damaged"],
  ["half a photo", "image/jpeg", photo.subarray(0, photo.length / 2), "file_damaged"],
  ["half a PNG", "image/png", png.subarray(0, png.length / 2), "file_damaged"],
  ["half a WebP", "image/webp", webp.subarray(0, webp.length / 2), "file_damaged"],
  ["a PNG of 10,000 million pixels", "image/png", hugePng(100_000, 100_000), "too_many_pixels"],
  ["a PNG as wide as a street", "image/png", hugePng(30_000, 1), "too_many_pixels"],
  ["a PNG of fewer rows than it says", "image/png", hugePng(10_000, 9_000), "file_damaged"],
  ["a photo with an archive behind", "image/jpeg", Buffer.concat([photo, zipOf(9, 9)]), "two_files_in_one"],
  ["a photo with a page behind", "image/jpeg", Buffer.concat([photo, text(page)]), "two_files_in_one"],
  ["a PNG with a drawing behind", "image/png", Buffer.concat([png, text(drawing)]), "two_files_in_one"],
  ["a photo with a program of PHP", "image/jpeg", withComment("<?php system('ls');"), "two_files_in_one"],
  ["a photo that is a paper too", "image/jpeg", withComment("%PDF-1.7 "), "two_files_in_one"],
  [
    "a paper that is an archive too",
    "application/pdf",
    Buffer.concat([paper, zipOf(9, 9)]),
    "two_files_in_one",
  ],
  ["a paper that ends early", "application/pdf", paper.subarray(0, 30), "file_damaged"],
  ["a page called a log", "text/plain", text(page), "two_files_in_one"],
  ["bytes called a log", "text/plain", Buffer.alloc(50), "not_what_it_says"],
  ["an archive that holds four gigabytes", "application/zip", zipOf(100, 4_000_000_000), "unpacks_too_large"],
  ["an archive without its list", "application/zip", zipOf(500, 500).subarray(0, 300), "file_damaged"],
  ["a video cut off", "video/mp4", movie().subarray(0, -100), "file_damaged"],
  ["a video without a head", "video/mp4", box("ftyp", text("isom")), "file_damaged"],
  ["a video whose boxes overlap", "video/mp4", overlapping(), "file_damaged"],
  ["a sound called a video", "video/mp4", soundOnly(), "not_what_it_says"],
  ["a Matroska called WebM", "video/webm", webm("matroska"), "not_what_it_says"],
];

/** A photo with a comment of its own in its head. */
function withComment(comment: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(comment.length + 2);
  const part = Buffer.concat([Buffer.from("fffe", "hex"), length, text(comment)]);
  return Buffer.concat([photo.subarray(0, 2), part, photo.subarray(2)]);
}

function overlapping(): Buffer {
  const whole = movie();
  const at = whole.indexOf("moov") - 4;
  whole.writeUInt32BE(whole.length * 2, at);
  return whole;
}

function soundOnly(): Buffer {
  const whole = movie();
  whole.write("soun", whole.indexOf("vide"), "latin1");
  return whole;
}

describe("files sent by strangers", () => {
  let desk: EvidenceDesk;
  let id: string;
  before(async () => {
    desk = await evidenceDesk();
    id = await desk.desk.claimAfter([]);
  });
  after(() => desk.stop());

  for (const [what, type, bytes, refusedAs] of hostile) {
    it(`are refused with words: ${what}, ${refusedAs}`, async () => {
      const item = await desk.add(id, { type, bytes });
      assert.equal(item.state, "refused");
      assert.equal(item.refusal?.code, refusedAs);
      assert.ok((item.refusal?.says.length ?? 0) > 10 && (item.refusal?.next.length ?? 0) > 10);
      assert.equal((await desk.get(`/v1/claims/${id}/evidence/${item.no}/file`)).status, 404);
    });
  }

  it("leave nothing in the folder when they are refused", async () => {
    const { config } = desk.desk.app.platform;
    for (const room of ["arriving", "original", "shown"]) {
      const folder = `${config.dataFolder}/evidence/${room}`;
      assert.deepEqual(existsSync(folder) ? await readdir(folder) : [], [], room);
    }
  });

  const taken: readonly [type: string, bytes: Buffer, shown: string][] = [
    ["image/jpeg", photo, "image/jpeg"],
    ["image/png", png, "image/jpeg"],
    ["image/webp", webp, "image/jpeg"],
    ["video/mp4", movie(), "video/mp4"],
    ["video/quicktime", movie("qt  "), "video/quicktime"],
    ["video/webm", webm(), "video/webm"],
    ["text/csv", text("time;height\n1;2\n"), "text/plain"],
    ["application/zip", zipOf(300, 300), "application/zip"],
    ["application/pdf", paper, "application/pdf"],
  ];
  for (const [type, bytes, shown] of taken) {
    it(`does not keep out what is right: ${type}`, async () => {
      const item = await desk.add(id, { type, bytes });
      assert.equal(item.state, "kept", JSON.stringify(item.refusal));
      const file = await desk.get(item.file?.path ?? "");
      assert.equal(file.headers.get("content-type")?.split(";")[0], shown);
      assert.match(
        file.headers.get("content-disposition") ?? "",
        /^attachment; filename="[0-9a-f]{16}\.\w+"$/,
      );
      assert.equal(file.headers.get("x-content-type-options"), "nosniff");
      assert.equal((await file.arrayBuffer()).byteLength, item.file?.bytes);
    });
  }

  it("shows nothing of place, owner or camera, and keeps the original as it came", async () => {
    const item = await desk.add(id, { type: "image/jpeg", bytes: photo });
    const shown = Buffer.from(await (await desk.get(item.file?.path ?? "")).arrayBuffer());
    const seen = await sharp(shown).metadata();
    assert.deepEqual(
      [seen.exif, seen.xmp, seen.iptc, seen.icc],
      [undefined, undefined, undefined, undefined],
    );
    assert.equal(shown.includes("Lovelace"), false);
    // The control: what came had all of it.
    assert.ok((await sharp(photo).metadata()).exif?.includes("Lovelace"));
    const original = await desk.get(`/v1/claims/${id}/evidence/${item.no}/original`, "staff");
    assert.ok(Buffer.from(await original.arrayBuffer()).equals(photo));
  });

  it("shows a video without its place and without its track of places", async () => {
    const bytes = movie();
    assert.ok(bytes.includes("+52.2297"));
    const item = await desk.add(id, { type: "video/mp4", bytes });
    const shown = Buffer.from(await (await desk.get(item.file?.path ?? "")).arrayBuffer());
    assert.equal(shown.includes("+52.2297"), false);
    assert.equal(shown.includes("udta"), false);
    assert.equal(shown.length, bytes.length);
    assert.equal(shown.toString("latin1").split("hdlr").length - 1, 1);
  });
});
