import fc from "fast-check";
import { expect, test } from "vitest";
import { randomCompiled } from "../../test/random-compiled.ts";
import { CONCEPTS } from "../engine/concepts.ts";
import { stabilities } from "../engine/stability.ts";
import { packagesFrom } from "./packages.ts";

test("cut short at any moment it has all packages of up to as many signatories as it says, and counts the rest", {
  timeout: 60_000,
}, () => {
  let cut = 0;
  fc.assert(
    fc.property(
      randomCompiled({ constraints: true, restrictions: true }, 200),
      fc.constantFrom(...CONCEPTS),
      fc.nat(6),
      (compiled, concept, questions) => {
        const { equilibria } = stabilities(compiled.game);
        const wanted = new Uint8Array(compiled.game.states).fill(1);
        const asked = { wanted, start: 0, concept, equilibria };
        const whole = packagesFrom(compiled, asked);
        let asking = 0;
        const part = packagesFrom(compiled, { ...asked, outOfTime: () => asking++ >= questions });
        expect(whole.undecided).toBe(0);
        expect(part.found).toEqual(
          whole.found.filter(({ signatories }) => signatories.length <= part.decidedUpTo),
        );
        expect(whole.found.length - part.found.length).toBeLessThanOrEqual(part.undecided);
        const sum = ({ found, undecided, failing }: typeof part) =>
          found.length + undecided + Object.values(failing).reduce((a, b) => a + b, 0);
        expect(sum(part)).toBe(compiled.game.states - 1);
        expect(sum(whole)).toBe(compiled.game.states - 1);
        if (part.undecided > 0) cut++;
      },
    ),
    { numRuns: 300 },
  );
  expect(cut).toBeGreaterThan(5);
});
