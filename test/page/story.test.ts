import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { theProgram, visit } from "./visit.ts";

const program = theProgram();

/** Both silent, and both confessing, hold under SEQ; who comes to care more about not staying silent than about the other ends silence. */
const DILEMMA = `standoff: 1
title: Two prisoners
parties: {ann: Ann, ben: Ben}
options: {ann_silent: {owner: ann, title: stay silent}, ben_silent: {owner: ben, title: keep quiet}}
status quo: []
preferences:
  ann:   # what she wants
    - ben_silent
    - not ann_silent
  ben: [ann_silent, not ben_silent]
`;

test("a newcomer opens a standoff, reads it, asks why, drags a preference, sees an outcome go, takes that back, shares, comes back and takes a report along", {
  timeout: 120_000,
}, async () => {
  const { page, complaints, elsewhere } = await program.visit();
  await page.locator(".outcome").first().waitFor();
  await page
    .locator(".actions input[type=file]")
    .setInputFiles({ name: "two.yaml", mimeType: "text/yaml", buffer: Buffer.from(DILEMMA) });
  await page.getByRole("heading", { level: 1, name: "Two prisoners" }).waitFor();
  const outcomes = page.locator(".outcome");
  await expect.poll(() => outcomes.count()).toBe(2);

  await outcomes.nth(1).getByRole("button", { name: "Why?" }).click();
  await page.getByText("is stable for Ann under SEQ", { exact: false }).first().waitFor();

  await page.getByRole("tab", { name: "What would hold" }).click();
  await page.getByRole("tab", { name: "Forms" }).click();
  await page.getByRole("tab", { name: "Preferences", exact: true }).click();
  const cards = page.locator(".forms .card");
  const from = (await cards.nth(1).locator(".handle").boundingBox())!;
  const to = (await cards.nth(0).boundingBox())!;
  await page.mouse.move(from.x + 10, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, to.y + 3, { steps: 5 });
  await page.mouse.up();
  await page.getByRole("status").getByText("is now 1 of 2.").waitFor();
  await expect.poll(() => outcomes.count()).toBe(1);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => outcomes.count()).toBe(2);

  await page.getByRole("button", { name: "Share" }).click();
  const link = await page.getByRole("textbox", { name: "The link" }).inputValue();
  await page.keyboard.press("Escape");
  const other = await visit(program.browser(), link);
  await other.page.getByRole("heading", { level: 1, name: "Two prisoners" }).waitFor();

  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Two prisoners" }).waitFor();
  await expect.poll(() => outcomes.count()).toBe(2);
  await page.getByRole("tab", { name: "Text" }).click();
  await page.locator(".cm-content").getByText("# what she wants").waitFor();

  await page.getByRole("button", { name: "Export" }).click();
  const [taken] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download", exact: true }).click(),
  ]);
  const report = readFileSync(await taken.path(), "utf8");
  expect(report).toContain("Two prisoners");
  expect(report).not.toContain("<script");
  expect([complaints, elsewhere, other.complaints]).toEqual([[], [], []]);
});
