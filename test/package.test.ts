import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "standoff-package-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (command: string, args: readonly string[], cwd = folder) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

test("the packed program, installed elsewhere, has the command and a typed library", {
  timeout: 120_000,
}, () => {
  const [{ filename, files }] = JSON.parse(
    run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root),
  );
  const paths = files.map((file: { path: string }) => file.path);
  expect(paths).toContain("dist/index.d.ts");
  expect(paths).toContain("schema/standoff.schema.json");
  expect(paths.filter((path: string) => path.includes(".test."))).toEqual([]);

  writeFileSync(join(folder, "package.json"), '{"name": "elsewhere", "type": "module", "private": true}\n');
  run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", join(folder, filename)]);
  const example = join("node_modules", "standoff", "examples", "prisoners-dilemma.yaml");
  expect(run(join("node_modules", ".bin", "standoff"), ["analyze", example])).toContain("What would hold");

  writeFileSync(
    join(folder, "use.ts"),
    `import { readFileSync } from "node:fs";
import { analyze, type AnalyzeFindings, compile, parse } from "standoff";

const { standoff, problems } = parse(readFileSync(process.argv[2]!, "utf8"), process.argv[2]!);
if (standoff === undefined) throw new Error(problems.map((problem) => problem.message).join("\\n"));
const { compiled } = compile(standoff);
const findings: AnalyzeFindings = analyze(compiled!, { concepts: ["nash"] });
const wrong: number = findings.states;
console.log(wrong, findings.counts["nash"]);
`,
  );
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const types = ["--typeRoots", join(root, "node_modules", "@types"), "--types", "node"];
  run(process.execPath, [tsc, "--strict", "--module", "nodenext", "--target", "es2022", ...types, "use.ts"]);
  expect(run(process.execPath, ["use.js", example])).toBe("4 1\n");
});
