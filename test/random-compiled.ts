import fc from "fast-check";
import { type Compiled, compile } from "../src/game/compile.ts";
import { parse } from "../src/model/parse.ts";
import { type Features, randomStandoff } from "./random-standoff.ts";

/** Random standoffs as the engine sees them, with one state at least and at most `most`; a failure shows the text. */
export function randomCompiled(features?: Features, most = Infinity): fc.Arbitrary<Compiled> {
  return randomStandoff(features)
    .map((text) => {
      const { compiled } = compile(parse(text, "test.yaml").standoff!);
      return compiled && { ...compiled, [fc.toStringMethod]: () => text };
    })
    .filter((each): each is NonNullable<typeof each> => each !== undefined && each.game.states <= most);
}
