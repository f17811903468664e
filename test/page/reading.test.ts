import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seriousFindings, seriousInBothThemes, theProgram } from "./visit.ts";

const { visit } = theProgram();

const SAVED = `<html><head><title>Envoy leaves | The Capital Gazette</title>
<meta property="og:site_name" content="The Capital Gazette"><meta property="og:title" content="Envoy leaves">
<meta property="article:published_time" content="2003-01-21"><script>window.hacked = "script"</script></head><body>
<nav><a href="/">Home</a></nav><h1>Envoy leaves</h1>
<p>SEOUL, Jan. 21 — North Korean leader Kim Jong Il received a Russian envoy in Pyongyang on Monday.</p>
<p onclick="window.hacked = 'click'">Deputy Foreign Minister Alexander Losyukov told reporters in Beijing that he had left with "some optimism".
"It was a first step, nothing more," he said. <img src="https://elsewhere.example/spy.png" onerror="window.hacked = 'image'"></p>
<p>The United States offered to send grain to the port of Nampo if the North freezes its plants.</p></body></html>`;

/** Drops a file on the page, as a user would; its content so many times over. */
async function drop(page: Page, name: string, content: string, times = 1): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([file, text, count]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text.repeat(count)], file));
      return transfer;
    },
    [name, content, times] as const,
  );
  await page.dispatchEvent("main", "drop", { dataTransfer });
}
/** The whole text of the file, by way of the editor and the clipboard. */
async function fileText(page: Page): Promise<string> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  return page.evaluate(() => navigator.clipboard.readText());
}
const item = (page: Page, words: string) => page.locator(".found").getByRole("button", { name: words });
const chosenMark = (page: Page) => page.locator(".report mark.chosen");

test("a saved page is dropped, gone through by keyboard, added as one step, and taken out again", {
  timeout: 60_000,
}, async () => {
  const { page, complaints, elsewhere } = await visit();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator(".cm-content").waitFor();
  const before = await fileText(page);
  expect(page.workers()).toHaveLength(1);

  await drop(page, "envoy.html", SAVED);
  await page.getByRole("heading", { name: "Envoy leaves", exact: true }).waitFor();
  expect(page.workers()).toHaveLength(2);
  await page.getByText("0 accepted, 0 dropped", { exact: false }).waitFor();

  // The keyboard: accept the source, the first claim is next and marked in the text.
  await page.keyboard.press("a");
  await expect.poll(() => chosenMark(page).textContent()).toContain("received a Russian envoy");
  await page.keyboard.press("d");
  await item(page, "received a Russian envoy").getByText("dropped", { exact: true }).first().waitFor();
  await page.keyboard.press("u");
  await page.getByText("1 accepted, 0 dropped", { exact: false }).waitFor();
  await page.keyboard.press("a");
  await page.keyboard.press("d"); // "some optimism"
  await page.keyboard.press("e");
  await page.getByLabel("What is said").fill("This was only a first step");
  await page.getByLabel("Who said it", { exact: false }).fill("Losyukov, to reporters");
  await page.getByRole("button", { name: "Accept it like this" }).click();
  await item(page, "This was only a first step").getByText("edited").waitFor();

  // A click on a mark chooses its item; Escape keeps what was decided.
  await page.locator(".report mark", { hasText: "some optimism" }).click();
  expect(await item(page, "some optimism").getAttribute("aria-current")).toBe("true");
  await page.keyboard.press("Escape");
  await page.getByRole("status").getByText("What you decided is kept", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Read a report" }).click();
  await page.getByText("3 accepted, 1 dropped", { exact: false }).waitFor();

  await page.keyboard.press("Shift+A");
  await page.getByText(", 0 open", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Add to the standoff" }).click();
  await page.getByText("Added to korea-2003.yaml: 1 source, 3 claims", { exact: false }).waitFor();
  expect(await page.getByRole("tab", { name: "Who said so" }).getAttribute("aria-selected")).toBe("true");
  const after = await fileText(page);
  expect(after).toContain("says: This was only a first step");
  expect(after).toContain("Losyukov, to reporters");
  expect(after).not.toContain("He had left with");
  expect(after).toContain("# The nuclear standoff on the Korean Peninsula"); // comments stay

  // The same report again is told, and not taken twice.
  await drop(page, "again.html", SAVED);
  await page.getByText("“Envoy leaves” is in korea-2003.yaml already", { exact: false }).waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Undo" }).click();
  expect(await fileText(page)).toBe(before);
  expect(await page.evaluate("window.hacked")).toBeUndefined();
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test("what is pasted becomes a standoff of its own; what cannot be read is told and does no harm", {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await visit({ width: 390, height: 844, dark: true });
  await page.locator(".answer[aria-busy=false]").last().waitFor();
  await page.getByRole("button", { name: "Read a report" }).click();
  const told = (words: string) => page.locator(".trouble").getByText(words, { exact: false }).waitFor();
  await drop(page, "huge.html", "a", 50 * 1024 * 1024);
  await told("huge.html cannot be read: the report is larger than 20 MB.");
  await drop(page, "bomb.html", "<div>", 1_000_000);
  await told("bomb.html cannot be read: ");
  await drop(page, "picture.html", "\0\u0001");
  await told("zero bytes");
  await drop(page, "page.mhtml", "MIME-Version: 1.0");
  await told("save it again as “Web page, HTML only”");
  expect(await seriousFindings(page, ".reading")).toEqual([]);

  await page.getByLabel("Or paste a report here").fill(SAVED);
  await page.getByRole("button", { name: "Read what I pasted" }).click();
  await page.getByRole("heading", { name: "Envoy leaves", exact: true }).waitFor();
  await page.getByLabel("Where to").selectOption("a new standoff");
  await page.getByRole("heading", { name: "Parties this suggests" }).waitFor();
  expect(await seriousInBothThemes(page, ".reading")).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await seriousInBothThemes(page, ".reading")).toEqual([]);
  await page.getByRole("button", { name: "Accept the rest" }).click();
  await page.getByRole("button", { name: "Make the standoff" }).click();
  await page.getByRole("heading", { level: 1, name: "Envoy leaves" }).waitFor();
  await page.getByText("A new standoff with 1 source", { exact: false }).waitFor();
  expect(complaints).toEqual([]);
});
