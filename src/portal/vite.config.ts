/**
 * The terms engine as the portal's pages load it, one file without names of its own: the server gives it the
 * hash of its content, as it does to the portal's script.
 */
export default {
  build: {
    target: "es2023",
    modulePreload: false,
    rolldownOptions: {
      input: `${import.meta.dirname}/../terms/browser.ts`,
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "terms.js", format: "es" },
    },
  },
};
