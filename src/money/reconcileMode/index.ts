export type { Mode, Unmatched } from "./mode.ts";
export { endMode, openMode, startMode, unmatchedSince, wakeNight, wakeTries } from "./modeStore.ts";
export {
  demandMatchedWorld,
  isReconciling,
  lookOnce as lookAtWorld,
  refuseUnmatched,
  watchWorld,
} from "./watchWorld.ts";
