/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, in hexadecimal. Written out because the engine runs where
 * there is no crypto module, and because the browser's own is asynchronous.
 */
export function sha256(text: string): string {
  const bytes = paddedBytes(text);
  const hash = Uint32Array.from(fractions(8, 1 / 2));
  const schedule = new Uint32Array(64);
  for (let block = 0; block < bytes.length; block += 64) {
    fillSchedule(schedule, bytes, block);
    mix(hash, schedule);
  }
  return [...hash].map((word) => word.toString(16).padStart(8, "0")).join("");
}

const rounds: Uint32Array = Uint32Array.from(fractions(64, 1 / 3));

/** The first 32 bits of the fractional parts of roots of the first primes: the standard's constants. */
function fractions(count: number, power: number): number[] {
  const words: number[] = [];
  for (let candidate = 2; words.length < count; candidate += 1) {
    if (isPrime(candidate)) {
      words.push(Math.floor((candidate ** power % 1) * 2 ** 32));
    }
  }
  return words;
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) {
    if (candidate % divisor === 0) {
      return false;
    }
  }
  return true;
}

/** The message, a one bit, zeros, and its length in bits as 64 bits. */
function paddedBytes(text: string): Uint8Array {
  const message = utf8(text);
  const padded = new Uint8Array(((message.length + 8) >> 6) * 64 + 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(padded.length - 4, (message.length * 8) >>> 0);
  return padded;
}

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    // A lone surrogate has no UTF-8 form; like every encoder we write U+FFFD for it.
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) {
      bytes.push(code);
    } else if (code < 0x800) {
      bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    } else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
    }
  }
  return bytes;
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function fillSchedule(schedule: Uint32Array, bytes: Uint8Array, block: number): void {
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 16; i += 1) {
    schedule[i] = view.getUint32(block + i * 4);
  }
  for (let i = 16; i < 64; i += 1) {
    const early = at(schedule, i - 15);
    const late = at(schedule, i - 2);
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    schedule[i] = at(schedule, i - 16) + low + at(schedule, i - 7) + high;
  }
}

function mix(hash: Uint32Array, schedule: Uint32Array): void {
  const state = Uint32Array.from(hash);
  for (let i = 0; i < 64; i += 1) {
    const a = at(state, 0);
    const e = at(state, 4);
    const choice = (e & at(state, 5)) ^ (~e & at(state, 6));
    const majority = (a & at(state, 1)) ^ (a & at(state, 2)) ^ (at(state, 1) & at(state, 2));
    const first =
      at(state, 7) + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + at(rounds, i) + at(schedule, i);
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
    state.copyWithin(1, 0, 7);
    state[4] = at(state, 4) + first;
    state[0] = first + second;
  }
  for (let i = 0; i < 8; i += 1) {
    hash[i] = at(hash, i) + at(state, i);
  }
}

const at = (words: Uint32Array, index: number): number => words[index] ?? 0;
