import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "standoff-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

const REPORT = `Talks go on

SEOUL, Jan. 21, 2003 (Wire) - The United States said it would talk with the North.

"We are ready," envoy James Kelly told reporters. North Korea threatened to quit the treaty.
`;
const FILE = `standoff: 1
title: Talks
parties:
  us: United States   # a remark
options:
  talk: {owner: us, title: talk with the North}
preferences:
  us: [talk]
`;
writeFileSync(join(folder, "report.txt"), REPORT);

function read(args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "read", ...args], {
    cwd: folder,
    encoding: "utf8",
    input,
  });
  return { status, stdout, stderr };
}
function fresh(name: string, text = FILE): string {
  writeFileSync(join(folder, name), text);
  return name;
}
const text = (name: string) => readFileSync(join(folder, name), "utf8");

describe("standoff read", () => {
  test("prints a draft of a report in a file or on standard input", () => {
    const { status, stdout, stderr } = read(["report.txt"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("      - James Kelly, envoy, to reporters\n");
    expect(read(["-"], REPORT).stdout).toBe(stdout);
  });

  test("--json: the readings with their spans, and the draft", () => {
    const document = JSON.parse(read(["report.txt", "--suggest", "--json"]).stdout);
    expect(document).toMatchObject({ question: "read", reports: [{ file: "report.txt" }] });
    const [{ reading }] = document.reports;
    const { start, end } = reading.statements[1].spans[0];
    expect(reading.text.slice(start, end)).toBe('"We are ready,"');
    expect(document.suggestions.parties.map(({ title }: { title: string }) => title)).toContain(
      "North Korea",
    );
  });

  test("--into adds the record and nothing else, and says what could rest on it", () => {
    const file = fresh("into.yaml");
    const { status, stdout } = read(["report.txt", "--into", file, "--suggest"]);
    expect(status).toBe(0);
    expect(stdout).toContain("1 source, 3 claims, 0 events");
    expect(stdout).toContain("option talk ← because: [wire-1]");
    expect(stdout).toContain("quit the treaty");
    expect(text(file).startsWith(FILE)).toBe(true);
    expect(text(file)).not.toContain("quit_the");
    const again = read(["report.txt", "--into", file]);
    expect(again).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("in the file already, as `wire`"),
    });
  });

  test("--review: accept, drop, edit, take back; what is accepted is written, suggestions too", () => {
    const file = fresh("review.yaml");
    const answers = ["a", "d", "u", "a", "e We are quite ready", "d", "A", ""].join("\n");
    const { status, stderr } = read(["report.txt", "--into", file, "--suggest", "--review"], answers);
    expect(status).toBe(0);
    expect(stderr).toContain("1/");
    expect(text(file)).toContain("says: We are quite ready");
    expect(text(file)).toContain("wire-1:");
    expect(text(file)).not.toContain("wire-3:");
  });

  test("--review that breaks off adds only what was accepted; nothing accepted leaves the file alone", () => {
    const file = fresh("broken-off.yaml");
    expect(read(["report.txt", "--into", file, "--review"], "").stdout).toContain("Nothing was added");
    expect(text(file)).toBe(FILE);
    read(["report.txt", "--into", file, "--review"], "a\na\n");
    expect(text(file)).toContain("wire-1:");
    expect(text(file)).not.toContain("wire-2:");
  });

  test("2: what cannot be read, all of it at once, and nothing is written", () => {
    const file = fresh("wrong.yaml", FILE.replace("owner: us", "owner: uss"));
    writeFileSync(join(folder, "zero.html"), Buffer.from([0, 1]));
    const { status, stderr, stdout } = read(["none.html", "zero.html", "report.txt", "--into", file]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("there is no such file");
    expect(stderr).toContain("zero bytes");
    expect(stderr).toContain("did you mean `us`?");
    expect(read(["-", "--review"]).status).toBe(2);
    expect(
      read(["report.txt", "--into", fresh("flow.yaml", `${FILE}claims: {a: {says: A}}\n`)]).stderr,
    ).toContain("`claims` is written on one line");
  });

  test("3: a limit, named", () => {
    writeFileSync(join(folder, "huge.html"), "<p>a</p>".repeat(3_000_000));
    expect(read(["huge.html"])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining("larger than 20 MB"),
    });
  });
});
