/** The text of a structured standoff: 20 yes/no options of five parties, twelve statements each, ten constraints. */
export function structuredModel(rng) {
  const pick = () => `o${Math.floor(rng() * 20)}`;
  const literal = () => (rng() < 0.4 ? `not ${pick()}` : pick());
  const statement = () => {
    const kind = rng();
    if (kind < 0.3) return literal();
    if (kind < 0.7) return `${literal()} and ${literal()}`;
    if (kind < 0.85) return `${literal()} implies ${literal()}`;
    return `exactly one of (${pick()}, ${pick()}, ${pick()})`;
  };
  const lines = ["standoff: 1", "title: A structured model for measuring", "parties:"];
  for (let party = 0; party < 5; party++) lines.push(`  p${party}: Party ${party}`);
  lines.push("options:");
  for (let option = 0; option < 20; option++) lines.push(`  o${option}: {owner: p${option % 5}}`);
  lines.push("constraints:");
  for (let each = 0; each < 10; each++)
    lines.push(`  - never: ${[0, 1, 2, 3, 4].map(literal).join(" and ")}`);
  lines.push("preferences:");
  for (let party = 0; party < 5; party++) {
    lines.push(`  p${party}:`);
    for (let each = 0; each < 12; each++) lines.push(`    - ${statement()}`);
  }
  return `${lines.join("\n")}\n`;
}
