import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "standoff-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const CHICKEN = `standoff: 1
title: Chicken
parties: {row: Row, column: Column}
options: {r: {owner: row}, c: {owner: column}}
status quo: []
preferences:
  row: {ranking: [[c], [r, c], [r], []]}
  column: {ranking: [[r], [r, c], [c], []]}
`;
writeFileSync(join(folder, "chicken.yaml"), CHICKEN);

function standoff(args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: "utf8",
    input,
  });
  return { status, stdout, stderr };
}

describe("exit codes", () => {
  test("0 and 1: an expectation met, and one not met", () => {
    expect(standoff(["analyze", "chicken.yaml", "--expect", "r xor c"]).status).toBe(0);
    const missed = standoff(["analyze", "chicken.yaml", "--concept", "nash", "--expect", "r and c"]);
    expect(missed.status).toBe(1);
    expect(missed.stderr).toContain("No outcome that would hold satisfies: r and c");
  });

  test("2: every mistake of the command line and the file at once, on standard error, and nothing on standard output", () => {
    writeFileSync(
      join(folder, "wrong.yaml"),
      CHICKEN.replace("owner: row", "owner: roww").replace("status quo: []", "status quo: [x]"),
    );
    const { status, stdout, stderr } = standoff(["analyze", "wrong.yaml", "--concept", "nahs"]);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("did you mean `nash`?");
    expect(stderr).toContain("wrong.yaml:4:");
    expect(stderr).toContain("did you mean `row`?");
    expect(stderr).toContain("wrong.yaml:5:");
    expect(stderr).toContain("3 errors");
  });

  test("2: no such file, a folder, not text, an unknown command, a missing argument", () => {
    writeFileSync(join(folder, "binary.yaml"), Buffer.from([0, 1, 2]));
    writeFileSync(join(folder, "latin.yaml"), Buffer.from([0x74, 0xe9]));
    expect(standoff(["analyze", "none.yaml"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("there is no such file"),
    });
    expect(standoff(["analyze", "."])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("this is a folder"),
    });
    expect(standoff(["analyze", "binary.yaml"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("not a text file"),
    });
    expect(standoff(["analyze", "latin.yaml"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("not UTF-8"),
    });
    expect(standoff(["analyse", "chicken.yaml"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("Did you mean analyze?"),
    });
    expect(standoff(["explain", "chicken.yaml"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--party"),
    });
    expect(standoff(["explain", "chicken.yaml", "--party", "rwo"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("did you mean `row`?"),
    });
  });

  test("3: a limit, named", () => {
    const options = Array.from({ length: 26 }, (_, index) => `o${index}: {owner: row}`).join(", ");
    const large = CHICKEN.replace("r: {owner: row}", `r: {owner: row}, ${options}`).replaceAll(
      /{ranking.*}/g,
      "indifferent",
    );
    expect(standoff(["analyze", "-"], large)).toMatchObject({
      status: 3,
      stderr: expect.stringContaining("16,777,216 feasible states"),
    });
  });
});

describe("--json", () => {
  test("prints one document that other programs can rely on", () => {
    const { stdout, stderr, status } = standoff(["analyze", "chicken.yaml", "--json", "--numbering", "gmcr"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({
      states: 4,
      concepts: ["nash", "gmr", "smr", "seq", "sseq"],
      statusQuo: { state: { on: [], levels: {}, outcomes: [] }, concepts: [] },
      equilibria: [
        {
          state: { on: ["r"], levels: {}, outcomes: [] },
          concepts: ["nash", "gmr", "smr", "seq", "sseq"],
          number: 2,
        },
        { state: { on: ["c"], levels: {}, outcomes: [] }, number: 3 },
        { state: { on: ["c", "r"], levels: {}, outcomes: [] }, concepts: ["gmr", "smr"], number: 4 },
      ],
    });
    expect(document.stability.row.nash).toHaveLength(2);
  });

  test("also when something is wrong: a document of problems, and the exit code says so", () => {
    const { stdout, status } = standoff(["analyze", "none.yaml", "--json"]);
    expect(status).toBe(2);
    expect(JSON.parse(stdout).problems).toHaveLength(1);
  });
});

describe("convert", () => {
  test("writes files whole and leaves nothing beside them", () => {
    expect(standoff(["convert", "chicken.yaml", "--to", "gmcr", "--out", "chicken.gmcr"]).status).toBe(0);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    const there = JSON.parse(standoff(["analyze", "chicken.gmcr", "--json"]).stdout);
    const here = JSON.parse(standoff(["analyze", "chicken.yaml", "--json"]).stdout);
    expect(there.counts).toEqual(here.counts);
  });

  test("a file that cannot be written is an error in words, and nothing is left", () => {
    const { status, stderr } = standoff([
      "convert",
      "chicken.yaml",
      "--to",
      "dot",
      "--out",
      "no/such/folder.dot",
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain("cannot be written");
    expect(existsSync(join(folder, "no"))).toBe(false);
  });

  test("to yaml keeps comments", () => {
    writeFileSync(join(folder, "commented.yaml"), `# a remark\n${CHICKEN}`);
    expect(standoff(["convert", "commented.yaml", "--to", "yaml"]).stdout).toContain("# a remark");
  });
});

describe("mediate", () => {
  test("without a goal says what is fair among all states, and writes the frontier by the end of the file's name", () => {
    const { status, stdout } = standoff(["mediate", "chicken.yaml", "--fair", "--frontier", "front.csv"]);
    expect(status).toBe(0);
    expect(stdout).toContain("Of 4 states, 3 are efficient");
    expect(readFileSync(join(folder, "front.csv"), "utf8").split("\r\n")).toHaveLength(5);
    expect(standoff(["mediate", "chicken.yaml", "--goal", "r", "--frontier", "front.svg"]).stdout).toContain(
      "Packages",
    );
    expect(readFileSync(join(folder, "front.svg"), "utf8")).toMatch(/^<svg .*<\/svg>\n$/s);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("wants a goal or `--fair`, and a name for the frontier that says what it is; both mistakes at once", () => {
    const nothing = standoff(["mediate", "chicken.yaml"]);
    expect([nothing.status, nothing.stderr]).toEqual([2, expect.stringContaining("--fair")]);
    const both = standoff(["mediate", "chicken.yaml", "--goal", "x", "--frontier", "front.png"]);
    expect(both.status).toBe(2);
    expect(both.stderr).toContain(".csv or .svg");
    expect(both.stderr).toContain("2 errors");
    const nowhere = standoff(["mediate", "chicken.yaml", "--frontier", "no/such/front.csv"]);
    expect([nowhere.status, nowhere.stdout]).toEqual([2, ""]);
    expect(nowhere.stderr).toContain("cannot be written");
  });
});

describe("robustness", () => {
  const DOUBTED = CHICKEN.replace(
    "row: {ranking: [[c], [r, c], [r], []]}",
    "row: [{want: c, confidence: 0.75, else: not r}, r]",
  );
  writeFileSync(join(folder, "doubted.yaml"), DOUBTED);

  test("tells shares, what turns them around and what to find out next", () => {
    const { status, stdout, stderr } = standoff([
      "robustness",
      "doubted.yaml",
      "--concept",
      "nash",
      "--goal",
      "r",
    ]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("1 doubt, which may turn out in 2 ways. Every one was looked at");
    expect(stdout).toContain(
      "Yes with a chance of 75 %, in 1 of 2 possibilities. As the file is written, yes.",
    );
    expect(stdout).toContain('It holds unless "not r" matters to Row in place of "c".');
    expect(stdout).toContain("To find out next: row.1 (Row: c). To know it would take away 100 %");
  });

  test("of a file without doubts says how to doubt", () => {
    const { status, stdout } = standoff(["robustness", "chicken.yaml"]);
    expect(status).toBe(0);
    expect(stdout).toContain(
      "Nothing in this file is in doubt. Give statements, claims, options or votes a `confidence`",
    );
  });

  test("tells every mistake at once, and a limit as a limit", () => {
    const { status, stderr } = standoff([
      "robustness",
      "doubted.yaml",
      "--concept",
      "seek",
      "--goal",
      "q",
      "--package",
      "r and",
    ]);
    expect(status).toBe(2);
    for (const place of ["--concept", "--goal", "--package"]) expect(stderr).toContain(`${place}:`);
    const without = DOUBTED.replace("status quo: []\n", "");
    expect(standoff(["robustness", "-", "--package", "r"], without).stderr).toContain("no status quo");
    const merged = DOUBTED.replace("status quo: []\n", "status quo: []\nsame: [false]\n");
    expect(standoff(["robustness", "-", "--package", "r"], merged).status).toBe(3);
  });
});

test("every command's help shows an example", () => {
  for (const command of ["analyze", "explain", "states", "check", "convert"]) {
    const { stdout, status } = standoff([command, "--help"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Example:\n {2}standoff /);
  }
});

test("a pipe gets no color", () => {
  expect(standoff(["analyze", "chicken.yaml"]).stdout).not.toContain("\u001b");
});
