import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { startServer } from "../../scripts/chromium.mjs";
import { seriousFindings, theProgram, visit } from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "standoff-share-"));
const program = theProgram();
afterAll(() => rmSync(folder, { recursive: true }));

async function type(page: Page, words: string): Promise<void> {
  await page.locator(".cm-content").waitFor();
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type(words);
}

async function choose(page: Page, name: string, text: string | Buffer): Promise<void> {
  await page
    .locator(".actions input[type=file]")
    .setInputFiles({ name, mimeType: "text/yaml", buffer: Buffer.from(text) });
}

const small = `standoff: 1
title: Small
parties: {a: A, b: B}
options: {x: {owner: a}, y: {owner: b}}
status quo: []
preferences: {a: [y, not x], b: [x, not y]}
`;

test("a link carries the standoff to somebody else, who sees the same; other tabs keep their own", {
  timeout: 60_000,
}, async () => {
  const { page, complaints, elsewhere } = await program.visit();
  await page.locator(".outcome").first().waitFor();
  await choose(page, "small.yaml", small);
  await page.getByRole("heading", { level: 1, name: "Small" }).waitFor();
  await type(page, "# for you\n");
  await page.getByRole("button", { name: "Share" }).click();
  const link = await page.getByRole("textbox", { name: "The link" }).inputValue();
  expect(link).toMatch(/#standoff=1\.[\w-]+$/);
  await page.getByText(`${link.length.toLocaleString("en-US")} characters.`).waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  const other = await visit(program.browser(), link);
  await other.page.getByRole("heading", { level: 1, name: "Small" }).waitFor();
  await other.page.locator(".cm-content").getByText("# for you").waitFor();
  expect(other.page.url()).not.toContain("standoff=");
  expect([...complaints, ...other.complaints, ...elsewhere, ...other.elsewhere]).toEqual([]);
});

test("work not saved is there after a reload, with the way back; a clean start is one click", {
  timeout: 60_000,
}, async () => {
  const { page } = await program.visit();
  await type(page, "# half done\n");
  await page.getByText("changed, kept in this browser").waitFor();
  await page.reload();
  await page.getByText(/Recovered korea-2003.yaml from \d\d:\d\d, with changes not saved/).waitFor();
  await page.locator(".cm-content").getByText("# half done").waitFor();
  expect(await page.getByRole("button", { name: "Undo" }).isEnabled()).toBe(true);
  await page.getByRole("button", { name: "Start clean" }).click();
  await page.locator(".cm-content").getByText("# half done").waitFor({ state: "detached" });
  await page.getByText("— saved").waitFor();
});

test("two tabs do not overwrite each other, and the work of one that crashed is offered to the next", {
  timeout: 60_000,
}, async () => {
  const { page } = await program.visit();
  const second = await page.context().newPage();
  await second.goto(program.address());
  await type(page, "# of the first\n");
  await type(second, "# of the second\n");
  for (const each of [page, second]) await each.getByText("changed, kept in this browser").waitFor();
  await second.close({ runBeforeUnload: false });
  // A tab is gone for the others when the browser has let go of its lock, which may take it a moment.
  await expect.poll(() => page.evaluate("navigator.locks.query().then(({ held }) => held.length)")).toBe(1);
  await page.reload();
  await page.locator(".cm-content").getByText("# of the first").waitFor();
  await page.getByText(/Changes to korea-2003.yaml from \d\d:\d\d were never saved/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("button", { name: "Open them" }).click();
  await page.locator(".cm-content").getByText("# of the second").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator(".cm-content").getByText("# of the second").waitFor({ state: "detached" });
});

test("a file is saved in place where the browser can, and dropped files are opened", {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await program.visit();
  await page.locator(".outcome").first().waitFor();
  // The browser's own dialogs cannot be driven; the file they would give is one of the page's private folder.
  await page.evaluate(`window.showSaveFilePicker = async ({ suggestedName }) =>
    (await navigator.storage.getDirectory()).getFileHandle("mine-" + suggestedName, { create: true })`);
  await type(page, "# kept\n");
  await page.keyboard.press("Control+s");
  await page.getByText("mine-korea-2003.yaml was saved.").waitFor();
  await type(page, "# again\n");
  await page.keyboard.press("Control+s");
  await page.getByText("— saved").waitFor();
  const written = await page.evaluate<string>(`navigator.storage.getDirectory()
    .then((folder) => folder.getFileHandle("mine-korea-2003.yaml"))
    .then((handle) => handle.getFile()).then((file) => file.text())`);
  expect(written.startsWith("# again\n# kept\n")).toBe(true);

  await page.evaluate(`{
    const brought = new DataTransfer();
    brought.items.add(new File([${JSON.stringify(small)}], "dropped.yaml"));
    for (const name of ["dragenter", "drop"])
      document.querySelector(".answers").dispatchEvent(
        new DragEvent(name, { dataTransfer: brought, bubbles: true, cancelable: true }));
  }`);
  await page.getByText("dropped.yaml is open.").waitFor();
  await page.getByRole("heading", { level: 1, name: "Small" }).waitFor();
  expect(complaints).toEqual([]);
});

test("the files of the served folder are listed, a GMCR+ model is converted", {
  timeout: 60_000,
}, async () => {
  writeFileSync(join(folder, "small.yaml"), small);
  const own = await startServer(["serve", folder]);
  const { page } = await visit(program.browser(), own.address);
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("button", { name: "small.yaml" }).click();
  await page.getByText("small.yaml is open.").waitFor();
  await type(page, "# here\n");
  await page.keyboard.press("Control+s");
  await page.getByText("small.yaml was saved.").waitFor();
  expect(readFileSync(join(folder, "small.yaml"), "utf8")).toBe(`# here\n${small}`);
  await page.reload();
  await page.locator(".cm-content").getByText("# here").waitFor();
  await choose(page, "broken.gmcr", "{");
  await page.getByText("broken.gmcr was not opened", { exact: false }).waitFor();
  await page.getByRole("heading", { level: 1, name: "Small" }).waitFor();
  own.end();
});

test("a report is downloaded, and stands alone", { timeout: 60_000 }, async () => {
  const { page, complaints } = await program.visit();
  await page.getByRole("button", { name: "Export" }).click();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("textbox", { name: "With what it would take" }).fill("no_such_thing");
  await page.getByRole("button", { name: "Download", exact: true }).click();
  await page.getByText("no_such_thing", { exact: false }).first().waitFor();
  await page.getByRole("textbox", { name: "With what it would take" }).fill("");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("korea-2003.html");
  const file = join(folder, "report.html");
  await download.saveAs(file);
  const reader = await visit(program.browser(), `file://${file}`);
  await reader.page.getByRole("heading", { level: 1, name: "The Korean Peninsula, January 2003" }).waitFor();
  expect(await seriousFindings(reader.page)).toEqual([]);
  expect(reader.complaints).toEqual([]);
  await page.getByRole("radio", { name: "Frontier, as a picture" }).check();
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download", exact: true }).click(),
  ]);
  await picture.saveAs(join(folder, "frontier.png"));
  expect(readFileSync(join(folder, "frontier.png")).subarray(1, 4).toString()).toBe("PNG");
  expect(complaints).toEqual([]);
});

test("what is different since it was opened is told, in the answers and in the text", {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await program.visit();
  await page.locator(".outcome").first().waitFor();
  await choose(page, "small.yaml", small);
  await page.getByRole("heading", { level: 1, name: "Small" }).waitFor();
  await page.getByRole("tab", { name: "Compare" }).click();
  await page.getByText("The two texts are the same, letter by letter.").waitFor();
  // "not " is taken out of the end of the last line, "not y]}".
  await page.locator(".cm-content").click();
  for (const key of ["Control+End", "ArrowUp", "End", "ArrowLeft", "ArrowLeft", "ArrowLeft"])
    await page.keyboard.press(key);
  for (let each = 0; each < 4; each++) await page.keyboard.press("Backspace");
  await page.getByText("Preferences changed: B.").waitFor();
  await page.getByText("They differ in 1 place", { exact: false }).waitFor();
  expect(await page.locator(".line.removed code").textContent()).toContain("b: [x, not y]");
  expect(await page.locator(".line.added code").textContent()).toContain("b: [x, y]");
  expect(complaints).toEqual([]);
  expect(await seriousFindings(page)).toEqual([]);
});

describe("whatever a stranger sends, an error shows and the page stays awake", () => {
  const laughs = `${["a0: &a0 [x, x]", ...Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`)].join("\n")}\n`;
  const many = `standoff: 1\ntitle: Many\nparties: {a: A, b: B}\noptions:\n${Array.from({ length: 100_000 }, (_, at) => `  o${at}: {owner: a}`).join("\n")}\n`;

  test.each([
    [
      "a damaged link",
      `#standoff=1.${gzipSync("a.yaml\nx").toString("base64url").slice(0, -6)}`,
      "This link is damaged",
    ],
    ["a link of garbage", "#standoff=1.%%%", "This link is damaged"],
    [
      "a bomb",
      `#standoff=1.${gzipSync(Buffer.alloc(50_000_000)).toString("base64url")}`,
      "unfolds to more than 2 MB",
    ],
  ])("%s", { timeout: 60_000 }, async (_name, fragment, says) => {
    const { page, complaints } = await program.visit({ fragment });
    await page.getByText(says, { exact: false }).waitFor();
    await page.locator(".outcome").first().waitFor();
    expect(complaints).toEqual([]);
  });

  test("HTML in names is text", { timeout: 60_000 }, async () => {
    const { page, complaints } = await program.visit();
    const evil = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
    await choose(page, "<b>evil</b>.yaml", small.replace("title: Small", `title: ${JSON.stringify(evil)}`));
    await page.getByRole("heading", { level: 1, name: evil }).waitFor();
    expect(await page.locator("main img, main script, .bar b").count()).toBe(0);
    expect(await page.title()).toBe("Standoff");
    expect(complaints).toEqual([]);
  });

  test.each([
    ["a billion laughs", laughs, "The text cannot be read well enough for forms."],
    ["a hundred thousand options", many, "This file is too long for forms"],
  ])("%s", { timeout: 90_000 }, async (_name, text, forms) => {
    const { page, complaints } = await program.visit();
    await page.locator(".outcome").first().waitFor();
    await page.evaluate(`new PerformanceObserver((list) => {
      for (const each of list.getEntries()) (window.longTasks ??= []).push(each.duration);
    }).observe({ entryTypes: ["longtask"] })`);
    await choose(page, "hostile.yaml", text);
    await page
      .getByText("There is no answer yet: the file has", { exact: false })
      .waitFor({ timeout: 60_000 });
    await page.getByRole("tab", { name: "Forms" }).click();
    await page.getByText(forms).waitFor();
    const longest = Math.max(0, ...(await page.evaluate<number[]>("window.longTasks ?? []")));
    // A tenth of a second on a quiet machine, with other tests beside up to a second; a hang would be minutes.
    expect(longest).toBeLessThan(5000);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("heading", { level: 1, name: "The Korean Peninsula, January 2003" }).waitFor();
    expect(complaints).toEqual([]);
  });

  test("a million options are not taken in", { timeout: 60_000 }, async () => {
    const { page } = await program.visit();
    await page.locator(".outcome").first().waitFor();
    const options = Array.from({ length: 1_000_000 }, (_, at) => `o${at}: {owner: a}`).join(", ");
    await choose(page, "million.yaml", small.replace(/^options:.*$/m, `options: {${options}}`));
    await page.getByText("million.yaml is larger than 5 MB", { exact: false }).waitFor();
    await page.getByRole("heading", { level: 1, name: "The Korean Peninsula, January 2003" }).waitFor();
  });

  test("a file of 50 MB is not taken in", { timeout: 60_000 }, async () => {
    const { page } = await program.visit();
    await page.locator(".outcome").first().waitFor();
    await page.evaluate(`{
      const brought = new DataTransfer();
      brought.items.add(new File([new Uint8Array(50_000_000)], "huge.yaml"));
      document.querySelector(".answers").dispatchEvent(
        new DragEvent("drop", { dataTransfer: brought, bubbles: true, cancelable: true }));
    }`);
    await page.getByText("huge.yaml is larger than 5 MB", { exact: false }).waitFor();
    await page.locator(".outcome").first().waitFor();
  });
});
