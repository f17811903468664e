import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStandoffStore } from "./standoff-store.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("questions are asked about a typed text only after a rest, about every other edit at once", () => {
  const store = createStandoffStore({ text: "a", file: "a.yaml" });
  store.edit("ab", "typing");
  expect(store.text()).toBe("ab");
  expect(store.settled().text).toBe("a");
  vi.advanceTimersByTime(200);
  expect(store.settled().text).toBe("ab");
  store.edit("moved");
  expect(store.settled().text).toBe("moved");
});

test("a text still being typed is not asked about after an undo has taken it back", () => {
  const store = createStandoffStore({ text: "a", file: "a.yaml" });
  store.edit("ab", "typing");
  store.undo();
  vi.advanceTimersByTime(1000);
  expect(store.settled().text).toBe("a");
});

test("opening another file can be undone, name and all", () => {
  const store = createStandoffStore({ text: "mine", file: "mine.yaml" });
  store.open("theirs", "theirs.yaml");
  expect(store.changed()).toBe(false);
  store.undo();
  expect([store.text(), store.file(), store.changed()]).toEqual(["mine", "mine.yaml", true]);
});
