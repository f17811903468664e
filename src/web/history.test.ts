import { array, assert, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { beginHistory, redo, step, undo } from "./history.ts";

test("typing is undone as a whole, a pause or another kind of edit begins a new step", () => {
  let history = beginHistory("");
  history = step(history, "a", { kind: "typing", at: 0 });
  history = step(history, "ab", { kind: "typing", at: 300 });
  history = step(history, "abc", { kind: "typing", at: 2000 });
  history = step(history, "abc!", { at: 2001 });
  history = step(history, "abc!d", { kind: "typing", at: 2002 });
  const back = [1, 2, 3, 4, 5].map(() => {
    history = undo(history);
    return history.present;
  });
  expect(back).toEqual(["abc!", "abc", "ab", "", ""]);
});

test("typing after an undo is a step of its own and forgets what was undone", () => {
  let history = step(beginHistory("a"), "ab", { kind: "typing", at: 0 });
  history = step(undo(history), "ac", { kind: "typing", at: 1 });
  expect(redo(history).present).toBe("ac");
  expect(undo(history).present).toBe("a");
});

test("undoing everything and doing it again leads back, whatever was done", () => {
  assert(
    property(array(nat(3), { maxLength: 40 }), (values) => {
      const done = values.reduce((history, value, at) => step(history, value, { at }), beginHistory(0));
      let history = done;
      for (const _ of values) history = undo(history);
      expect(history.present).toBe(0);
      for (const _ of values) history = redo(history);
      expect(history.past).toEqual(done.past);
      expect(history.present).toBe(done.present);
    }),
  );
});
