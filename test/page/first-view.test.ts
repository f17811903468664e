import { expect, test } from "vitest";
import { seriousFindings, seriousInBothThemes, theProgram } from "./visit.ts";

const program = theProgram();

test("the page opens on the flagship's answer, asks nobody else and complains of nothing", {
  timeout: 60_000,
}, async () => {
  const { page, complaints, elsewhere } = await program.visit();
  await page.getByRole("heading", { level: 1, name: "The Korean Peninsula, January 2003" }).waitFor();
  await page.getByText("It holds under GMR, SMR, not under Nash, SEQ, SSEQ.").waitFor();
  await page
    .getByText("5 outcomes would hold under Nash, SEQ or SSEQ, the most robust first.", { exact: false })
    .waitFor();
  expect(await page.locator(".outcome").count()).toBe(5);
  await page.locator(".cm-content").waitFor();
  expect(await page.locator(".cm-content").textContent()).toContain("standoff: 1");
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test("what is typed changes the answer, and undo brings the old one back", { timeout: 60_000 }, async () => {
  const { page, complaints } = await program.visit();
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("nonsense: 1\n");
  await page.getByText("There is no answer yet: the file has 1 error.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("It holds under GMR, SMR", { exact: false }).waitFor();
  expect(complaints).toEqual([]);
});

test("the tabs are walked with the arrow keys", { timeout: 60_000 }, async () => {
  const { page } = await program.visit();
  await page.getByRole("tab", { name: "What would hold" }).press("ArrowRight");
  await page.getByText("2,240 states; 1 to 50 are shown.").waitFor();
  expect(await page.getByRole("tab", { name: "All states" }).getAttribute("aria-selected")).toBe("true");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.getByText("Nothing wrong and nothing suspicious.").waitFor();
});

test.each([
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
])(
  "at $width x $height, light and dark, axe finds nothing serious on any panel, and nothing is wider than the screen",
  {
    timeout: 240_000,
  },
  async (size) => {
    const { page } = await program.visit(size);
    await page.locator(".outcome").first().waitFor();
    const tabs = await page.getByRole("tablist", { name: "Questions" }).getByRole("tab").all();
    expect(tabs.length).toBeGreaterThan(12);
    expect(await seriousFindings(page)).toEqual([]);
    for (const tab of tabs) {
      await tab.click();
      await page.locator(".answer[aria-busy=false]").last().waitFor();
      expect(await seriousInBothThemes(page, ".side.answers")).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(size.width);
    }
  },
);
