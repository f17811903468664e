/** The text of a structured standoff: 20 yes/no options of five parties, twelve statements each, ten constraints. */
export function structuredModel(rng) {
  return model(rng, { options: 20, constraints: 10, oneWay: () => false });
}

/** The same without constraints, with a status quo of nothing taken up, and every fourth option one-way if asked. */
export function packageModel(rng, options, oneWay) {
  return model(rng, { options, constraints: 0, oneWay: (option) => oneWay && option % 4 === 0 });
}

function model(rng, { options, constraints, oneWay }) {
  const pick = () => `o${Math.floor(rng() * options)}`;
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
  for (let option = 0; option < options; option++)
    lines.push(`  o${option}: {owner: p${option % 5}${oneWay(option) ? ", one-way: taken" : ""}}`);
  if (constraints > 0) lines.push("constraints:");
  for (let each = 0; each < constraints; each++)
    lines.push(`  - never: ${[0, 1, 2, 3, 4].map(literal).join(" and ")}`);
  lines.push("status quo: []", "preferences:");
  for (let party = 0; party < 5; party++) {
    lines.push(`  p${party}:`);
    for (let each = 0; each < 12; each++) lines.push(`    - ${statement()}`);
  }
  return `${lines.join("\n")}\n`;
}
