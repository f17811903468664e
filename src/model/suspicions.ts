import { citationsIn } from "./citations.ts";
import type { Expression, Span } from "./expression.ts";
import { printExpression } from "./print-expression.ts";
import type { Problem } from "./problem.ts";
import { createReport, type Report } from "./report.ts";
import type { Pattern, Preference, Setting, Standoff, Statement } from "./standoff.ts";
import { readingsOf, restingClaims } from "./without-claims.ts";
import { listed } from "./words.ts";

/**
 * Warnings about what is legal and probably not meant, as far as they can be told from the file alone:
 * what is defined and never used, what is said twice, parties that can do nothing. Linear in the file.
 */
export function suspicions(standoff: Standoff): Problem[] {
  const report = createReport(standoff.text, standoff.file);
  const used = usedIds(standoff);
  for (const option of standoff.options) {
    if (option.owner === "" || used.has(option.id)) continue;
    const message = `no constraint, preference or move ever uses the option \`${option.id}\`; it only doubles the states`;
    report.warning("unused-option", idSpan(option), message, "remove it, or say who wants it");
  }
  for (const outcome of standoff.outcomes) {
    const decided = standoff.bodies.some(({ decisions }) => decisions.some(({ id }) => id === outcome.id));
    if (decided || used.has(outcome.id)) continue;
    report.warning("unused-outcome", idSpan(outcome), `nothing ever uses the outcome \`${outcome.id}\``);
  }
  warnOfUncited(standoff, report);
  warnOfVainDoubts(standoff, report);
  for (const preference of standoff.preferences) warnOfRepeats(preference, report);
  warnOfIdle(standoff, report);
  return report.problems();
}

/** Definitions begin with their id, so the id's place is the start of their span. */
function idSpan(defined: { readonly id: string; readonly span: Span }): Span {
  return { start: defined.span.start, end: defined.span.start + defined.id.length };
}

/** Every option and outcome something other than its own definition speaks of. */
function usedIds(standoff: Standoff): ReadonlySet<string> {
  const used = new Set<string>();
  const see = (expression: Expression) => idsOf(expression, used);
  for (const { changesWhen, guardDoubt } of standoff.options) {
    if (changesWhen) see(changesWhen);
    if (guardDoubt?.otherwise) see(guardDoubt.otherwise);
  }
  for (const outcome of standoff.outcomes) see(outcome.when);
  for (const constraint of standoff.constraints) see(constraint.condition);
  for (const same of standoff.same) see(same.condition);
  const seeSettings = (settings: readonly Setting[]) => {
    // Lists are filled up with first levels; what stands there may not have been written.
    for (const setting of settings) if (setting.level > 0) used.add(setting.option);
  };
  if (standoff.statusQuo) seeSettings(standoff.statusQuo.settings);
  for (const event of standoff.timeline) for (const setting of event.sets) used.add(setting.option);
  const seePattern = (pattern: Pattern) => {
    if (pattern.kind === "expression") see(pattern.expression);
    else if (pattern.kind === "state") seeSettings(pattern.settings);
    else if (pattern.kind === "tie" || pattern.kind === "unknown") pattern.patterns.forEach(seePattern);
  };
  const seePreference = (preference: Preference) => {
    if (preference.form === "ranking") for (const tier of preference.tiers) seePattern(tier.pattern);
    else if (preference.form === "unanimous")
      for (const member of preference.members) seePreference(member.preference);
    else
      for (const statement of preference.statements)
        for (const { wants } of readingsOf(statement)) see(wants);
  };
  for (const { doesNotSee, believes } of standoff.perceptions) {
    doesNotSee.forEach(see);
    believes.forEach(seePreference);
  }
  standoff.preferences.forEach(seePreference);
  return used;
}

function idsOf(expression: Expression, ids: Set<string>): void {
  switch (expression.kind) {
    case "constant":
      return;
    case "holds":
      ids.add(expression.id);
      return;
    case "compare":
      ids.add(expression.option);
      return;
    case "not":
      idsOf(expression.operand, ids);
      return;
    case "xor":
    case "iff":
    case "implies":
      idsOf(expression.left, ids);
      idsOf(expression.right, ids);
      return;
    default:
      for (const operand of expression.operands) idsOf(operand, ids);
  }
}

function warnOfUncited(standoff: Standoff, report: Report): void {
  const cited = new Set(citationsIn(standoff).flatMap(({ because }) => because));
  for (const claim of standoff.claims) {
    if (cited.has(claim.id) || claim.contradicts.length > 0) continue;
    report.warning(
      "uncited-claim",
      idSpan(claim),
      `nothing rests on the claim \`${claim.id}\``,
      `cite it with \`because: [${claim.id}]\``,
    );
  }
  const sources = new Set(standoff.claims.map((claim) => claim.source));
  for (const source of standoff.sources) {
    if (sources.has(source.id)) continue;
    report.warning("unused-source", idSpan(source), `no claim comes from the source \`${source.id}\``);
  }
}

/** A claim that is doubted or retracted, when nothing that could fall with it rests on it. */
function warnOfVainDoubts(standoff: Standoff, report: Report): void {
  const resting = restingClaims(standoff);
  for (const claim of standoff.claims) {
    if ((claim.confidence === undefined && !claim.retracted) || resting.has(claim.id)) continue;
    report.warning(
      "vain-doubt",
      idSpan(claim),
      `no statement or constraint rests on the claim \`${claim.id}\`, so that it may be wrong changes nothing`,
      "cite it where it matters, or doubt what rests on it itself (`confidence:` of an option or a vote)",
    );
  }
}

function warnOfRepeats(preference: Preference, report: Report): void {
  if (preference.form === "unanimous") {
    for (const member of preference.members) warnOfRepeats(member.preference, report);
    return;
  }
  const stated: { readonly text: string; readonly span: Span }[] =
    preference.form === "ranking"
      ? preference.tiers.flatMap(({ pattern }) =>
          pattern.kind === "expression" ? [textOf(pattern.expression)] : [],
        )
      : preference.statements.map((statement: Statement) => textOf(statement.wants));
  const seen = new Set<string>();
  for (const { text, span } of stated) {
    if (seen.has(text)) {
      const message = `\`${preference.party}\` has said \`${text.slice(0, 100)}\` before; the second time changes nothing`;
      if (preference.form === "weights")
        report.warning(
          "repeated",
          span,
          `\`${preference.party}\` weighs \`${text.slice(0, 100)}\` twice; the weights add up`,
        );
      else report.warning("repeated", span, message, "remove one of the two");
    }
    seen.add(text);
  }
}

function textOf(expression: Expression): { text: string; span: Span } {
  return { text: printExpression(expression), span: expression.span };
}

function warnOfIdle(standoff: Standoff, report: Report): void {
  const owners = new Set([
    ...standoff.options.map((option) => option.owner),
    ...(standoff.moves ?? []).map((move) => move.party),
  ]);
  const idle = standoff.parties.filter((party) => !owners.has(party.id));
  if (idle.length === 0) return;
  const ids = listed(idle.map((party) => party.id));
  const nothing = standoff.moves === undefined ? "no option" : "no move";
  const verb =
    idle.length === 1 ? `owns ${nothing}, so it never moves` : `own ${nothing}, so they never move`;
  report.warning(
    "idle-party",
    idSpan(idle[0]),
    `${ids} ${verb}`,
    standoff.moves === undefined
      ? "give an option to it, or leave it out if it only watches"
      : "list its moves, or leave it out if it only watches",
  );
}
