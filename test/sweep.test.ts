import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { robustness } from "../src/analysis/robustness.ts";
import { parse } from "../src/model/parse.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "standoff-sweep-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Three parties, three options each, and sixteen doubts: 65,536 variants of 512 states. */
const ids = ["a", "b", "c"].flatMap((party) => [1, 2, 3].map((each) => `${party}${each}`));
const wishes = (party: string) =>
  ids
    .slice(0, 6)
    .map(
      (id, place) => `{want: ${place % 2 ? "not " : ""}${id} or ${party}${(place % 3) + 1}, confidence: 0.6}`,
    );
const DOUBTED = `standoff: 1
title: Doubted
parties: {a: A, b: B, c: C}
options: {${ids.map((id) => `${id}: {owner: ${id[0]}}`).join(", ")}}
status quo: []
preferences:
  a: [${wishes("a").join(", ")}]
  b: [${wishes("b").join(", ")}]
  c: [${wishes("c").slice(0, 4).join(", ")}]
`;
writeFileSync(join(folder, "doubted.yaml"), DOUBTED);
const SMALL = `standoff: 1
title: Small
parties: {a: A, b: B}
options: {x: {owner: a}, y: {owner: b}}
status quo: []
preferences:
  a: [{want: x, confidence: 0.5}, y]
  b: [{want: not y, confidence: 0.75, else: "x iff y"}, x]
`;
writeFileSync(join(folder, "small.yaml"), SMALL);

const sweep = (...args: readonly string[]) =>
  spawnSync(process.execPath, [main, "sweep", ...args], { cwd: folder, encoding: "utf8" });
const text = (name: string) => readFileSync(join(folder, name), "utf8");

test("a grid has a row for every combination, and its chances give the exact shares", () => {
  const { status, stderr } = sweep("small.yaml", "--vary", "all", "--goal", "x", "--out", "small.csv");
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const [head, ...rows] = text("small.csv")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  expect(head).toEqual([
    "variant",
    "a.1",
    "b.1",
    "chance",
    "nash",
    "gmr",
    "smr",
    "seq",
    "sseq",
    "status_quo",
    "goal",
    "run",
  ]);
  expect(rows.map(([number, a, b, chance]) => [number, a, b, chance])).toEqual([
    ["0", "0", "0", "0.375"],
    ["1", "0", "1", "0.125"],
    ["2", "1", "0", "0.375"],
    ["3", "1", "1", "0.125"],
  ]);
  const { findings } = robustness(parse(SMALL).standoff!, { concept: "nash" });
  const share = (column: string) =>
    rows.reduce(
      (sum, row) => sum + (row[head.indexOf(column)].split("+").includes("nash") ? Number(row[3]) : 0),
      0,
    );
  expect(findings!.answers[0].kind).toBe("statusQuo");
  expect(share("status_quo")).toBeCloseTo(findings!.answers[0].share);
});

describe("the same rows come", () => {
  test("from any number of workers", { timeout: 120_000 }, () => {
    for (const workers of ["1", "2", "3"]) {
      const out = `workers${workers}.csv`;
      const { status } = sweep(
        "doubted.yaml",
        "--vary",
        "all",
        "--sample",
        "2000",
        "--seed",
        "5",
        "--workers",
        workers,
        "--out",
        out,
      );
      expect(status).toBe(0);
    }
    expect(text("workers1.csv").split("\n")).toHaveLength(2002);
    expect(text("workers2.csv")).toBe(text("workers1.csv"));
    expect(text("workers3.csv")).toBe(text("workers1.csv"));
    sweep("doubted.yaml", "--vary", "all", "--sample", "2000", "--seed", "6", "--out", "other.csv");
    expect(text("other.csv").slice(0, 5000)).not.toBe(text("workers1.csv").slice(0, 5000));
  });

  test.each(["csv", "jsonl"])(
    "after kill -9 in the middle, time and again, as unbroken (%s)",
    { timeout: 120_000 },
    async (format) => {
      const args = ["doubted.yaml", "--vary", "all", "--sample", "6000", "--goal", "a1"];
      expect(sweep(...args, "--out", `unbroken.${format}`).status).toBe(0);
      const killed = join(folder, `killed.${format}`);
      const sizeNow = () => (existsSync(killed) ? statSync(killed).size : 0);
      let broken = 0;
      for (let round = 0; round < 4; round++) {
        const before = sizeNow();
        const child = spawn(process.execPath, [main, "sweep", ...args, "--out", `killed.${format}`], {
          cwd: folder,
          stdio: "ignore",
        });
        const ended = new Promise<NodeJS.Signals | null>((resolve) =>
          child.on("exit", (_, signal) => resolve(signal)),
        );
        let over = false;
        void ended.then(() => {
          over = true;
        });
        while (!over && sizeNow() < before + 20_000) await new Promise((resolve) => setTimeout(resolve, 2));
        child.kill("SIGKILL");
        if ((await ended) === "SIGKILL") broken++;
        // A kill may also tear a line, which the next run has to mend.
        const whole = readFileSync(killed);
        writeFileSync(killed, whole.subarray(0, whole.length - 7 * round));
      }
      expect(broken).toBeGreaterThan(1);
      expect(sweep(...args, "--out", `killed.${format}`).status).toBe(0);
      expect(text(`killed.${format}`) === text(`unbroken.${format}`)).toBe(true);
      expect(existsSync(`${killed}.lock`)).toBe(false);
      expect(text(`killed.${format}`).trimEnd().split("\n")).toHaveLength(format === "csv" ? 6001 : 6000);
    },
  );
});

describe("nothing of anybody else's is touched", () => {
  test.each([
    ["some text without a line end", "notes.csv"],
    ["variant,other\n0,1\n", "table.csv"],
    ["{}\n", "lines.jsonl"],
  ])("%j", (content, name) => {
    writeFileSync(join(folder, name), content);
    const { status, stderr } = sweep("small.yaml", "--vary", "a", "--out", name);
    expect(status).toBe(2);
    expect(stderr).toContain("is there already");
    expect(text(name)).toBe(content);
    expect(existsSync(join(folder, `${name}.lock`))).toBe(false);
  });

  test("the table of a sweep of another file, of other doubts or from another seed", () => {
    sweep("doubted.yaml", "--vary", "a", "--sample", "100", "--out", "first.csv");
    const before = text("first.csv");
    for (const other of [
      ["doubted.yaml", "--vary", "a", "--sample", "100", "--seed", "2"],
      ["doubted.yaml", "--vary", "b", "--sample", "100"],
    ])
      expect(sweep(...other, "--out", "first.csv").status).toBe(2);
    expect(text("first.csv")).toBe(before);
  });

  test("a table that another sweep is writing to", () => {
    writeFileSync(join(folder, "held.csv.lock"), String(process.pid));
    const { status, stderr } = sweep("small.yaml", "--vary", "a", "--out", "held.csv");
    expect(status).toBe(2);
    expect(stderr).toContain(`another sweep (process ${process.pid})`);
  });
});

test("what cannot be varied, or not as a grid, is said", () => {
  expect(sweep("small.yaml", "--vary", "a.2", "--out", "no.csv").stderr).toContain("did you mean `a.1`");
  const many = DOUBTED.replaceAll("confidence: 0.6}", "confidence: 0.6, else: {want: a1, confidence: 0.5}}");
  writeFileSync(join(folder, "many.yaml"), many);
  const { status, stderr } = sweep("many.yaml", "--vary", "all", "--out", "no.csv");
  expect(status).toBe(3);
  expect(stderr).toContain("43,046,721 variants; the most is 10,000,000");
  expect(existsSync(join(folder, "no.csv"))).toBe(false);
});
