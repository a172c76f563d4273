export type { Mode, Unmatched } from "./mode.ts";
export {
  endMode,
  lockToldParcel,
  openMode,
  startMode,
  unmatchedSince,
  wakeNight,
  wakeTries,
} from "./modeStore.ts";
export {
  isReconciling,
  lookOnce as lookAtWorld,
  refuseUnmatched,
  watchWorld,
} from "./watchWorld.ts";
