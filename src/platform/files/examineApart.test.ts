import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { default as sharp } from "sharp";
import { cameraPhoto } from "../../../test/support/hostileFiles.ts";
import { examineApart } from "./examineApart.ts";

describe("a look at a file, apart", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "evermend-look-"));
  });
  after(() => rm(folder, { recursive: true }));

  const lookAt = async (bytes: Buffer, longestMs?: number) => {
    const file = path.join(folder, "photo");
    await writeFile(file, bytes);
    return await examineApart("photo", file, path.join(folder, "shown"), longestMs);
  };
  const lookOf = async (bytes: Buffer) => {
    const seen = await lookAt(bytes);
    assert.ok(seen.refused === undefined && seen.look !== undefined, JSON.stringify(seen));
    return BigInt.asUintN(64, BigInt(seen.look));
  };
  const differ = (one: bigint, other: bigint) => (one ^ other).toString(2).replaceAll("0", "").length;

  it("is ended when it takes too long, and says no more of the file than that", async () => {
    assert.deepEqual(await lookAt(await cameraPhoto(), 1), { refused: "took_too_long" });
  });

  it("takes what only chance has put into the bytes of a photo for no drawing", async () => {
    const photo = await cameraPhoto();
    const [chance, drawing] = [Buffer.from("<SvG\x9c\xe1\x07"), Buffer.from("<svg/onload=alert(1)>")];
    assert.equal((await lookAt(Buffer.concat([photo, chance]))).refused, undefined);
    const further = Buffer.concat([photo, Buffer.from("<svg \xff\xfe", "latin1")]);
    assert.equal((await lookAt(further)).refused, undefined);
    assert.equal((await lookAt(Buffer.concat([photo, drawing]))).refused, "two_files_in_one");
  });

  it("knows a photo again that was made smaller and written anew, and no other one", async () => {
    const blobs = (light: readonly number[]) =>
      sharp(Buffer.from(light), { raw: { width: 4, height: 3, channels: 1 } })
        .resize(800, 600, { kernel: "cubic" })
        .toColourspace("srgb");
    const photo = await blobs([10, 200, 40, 90, 250, 20, 120, 60, 5, 180, 33, 140]).jpeg().toBuffer();
    const smaller = await sharp(photo).resize(400).png().toBuffer();
    const darker = await sharp(photo).linear(0.8, 0).jpeg({ quality: 50 }).toBuffer();
    const other = await blobs([200, 10, 90, 40, 20, 250, 60, 120, 180, 5, 140, 33]).jpeg().toBuffer();
    const look = await lookOf(photo);
    assert.ok(differ(look, await lookOf(smaller)) <= 4, "smaller");
    assert.ok(differ(look, await lookOf(darker)) <= 6, "darker");
    assert.ok(differ(look, await lookOf(other)) >= 20, "another");
  });
});
