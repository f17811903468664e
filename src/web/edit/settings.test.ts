import { expect, test } from "vitest";
import { readSetting, withSetting } from "./settings.ts";

const aid = { id: "aid", yesNo: false, levels: [{ id: "none" }, { id: "full" }] };
const arm = { id: "arm", yesNo: true, levels: [{ id: "no" }, { id: "yes" }] };

test("a setting is an option, not an option, or an option at a level", () => {
  expect(readSetting("arm")).toEqual({ option: "arm", level: "yes" });
  expect(readSetting("not arm")).toEqual({ option: "arm", level: "no" });
  expect(readSetting("aid = full")).toEqual({ option: "aid", level: "full" });
  expect(readSetting("arm or aid")).toBeUndefined();
  expect(readSetting("not aid = full")).toBeUndefined();
});

test("what is set takes the place of what was; what stands at its first level need not be said", () => {
  expect(withSetting(["arm", "x"], aid, "full")).toEqual(["arm", "x", "aid = full"]);
  expect(withSetting(["not arm", "x"], arm, "yes")).toEqual(["arm", "x"]);
  expect(withSetting(["aid=full", "x"], aid, "none")).toEqual(["x"]);
  expect(withSetting(["x"], arm, "no")).toEqual(["x"]);
  expect(withSetting(["x"], arm, "no", true)).toEqual(["x", "not arm"]);
  expect(withSetting(["arm", "x"], arm, undefined, true)).toEqual(["x"]);
});
