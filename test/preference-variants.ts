import type { Preference } from "../src/model/standoff.ts";

export const SPAN = { start: 0, end: 0 };

/** Every single change, written out once more: what is dropped is made indifferent by "true". */
export function variants(preference: Preference, reorder = false): [string, Preference][] {
  if (preference.form === "ranking") {
    const { tiers } = preference;
    return tiers.slice(0, -2).map((tier, place) => {
      const exchanged = [...tiers.slice(0, place), tiers[place + 1], tier, ...tiers.slice(place + 2)];
      return [`exchanged ${place + 1}`, { ...preference, tiers: exchanged }];
    });
  }
  if (preference.form === "unanimous") return [];
  return preference.statements.flatMap((_, place): [string, Preference][] => {
    const set = (wants: object) =>
      ({
        ...preference,
        statements: preference.statements.map((each, index) =>
          index === place ? { ...each, ...wants } : each,
        ),
      }) as Preference;
    const { wants } = preference.statements[place];
    const weight = "weight" in preference.statements[place] ? Number(preference.statements[place].weight) : 0;
    return [
      [`dropped ${place + 1}`, set({ wants: { kind: "constant", value: true, span: SPAN } })],
      [
        `turned ${place + 1}`,
        set(
          preference.form === "weights"
            ? { weight: String(-weight) }
            : { wants: { kind: "not", operand: wants, span: SPAN } },
        ),
      ],
      ...(reorder && preference.form === "statements" && place + 1 < preference.statements.length
        ? ([[`exchanged ${place + 1}`, swapped(preference, place)]] as [string, Preference][])
        : []),
    ];
  });
}

function swapped(preference: Extract<Preference, { form: "statements" }>, place: number): Preference {
  const statements = [...preference.statements];
  [statements[place], statements[place + 1]] = [statements[place + 1], statements[place]];
  return { ...preference, statements };
}
