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

/** The disk of the data folder; none when the database lies elsewhere. */
export function openDisk({ dataFolder, databaseUrl }: Platform["config"]): Disk {
  return {
    room: async () => {
      if (databaseUrl !== undefined) {
        return undefined;
      }
      const seen = await statfs(dataFolder).catch(() => undefined);
      return seen && { free: seen.bavail * seen.bsize, all: seen.blocks * seen.bsize };
    },
  };
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
