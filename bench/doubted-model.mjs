/** The text of a standoff with `bits` yes/no options of five parties, eight statements each, every one as likely right as not. */
export function doubtedModel(bits, rng) {
  const pick = () => `o${Math.floor(rng() * bits)}`;
  const literal = () => (rng() < 0.4 ? `not ${pick()}` : pick());
  const statement = () => {
    const kind = rng();
    if (kind < 0.4) return literal();
    return kind < 0.8 ? `${literal()} and ${literal()}` : `${literal()} iff ${literal()}`;
  };
  const lines = ["standoff: 1", "title: A model in doubt, for measuring", "parties:"];
  for (let party = 0; party < 5; party++) lines.push(`  p${party}: Party ${party}`);
  lines.push("options:");
  for (let option = 0; option < bits; option++) lines.push(`  o${option}: {owner: p${option % 5}}`);
  lines.push("status quo: []", "preferences:");
  for (let party = 0; party < 5; party++) {
    lines.push(`  p${party}:`);
    for (let each = 0; each < 8; each++) lines.push(`    - {want: ${statement()}, confidence: unsure}`);
  }
  return `${lines.join("\n")}\n`;
}
