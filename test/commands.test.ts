import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

/**
 * Every command in README and docs is run. A command is a line of a fenced `sh` block that begins with `standoff` or
 * `npm start --`; it is expected to exit with 0, or with the code said in a comment behind it (`# exits 1`). A fenced block
 * right after a line `<!-- file: NAME -->` is a file, written before the page's commands are run. Commands run in a folder
 * of their own that holds these files and the examples. Other lines (`npm test`, `git clone …`) are not run.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const main = join(root, "dist", "cli", "main.js");
const pages = ["README.md", ...readdirSync(join(root, "docs")).map((name) => join("docs", name))].filter(
  (name) => name.endsWith(".md"),
);
const folder = mkdtempSync(join(tmpdir(), "standoff-docs-"));
symlinkSync(join(root, "examples"), join(folder, "examples"));
afterAll(() => rmSync(folder, { recursive: true }));

type Block = { readonly language: string; readonly file: string | undefined; readonly text: string };

function blocksOf(page: string): Block[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/(?:<!-- file: (\S+) -->\n+)?^```(\w*)\n(.*?)^```$/gms)].map(
    ([, file, language, body]) => ({
      language,
      file,
      text: body,
    }),
  );
}

/** Splits a line as a shell would: spaces, single and double quotes. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare,
  );
}

const commands = pages.flatMap((page) => {
  const blocks = blocksOf(page);
  return blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.replaceAll("\\\n", " ").split("\n"))
    .filter((line) => /^(standoff|npm start( --silent)? --) /.test(line))
    .map((line) => ({ page, line, files: blocks.filter(({ file }) => file !== undefined) }));
});

test("README and docs have commands to run", () => {
  expect(commands.length).toBeGreaterThan(10);
});

describe.each(pages.filter((page) => commands.some((each) => each.page === page)))("%s", (page) => {
  test.each(commands.filter((each) => each.page === page).map(({ line, files }) => [line, files] as const))(
    "%s",
    { timeout: 120_000 },
    (line, files) => {
      for (const { file, text } of files) writeFileSync(join(folder, file!), text);
      const [command, comment = ""] = line.split(/\s+#\s*/);
      const [program, ...redirect] = command
        .replace(/^(standoff|npm start( --silent)? --) /, "")
        .split(" > ");
      const result = spawnSync(process.execPath, [main, ...words(program)], {
        cwd: folder,
        encoding: "utf8",
      });
      const expected = Number(/exits (\d)/.exec(comment)?.[1] ?? 0);
      expect(`${result.status}\n${result.stderr}`).toMatch(new RegExp(`^${expected}\n`));
      if (line.includes("--json")) expect(() => JSON.parse(result.stdout)).not.toThrow();
      if (redirect.length > 0) writeFileSync(join(folder, redirect[0].trim()), result.stdout);
      expect(result.stdout.length + result.stderr.length > 0 || line.includes("--out")).toBe(true);
    },
  );
});

describe("output shown in a `console` block is what the command prints, as far as the line `…`", () => {
  const shown = pages.flatMap((page) =>
    blocksOf(page)
      .filter(({ language, text }) => language === "console" && text.startsWith("$ standoff "))
      .map(({ text }) => [page, ...text.split(/\n([\s\S]*)/)] as const),
  );
  test("the README begins with one", () => expect(shown[0]?.[0]).toBe("README.md"));
  test.each(shown)("%s: %s", (_page, command, output) => {
    const args = words(command.slice("$ standoff ".length));
    const { stdout } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: "utf8" });
    const [start] = output.split("\n…\n");
    expect(stdout.slice(0, start.length)).toBe(start);
    expect(start.length).toBeGreaterThan(50);
  });
});

describe("the examples", () => {
  const examples = readdirSync(join(root, "examples")).filter((name) => name.endsWith(".yaml"));
  test.each(examples)("%s has nothing wrong and nothing suspicious", (name) => {
    const result = spawnSync(process.execPath, [main, "check", join("examples", name)], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(result.stderr).toBe("");
    expect(result.status).toBe(0);
  });
  test.each(examples)("%s states its source", (name) => {
    const text = readFileSync(join(root, "examples", name), "utf8");
    expect(text).toMatch(/^sources:$/m);
    expect(text).toMatch(/^about:/m);
  });
});
