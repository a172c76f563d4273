/** Words by which a browser or a server would run a file that passes for another. */
const RUNS = ["<script", "<html", "<!doctype html", "<?php", "<iframe", "javascript:"];
/**
 * A drawing is known by what follows its name, too: four letters alone stand by chance in one of a hundred
 * photos as cameras make them.
 */
const DRAWING = /<svg[\s/>][\t\n\r\x20-\x7e]{4}/;
const ZIP_END = Buffer.from("504b0506", "hex");
/** The longest comment a zip may end with, and its end record. */
const ZIP_TAIL = 65_557;
/** Readers of PDF look this far for its head. */
const PDF_HEAD = 1024;

/**
 * Whether a picture is another kind of file as well: an archive behind it, a document or a page inside.
 * Camera makers put further pictures and films behind a photo, and those may stay.
 */
export function hidesAnother(bytes: Buffer): boolean {
  const text = bytes.toString("latin1");
  return (
    bytes.indexOf(ZIP_END, Math.max(bytes.length - ZIP_TAIL, 0)) !== -1 ||
    text.slice(0, PDF_HEAD).includes("%PDF-") ||
    namesCode(text)
  );
}

/** Whether a text has what would run in a browser or on a server. */
export function namesCode(text: string): boolean {
  const lower = text.toLowerCase();
  return RUNS.some((word) => lower.includes(word)) || DRAWING.test(lower);
}
