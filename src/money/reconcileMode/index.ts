export type { Mode, Unmatched } from "./mode.ts";
export { endMode, openMode, startMode, unmatchedSince, wakeNight, wakeTries } from "./modeStore.ts";
export { demandMatchedWorld, isReconciling, watchWorld } from "./watchWorld.ts";
