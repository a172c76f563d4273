import { statfs } from "node:fs/promises";
import { noRoom } from "./databaseTrouble.ts";
import type { Platform } from "./platform.ts";

/** The disk under our own database. Nobody's business here when the database is the operator's. */
export interface Disk {
  /** Bytes free for us, and bytes there are. Undefined where we cannot or need not know. */
  room(): Promise<{ readonly free: number; readonly all: number } | undefined>;
}

const LEAST_SHARE = 0.05;
const LEAST_BYTES = 1024 ** 3;
/** Of many sales at once each need not look: in so short a time nobody fills what is kept back. */
const LOOK_EVERY_MS = 500;

/** The disk of the data folder; none when the database lies elsewhere. */
export function openDisk({ dataFolder, databaseUrl }: Platform["config"]): Disk {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let look: ReturnType<Disk["room"]> = Promise.resolve(undefined);
  return {
    room: async () => {
      if (databaseUrl !== undefined) {
        return undefined;
      }
      if (performance.now() - lookedAt >= LOOK_EVERY_MS) {
        lookedAt = performance.now();
        look = roomOf(dataFolder);
      }
      return await look;
    },
  };
}

async function roomOf(dataFolder: string): ReturnType<Disk["room"]> {
  const seen = await statfs(dataFolder).catch(() => undefined);
  return seen && { free: seen.bavail * seen.bsize, all: seen.blocks * seen.bsize };
}

/**
 * Asked before something new is sold: what is left of a nearly full disk is kept for the cases of those who
 * have bought already. Errors: Problem 503.
 */
export async function demandRoomToSell({ disk }: Platform): Promise<void> {
  const room = await disk.room();
  if (room !== undefined && (room.free < LEAST_BYTES || room.free < room.all * LEAST_SHARE)) {
    throw noRoom();
  }
}
