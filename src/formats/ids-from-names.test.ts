import { describe, expect, it } from "vitest";
import { idsFromNames } from "./ids-from-names.ts";

describe("ids made from names", () => {
  const ids = (...names: string[]) =>
    idsFromNames(
      names.map((name) => ({ name, qualifier: "" })),
      "option",
    );

  it("are the names in small letters with dashes", () => {
    expect(ids("Legal Challenge", "  Full (1980)! ", "Don't", "Çevre")).toEqual([
      "legal-challenge",
      "full-1980",
      "dont",
      "çevre",
    ]);
  });

  it("begin with a letter, are no word of the language, and are there for any name", () => {
    expect(ids("3 ships", "None", "and", "", "42", "🙂")).toEqual([
      "ships",
      "do-none",
      "do-and",
      "option-4",
      "option-5",
      "option-6",
    ]);
  });

  it("are all different: by owner, then by number, never like another's", () => {
    const owned = (name: string, qualifier: string) => ({ name, qualifier });
    expect(
      idsFromNames([owned("Full", "us"), owned("Full", "ijc"), owned("Reduced", "us")], "option"),
    ).toEqual(["us-full", "ijc-full", "reduced"]);
    const many = idsFromNames(
      [owned("a", "b"), owned("a", "b"), owned("b-a", "c"), owned("A", "b"), owned("b a 2", "d")],
      "option",
    );
    expect(new Set(many).size).toBe(5);
    expect(many[2]).toBe("b-a");
  });
});
