import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The console is served under /console/ by the server whose API it speaks to. */
export default defineConfig({
  base: "/console/",
  plugins: [react()],
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    // The largest chunk is React, the router and the parts every screen uses; routes come on their own.
    chunkSizeWarningLimit: 700,
  },
});
