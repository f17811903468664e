import { expect, test } from "vitest";
import { seriousFindings, theProgram } from "./visit.ts";

const program = theProgram();

test("who can block: the vetoes, what the Council would do, and power in exact fractions", {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await program.visit();
  await page.getByRole("tab", { name: "Who can block" }).click();
  await page
    .getByText("United States, Russia, China, Britain and France have a veto", { exact: false })
    .waitFor();
  await page.getByText("The veto of Russia and China stops it.", { exact: false }).waitFor();
  // Felsenthal & Machover (1998): a permanent member has 421/2145 of the power, each of the others 4/2145.
  expect(await page.getByText("421/2145").count()).toBe(0);
  await page.getByLabel("exact fractions").check();
  expect(await page.getByText("421/2145").count()).toBe(5);
  expect(await page.getByText("4/2145", { exact: true }).count()).toBe(1);
  const folded = page.getByText("United States and 8 of the elected ten").first();
  expect(await folded.isVisible()).toBe(false);
  await page.getByText("26 more kinds").first().click();
  expect(await folded.isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test("what it would take: a goal is completed by keyboard, and its packages tell who signs what in which order", {
  timeout: 60_000,
}, async () => {
  const { page, complaints, elsewhere } = await program.visit({
    width: 390,
    height: 844,
    dark: true,
  });
  await page.getByRole("tab", { name: "What it would take" }).click();
  await page.getByRole("heading", { name: "Fair among all states" }).waitFor();
  const field = page.getByRole("combobox", { name: "What is to be reached?" });
  await field.pressSequentially("pack");
  await field.press("ArrowDown");
  await field.press("Enter");
  expect(await field.inputValue()).toBe("package");
  await field.press("Enter");
  const first = page.getByRole("article", { name: "Package 1" });
  await first
    .getByText("It can be carried out one after the other: North Korea, then United States.")
    .waitFor();
  expect(await first.getByRole("listitem").first().textContent()).toContain("freeze the plutonium plants");
  expect(await first.getByRole("row", { name: "North Korea" }).textContent()).toContain("gains 53");
  await first.getByText("The weakest link is United States", { exact: false }).waitFor();
  expect(await page.getByRole("article", { name: /^Package/ }).count()).toBe(2);
  await page.getByRole("heading", { name: "Guarantees and bans" }).waitFor();
  await page.getByText("Draw it").click();
  await page.getByRole("img", { name: /efficient outcomes/ }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  // What was asked is still there after a look at another panel.
  await page.getByRole("tab", { name: "Check" }).click();
  await page.getByRole("tab", { name: "What it would take" }).click();
  await first.getByRole("button", { name: "Why would it hold?" }).click();
  await page.getByText("United States would stay", { exact: false }).first().waitFor();
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test("a goal with a mistake is answered under the field, and one the constraints rule out in words", {
  timeout: 60_000,
}, async () => {
  const { page } = await program.visit();
  await page.getByRole("tab", { name: "What it would take" }).click();
  const field = page.getByRole("combobox", { name: "What is to be reached?" });
  await field.fill("guarantee and not tallk");
  await field.press("Escape");
  await page.getByText("there is no option or outcome `tallk`").waitFor();
  await page.getByText("did you mean `talk`?").waitFor();
  expect(await page.getByRole("button", { name: "Find packages" }).isDisabled()).toBe(true);
  await field.fill("guarantee and not talk");
  await field.press("Enter");
  await page.getByText("No feasible state meets the goal.").waitFor();
  await page.getByText("There is no package.").waitFor();
});
