import { createHash } from "node:crypto";
import { defineConfig, type Plugin } from "vite";
import solid from "vite-plugin-solid";

/** Writes the list of the page's files into the service worker, so that all of them are there without a network. */
function precache(): Plugin {
  return {
    name: "precache",
    enforce: "post",
    generateBundle(_options, bundle) {
      const worker = Object.values(bundle).find(({ fileName }) => fileName === "sw.js");
      if (worker?.type !== "chunk") throw new Error("the build has no service worker");
      const hash = createHash("sha256");
      const files = Object.values(bundle).filter(
        (each) => each !== worker && !each.fileName.endsWith(".map"),
      );
      for (const each of files.sort((a, b) => (a.fileName < b.fileName ? -1 : 1)))
        hash.update(each.fileName).update(each.type === "chunk" ? each.code : each.source);
      const listed = [
        "./",
        "icon.svg",
        ...files.map(({ fileName }) => fileName).filter((name) => name !== "index.html"),
      ];
      worker.code = worker.code
        .replace(/["'`]__FILES__["'`]/, JSON.stringify(JSON.stringify(listed)))
        .replace("__VERSION__", hash.digest("hex").slice(0, 16));
    },
  };
}

// biome-ignore lint/style/noDefaultExport: Vite reads its configuration from a default export.
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [solid(), precache()],
  worker: { format: "es" },
  build: {
    outDir: "../../dist/page",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: `${import.meta.dirname}/index.html`, sw: `${import.meta.dirname}/sw.ts` },
      output: { entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js") },
    },
  },
});
