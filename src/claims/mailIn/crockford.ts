const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Bytes in Crockford's base 32, in lower case: 26 characters for 16 or 17 bytes. */
export function crockford(bytes: Uint8Array): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
    }
    held &= 31;
  }
  return bits === 0 ? text : text + ALPHABET[(held << (5 - bits)) & 31];
}
