import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { seriousFindings, theProgram } from "./visit.ts";

const program = theProgram();

async function openMap(size?: { width: number; height: number; dark: boolean }) {
  const visited = await program.visit(size);
  await visited.page.getByRole("tab", { name: "Map" }).click();
  await visited.page.locator(".state").first().waitFor();
  return visited;
}

test("a walk by keyboard: a state, a party, its improvement, the others' answer, and a step back", {
  timeout: 60_000,
}, async () => {
  const { page, complaints, elsewhere } = await openMap();
  await page.getByText("2,240 states are more than can be read.", { exact: false }).waitFor();
  await page.getByText("Improvements lead from the status quo to 1 of these 5", { exact: false }).waitFor();
  const statusQuo = page.getByRole("button", { name: /State 1821, the status quo/ });
  await statusQuo.focus();
  await page.locator(".map-card").getByText("status quo").waitFor();
  await statusQuo.press("Enter");
  await page.getByRole("heading", { name: "A walk" }).waitFor();
  await page.locator(".walk-as select").selectOption({ label: "United States" });
  await page.getByText("under SEQ would make one", { exact: false }).waitFor();
  const improvement = page.locator(".choice.better").first();
  expect(await improvement.textContent()).toContain("an improvement");
  await improvement.press("Enter");
  await page
    .getByText("Nothing the others can do in their own interest deters it", { exact: false })
    .waitFor();
  expect(await page.locator(".crumbs li").count()).toBe(2);
  await page.getByRole("button", { name: "Step back" }).click();
  await page.getByText("under SEQ would make one", { exact: false }).waitFor();
  expect(await page.locator(".crumbs li").count()).toBe(1);
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test("it is zoomed and moved by wheel, keys, buttons and dragging; dragging is no click", {
  timeout: 60_000,
}, async () => {
  const { page } = await openMap();
  const at = () => page.locator(".map-frame g").first().getAttribute("transform");
  const seen = new Set([await at()]);
  const changes = async (what: string, act: () => Promise<unknown>) => {
    const before = await at();
    await act();
    await expect.poll(at, { message: what }).not.toBe(before);
    seen.add(await at());
  };
  await page.getByRole("button", { name: "All", exact: true }).click();
  const whole = await at();
  const frame = page.locator(".map-frame");
  // Its buttons, and so its lower part, are in sight.
  const { x, y: top, height } = (await frame.boundingBox())!;
  const y = top + height - 220;
  await changes("button", () => page.getByRole("button", { name: "Closer" }).click());
  await page.mouse.move(x + 100, y);
  await changes("wheel", () => page.mouse.wheel(0, -120));
  const state = page.locator(".state").first();
  await changes("focus", () => page.locator(".state").last().focus());
  await changes("plus", () => page.keyboard.press("+"));
  await changes("arrow", () => page.keyboard.press("ArrowUp"));
  await changes("dragging", async () => {
    await page.mouse.move(x + 200, y);
    await page.mouse.down();
    await page.mouse.move(x + 200, y + 60, { steps: 4 });
    await page.mouse.up();
  });
  await page.keyboard.press("0");
  expect(await at()).toBe(whole);
  expect(await page.locator(".walk").count()).toBe(0);
  await state.click();
  await page.locator(".walk").waitFor();
});

test("two fingers apart bring it closer", { timeout: 60_000 }, async () => {
  const { page } = await openMap({ width: 390, height: 844, dark: false });
  const scale = async () =>
    Number(/scale\((.+)\)/.exec((await page.locator(".map-frame g").first().getAttribute("transform"))!)![1]);
  const before = await scale();
  await page.locator(".map-frame").scrollIntoViewIfNeeded();
  const { x, y } = (await page.locator(".map-frame").boundingBox())!;
  const touches = await page.context().newCDPSession(page);
  const at = (apart: number) => [
    { x: x + 150 - apart, y: y + 120, id: 1 },
    { x: x + 150 + apart, y: y + 120, id: 2 },
  ];
  await touches.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(20) });
  for (const apart of [30, 40, 50, 60])
    await touches.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(apart) });
  await touches.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect.poll(scale).toBeGreaterThan(1.8 * before);
  expect(await page.locator(".walk").count()).toBe(0);
});

test("it is saved as SVG and as PNG", { timeout: 60_000 }, async () => {
  const { page, complaints } = await openMap();
  for (const [kind, first] of [
    ["SVG", "<svg"],
    ["PNG", "\u0089PNG"],
  ]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: `Save as ${kind}` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`korea-2003-map.${kind.toLowerCase()}`);
    expect(readFileSync(await download.path(), "latin1").slice(0, 4)).toBe(first);
  }
  expect(complaints).toEqual([]);
});

describe.each([
  { width: 1280, height: 900, dark: false },
  { width: 390, height: 844, dark: true },
])("at $width x $height, dark: $dark", (size) => {
  test("axe finds nothing serious on the map and a walk, and nothing is wider than the screen", {
    timeout: 60_000,
  }, async () => {
    const { page } = await openMap(size);
    await page.locator(".state.is-status-quo").click();
    await page.locator(".choice").first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(size.width);
  });
});
