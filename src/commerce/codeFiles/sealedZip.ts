import { BlobWriter, configure, TextReader, ZipWriter } from "@zip.js/zip.js";

// Without threads of its own: they would outlive the file.
configure({ useWebWorkers: false });

/** AES-256, the strongest that zip files know. */
const AES_256 = 3;

/** One text in a zip file that opens with the password alone. The password is kept nowhere. */
export async function sealedZip(name: string, text: string, password: string): Promise<Buffer> {
  const zip = new ZipWriter(new BlobWriter("application/zip"), { password, encryptionStrength: AES_256 });
  await zip.add(name, new TextReader(text));
  const blob = await zip.close();
  return Buffer.from(await blob.arrayBuffer());
}
