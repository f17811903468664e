// dependency-cruiser asks swc for TypeScript without JSX; for the page's components it must ask for JSX as well.
const swc = require("@swc/core");
const parse = swc.Compiler.prototype.parseFileSync;
swc.Compiler.prototype.parseFileSync = function (file, options) {
  return parse.call(this, file, { ...options, tsx: file.endsWith(".tsx") });
};

/** Which room may import from which: model ← game ← engine ← analysis ← render ← cli; formats and record beside them, and voting, which knows numbers only, below analysis; web, like cli, at the end. */
const ROOMS = {
  voting: [],
  model: [],
  game: ["model"],
  engine: ["model", "game"],
  analysis: ["model", "game", "engine", "voting"],
  formats: ["model", "game", "engine", "analysis"],
  record: ["model"],
  render: ["model", "analysis", "record"],
  cli: ["model", "game", "engine", "analysis", "formats", "record", "render"],
  web: ["voting", "model", "game", "engine", "analysis", "formats", "record", "render"],
};

const arrows = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `from-${room}`,
  comment: `src/${room} may import from ${allowed.length > 0 ? allowed.join(", ") : "no other room"} only.`,
  severity: "error",
  from: { path: `^src/${room}/`, pathNot: "[.]test[.]ts$" },
  to: { path: "^src/", pathNot: `^src/(${[room, ...allowed].join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: "no-circular",
      comment: "Two files that need each other are one idea, or one of them is in the wrong room.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "runs-in-the-browser",
      comment: "Everything but the command line must run in a browser as well.",
      severity: "error",
      from: {
        path: "^src/(voting|model|game|engine|analysis|formats|record|render)/",
        pathNot: "[.]test[.]ts$",
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "page-in-the-browser",
      comment: "The page has no Node; its build has.",
      severity: "error",
      from: { path: "^src/web/", pathNot: "[.]test[.]ts$|vite[.]config[.]ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-tools-in-the-program",
      comment:
        "What only builds or tests the program is not there where it is installed. (What the page is made of is built into it.)",
      severity: "error",
      from: { path: "^src/", pathNot: "[.]test[.]ts$|^src/web/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "unknown"] },
    },
    {
      name: "resolves",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 has no compiler API that this tool could use.
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
    },
  },
};
