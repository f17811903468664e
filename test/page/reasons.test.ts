import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { theProgram } from "./visit.ts";

const program = theProgram();

const open = (page: Page, file: string, text: string) =>
  page
    .locator("input[type=file]")
    .setInputFiles({ name: file, mimeType: "text/yaml", buffer: Buffer.from(text) });

test("from an outcome to why it holds, and along the answer to the state it leads to, by keyboard alone", {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await program.visit();
  await page.locator(".outcome").nth(2).getByRole("button", { name: "Why?" }).press("Enter");
  await page.getByRole("radio", { name: "North Korea" }).press("Space");
  await page
    .getByText("North Korea would stay: the state is stable for North Korea under SEQ", { exact: false })
    .waitFor();
  const first = page.locator(".told").first();
  await first.getByText("That leaves North Korea worse off than it started", { exact: false }).waitFor();
  expect(await first.locator(".rung .party-name").allTextContents()).toEqual([
    "North Korea",
    "United States",
  ]);
  await first.getByText("6 claims behind it").press("Enter");
  await first.getByText("B1: ", { exact: false }).waitFor();
  await first.getByText("worse for North Korea", { exact: true }).press("Enter");
  await first.getByRole("button", { name: "Look closer" }).press("Enter");
  await page.locator(".now").getByText("deliver heavy fuel oil").waitFor();
  expect(await page.evaluate("document.activeElement.id")).toBe("answers-panel");

  await page.getByLabel("Foresight").selectOption("nm");
  await page.getByText("under NM (nobody would move", { exact: false }).waitFor();
  await page.getByText("Choose another state").press("Enter");
  await page.getByRole("checkbox", { name: "reprocess the spent fuel" }).press("Space");
  await page.locator(".now").getByText("reprocess the spent fuel").waitFor();
  await page.getByRole("button", { name: "Back to where the file starts" }).press("Enter");
  await page.locator(".now").getByText("deliver heavy fuel oil").waitFor({ state: "detached" });
  expect(complaints).toEqual([]);
});

test("the ways to a goal: a mistake in it is shown with a caret, then who moves, who gains and what cuts it off", {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await program.visit();
  await page.getByRole("tab", { name: "How to get there" }).click();
  await page.getByText("Of 1,731 outcomes looked for", { exact: false }).waitFor();
  const goal = page.getByLabel("To a goal");
  await goal.fill("freeze and guarante");
  await goal.press("Escape"); // the offer to complete the word
  await page.locator(".excerpt").waitFor();
  expect(await page.locator(".excerpt").textContent()).toBe("freeze and guarante\n           ^^^^^^^^");
  expect(await goal.getAttribute("aria-invalid")).toBe("true");
  await goal.fill("denuclearized and package");
  await goal.press("Enter");
  const first = page.locator(".told").first();
  await first.getByText("Only with a step against somebody's own interest:").waitFor();
  expect(await first.locator(".rung.against .party-name").allTextContents()).toEqual(["North Korea"]);
  await first.getByText("Compared with the start: ", { exact: false }).waitFor({ state: "attached" });

  await open(
    page,
    "one-way.yaml",
    `standoff: 1
title: Spent
parties: {a: Ann, b: Ben}
options: {fuel: {owner: a, title: burn the fuel, one-way: taken}, heat: {owner: b}}
status quo: [fuel]
preferences: {a: [not fuel], b: [heat]}
`,
  );
  await goal.fill("not fuel");
  await goal.press("Enter");
  await page.getByText('It cannot be reached, because "burn the fuel" goes one way only.').first().waitFor();
  expect(complaints).toEqual([]);
});

test("groups that would leave an outcome, and the weakest spot of an alliance", {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await program.visit();
  await page.getByRole("tab", { name: "Who could be pulled away" }).click();
  await page
    .getByText("5 outcomes hold under SEQ as long as everybody moves alone. 3 survive", { exact: false })
    .waitFor();
  expect(await page.locator(".told .verdict").allTextContents()).toEqual([
    ...Array(3).fill("✓ No group would leave."),
    "✗ 1 group would leave.",
    "✗ 8 groups would leave.",
  ]);
  await page.getByText("North Korea, United States and China", { exact: true }).press("Enter");
  await page
    .getByText("North Korea, United States and China would leave together", { exact: false })
    .waitFor();
  const alliance = page.getByRole("group", { name: "An alliance of two or more" });
  await alliance.getByRole("checkbox", { name: "United States" }).press("Space");
  await alliance.getByRole("checkbox", { name: "Russia" }).press("Space");
  await page.getByText("United States would leave already: it takes up", { exact: false }).waitFor();
  await page.getByText('Russia, statement 7, "relief iff denuclearized"', { exact: false }).waitFor();
  await page.getByLabel("Foresight").selectOption("gmr");
  await page.getByText("1,732 outcomes hold under gmr, too many", { exact: false }).waitFor();
  expect(complaints).toEqual([]);
});

test("each party's eyes, and what happened against the model; honest where there is nothing to tell", {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await program.visit();
  await page.getByRole("tab", { name: "Did it happen that way" }).click();
  await page
    .getByText("the model allows 10 as moves of the party that acted, and 8 of them served", { exact: false })
    .waitFor();
  const verdicts = await page.locator(".event-verdict").allTextContents();
  expect(verdicts.filter((words) => words === "expected")).toHaveLength(8);
  expect(verdicts.filter((words) => words === "not expected")).toHaveLength(2);
  await page.getByLabel("From").selectOption("2002-11-14");
  await page.getByText("allows 8 as moves", { exact: false }).waitFor();
  await page.getByRole("tab", { name: "How each party sees it" }).click();
  await page.getByText("The file gives nobody eyes of its own", { exact: false }).waitFor();
  await open(page, "hidden-pact.yaml", readFileSync("examples/hidden-pact.yaml", "utf8"));
  await page.getByText("The coast sees it differently.", { exact: false }).waitFor();
  await page.getByRole("heading", { name: "3 surprises" }).waitFor();
  await page.getByRole("tab", { name: "Did it happen that way" }).click();
  await page.getByText("so there is nothing to look back on", { exact: false }).waitFor();
  expect(complaints).toEqual([]);
});

test("markup in names is shown as it is written", { timeout: 60_000 }, async () => {
  const { page, complaints } = await program.visit();
  await open(
    page,
    "hostile.yaml",
    `standoff: 1
title: <img src=x onerror=alert(1)>
parties: {a: "<script>alert(1)</script>", b: "<b>Ben</b>"}
options: {x: {owner: a, title: "<img src=x onerror=alert(2)>"}, y: {owner: b, title: "</details>"}}
status quo: []
preferences: {a: [x], b: [y]}
perceptions: {a: {does not see: [y]}}
timeline: [{date: 2003-01-01, what: "<i>x</i>", by: a, sets: [x]}]
`,
  );
  for (const tab of [
    "Why",
    "How to get there",
    "Who could be pulled away",
    "How each party sees it",
    "Did it happen that way",
  ]) {
    await page.getByRole("tab", { name: tab, exact: true }).click();
    await page.locator(".answer[aria-busy=false]").last().waitFor();
    await page.locator("#answers-panel").getByText("<script>alert(1)</script>").first().waitFor();
    expect(await page.locator("#answers-panel :is(img, script, i, b)").count()).toBe(0);
  }
  expect(complaints).toEqual([]);
});
