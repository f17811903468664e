import { defineConfig } from "vitest/config";

// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from a default export.
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 20_000,
    maxWorkers: 2,
    // Modules keep no state, so files can share them: loading them anew for each file took half a minute.
    isolate: false,
  },
});
