export { exportPlugin } from "./exportPlugin.ts";
