import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seriousInBothThemes, theProgram } from "./visit.ts";

const program = theProgram();

const open = async (page: Page, form: string) => {
  await page.getByRole("tab", { name: "Forms" }).click();
  await page.getByRole("tab", { name: form, exact: true }).click();
};

test("a preference is dragged, then moved by keyboard; the answer follows, the comments stay, and undo brings all back", {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await program.visit();
  await page.locator(".outcome").first().waitFor({ timeout: 60_000 });
  await open(page, "Preferences");
  const cards = page.locator(".forms .card");
  const first = await cards.nth(0).locator(".card-words").textContent();
  const second = await cards.nth(1).locator(".card-words").textContent();
  const from = (await cards.nth(0).locator(".handle").boundingBox())!;
  const to = (await cards.nth(1).boundingBox())!;
  await page.mouse.move(from.x + 10, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, to.y + to.height / 2 + 4, { steps: 4 });
  await page.mouse.up();
  await page.getByRole("status").getByText("is now 2 of 10.").waitFor();
  expect(await cards.nth(0).locator(".card-words").textContent()).toBe(second);
  await cards.nth(1).locator(".card-head").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.getByRole("status").getByText("is now 1 of 10.").waitFor();
  expect(await page.evaluate("document.activeElement.textContent")).toContain(first);
  await page.keyboard.press("Control+z");
  expect(await cards.nth(0).locator(".card-words").textContent()).toBe(second);
  await page.keyboard.press("Control+z");
  expect(await cards.nth(0).locator(".card-words").textContent()).toBe(first);
  await page.keyboard.press("Control+Shift+z");
  expect(await cards.nth(0).locator(".card-words").textContent()).toBe(second);
  expect(complaints).toEqual([]);
});

test("a new standoff is built by forms: a party and an option more, a constraint with a mistake told under its field", {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await program.visit();
  await page.getByRole("button", { name: "New" }).click();
  await page.getByRole("heading", { level: 1, name: "A new standoff" }).waitFor();
  await open(page, "Parties");
  await page.getByLabel("Title", { exact: true }).fill("Three neighbors");
  await page.getByRole("heading", { level: 1, name: "Three neighbors" }).waitFor();
  await page.getByLabel("Name of a new party").fill("The mediator");
  await page.keyboard.press("Enter");
  await page.locator(".card").getByText("The mediator").waitFor();
  await page.getByRole("tab", { name: "Options" }).click();
  await page.getByLabel("New option of The mediator").fill("offer a deal");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "offer a deal" }).click();
  await page.getByLabel("Short name (id)").fill("offer");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "Rules" }).click();
  await page.getByRole("button", { name: "Add a constraint" }).click();
  await page.locator(".forms .card-head").first().click();
  const field = page.getByRole("combobox", { name: "What" });
  await field.fill("offer and first_yeilds");
  await page
    .locator(".forms")
    .getByText("there is no option or outcome `first_yeilds`", { exact: false })
    .waitFor();
  await field.fill("offer and first_yields");
  await page.getByText("feasible states", { exact: false }).first().waitFor();
  expect(await page.locator(".forms .problems").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("before a party is taken out, what speaks of it is named; a click goes to the place in the text", {
  timeout: 60_000,
}, async () => {
  const { page } = await program.visit();
  await page.locator(".outcome").first().waitFor({ timeout: 60_000 });
  await open(page, "Parties");
  await page.getByRole("button", { name: "Russia" }).click();
  await page.getByRole("button", { name: "Remove this party" }).click();
  await page.getByText("It is spoken of in", { exact: false }).waitFor();
  await page.locator(".asks").getByRole("button", { name: "options › relief › owner" }).click();
  await page.locator(".cm-activeLine").getByText("relief", { exact: false }).waitFor();
});

test("the editor completes what may stand at the caret", { timeout: 60_000 }, async () => {
  const { page, complaints } = await program.visit();
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\nsa");
  await page.locator(".cm-tooltip-autocomplete").getByText("same").waitFor();
  expect(await page.locator(".cm-tooltip-autocomplete li").allTextContents()).toEqual(["same"]);
  expect(complaints).toEqual([]);
});

test.each([
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
])(
  "at $width x $height, light and dark, axe finds nothing serious on any form, and nothing is wider than the screen",
  {
    timeout: 120_000,
  },
  async (size) => {
    const { page } = await program.visit(size);
    await page.locator(".outcome").first().waitFor({ timeout: 60_000 });
    if (size.width < 800) await page.getByRole("button", { name: "Edit", exact: true }).click();
    for (const form of ["Parties", "Options", "Start", "Rules", "Preferences", "Bodies", "Record"]) {
      await open(page, form);
      const heads = page.locator(".forms .card-head");
      if ((await heads.count()) > 0) await heads.first().click();
      expect(await seriousInBothThemes(page, ".side.edit")).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(size.width);
    }
  },
);
