import { publicId, readPublicId } from "../platform/index.ts";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const CHARACTERS = 26;
const BITS = BigInt(CHARACTERS * 5);
const DIGEST_BYTES = 32;
const REST = BigInt(DIGEST_BYTES * 8) - BITS;

/** The name of a code that opens nothing, `cod_…`: the first 130 bits of the digest that finds it. */
export function codeIdOf(digest: Uint8Array): string {
  let bits = BigInt(`0x${Buffer.from(digest).toString("hex")}`) >> REST;
  let text = "";
  for (let place = 0; place < CHARACTERS; place += 1) {
    text = ALPHABET[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return publicId("cod", text);
}

/** The first and the last digest a code of this name may have; undefined for what is no such name. */
export function digestsNamed(id: string): { readonly first: Buffer; readonly last: Buffer } | undefined {
  const key = readPublicId("cod", id);
  if (key === undefined || key.no !== undefined) {
    return undefined;
  }
  const bits = Array.from(key.rootId).reduce(
    (sum, letter) => (sum << 5n) | BigInt(ALPHABET.indexOf(letter)),
    0n,
  );
  const rest = (1n << REST) - 1n;
  return { first: bytesOf(bits << REST), last: bytesOf((bits << REST) | rest) };
}

function bytesOf(bits: bigint): Buffer {
  return Buffer.from(bits.toString(16).padStart(DIGEST_BYTES * 2, "0"), "hex");
}
