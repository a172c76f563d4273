export { showMyDay } from "./showMyDay.ts";
