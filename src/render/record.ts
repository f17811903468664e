import type {
  AnswerFinding,
  ClaimFinding,
  Names,
  RecordFindings,
  RetractionFinding,
} from "../analysis/findings.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { partyTitle, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, sentence, wrap } from "./text.ts";

type Cited = RecordFindings["restingOn"]["nothing"][number];

/** The answer to "Who said so?" for a terminal: sources and claims, the timeline, what each answer rests on, and what is weak. */
export function renderRecord(findings: RecordFindings, style: Style): string {
  const { names, retraction } = findings;
  const blocks =
    retraction === undefined
      ? [
          sourceLines(findings, style),
          timelineLines(findings, style),
          answerLines(findings, style),
          weakLines(findings, style),
          hangingLines(findings, style),
        ]
      : [retractionLines(findings, retraction, style)];
  const head = style.bold(
    wrap(
      `${clean(names.title)}${names.asOf === undefined ? "" : `, as of ${names.asOf}`}: the record`,
      style.width,
    ),
  );
  return `${[[head], ...blocks.filter((lines) => lines.length > 0)].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** A claim's chain: `a State Department spokesman, on what China's foreign minister told Powell`. */
function chainWords({ via, hand }: ClaimFinding): string {
  if (hand === "own") return "in its own words";
  const [first, ...others] = via.map(clean);
  return [`on the word of ${first}`, ...others.map((each) => `who has it from ${each}`)].join(", ");
}

function sourceLines({ sources, claims }: RecordFindings, style: Style): string[] {
  if (claims.length === 0)
    return [
      style.bold("Sources and claims"),
      "  None: nothing here rests on anything that somebody is known to have said.",
    ];
  const width = Math.max(...claims.map(({ id }) => id.length)) + 1;
  const claimLines = (from: readonly ClaimFinding[]) =>
    from.flatMap((claim) => {
      const { id, says, sounds, date, carries, contradicts, contradictedBy } = claim;
      const said = [
        claim.source === undefined ? "background" : chainWords(claim),
        ...(sounds === undefined ? [] : [`sounds ${clean(sounds)}`]),
        ...(date === undefined ? [] : [date]),
        carries.length === 0
          ? "nothing rests on it"
          : `${counted(carries.length, "place")} ${carries.length === 1 ? "rests" : "rest"} on it`,
      ].join("; ");
      const denied = contradictedBy.length === 0 ? "" : ` Denied by ${listed(contradictedBy.map(clean))}.`;
      const denies = contradicts.length === 0 ? "" : ` Denies ${listed(contradicts.map(clean))}.`;
      const rest = " ".repeat(width + 4);
      return [
        wrap(sentence(clean(says)), style.width, `    ${clean(id).padEnd(width)}`, rest),
        style.dim(wrap(`${sentence(said)}.${denies}${denied}`, style.width, rest)),
      ];
    });
  const background = claims.filter(({ source }) => source === undefined);
  return [
    style.bold("Sources and claims"),
    ...sources.flatMap(({ id, title, publisher, date, place, kind, link, carries }) => {
      const about = [publisher, place, date, kind, link].flatMap((each) =>
        each === undefined ? [] : [clean(each)],
      );
      const said = `${clean(id)}: ${clean(title)}${about.length === 0 ? "" : ` (${about.join(", ")})`}; ${counted(carries, "place")} ${carries === 1 ? "rests" : "rest"} on it`;
      return [
        wrap(said, style.width, "  ", "    "),
        ...claimLines(claims.filter(({ source }) => source === id)),
      ];
    }),
    ...(background.length === 0
      ? []
      : ["  Without a source, as background knowledge", ...claimLines(background)]),
  ];
}

function timelineLines({ timeline, names }: RecordFindings, style: Style): string[] {
  if (timeline.length === 0) return [];
  return [
    style.bold("Timeline"),
    ...timeline.map(({ date, until, by, what, because, after }) => {
      const day = until === undefined ? date : `${date} to ${until}`;
      const who = by === undefined ? "" : `${partyTitle(names, by)}: `;
      const on = because.length === 0 ? " (no claim)" : ` (${because.map(clean).join(", ")})`;
      return wrap(
        `${day}  ${who}${clean(what)}${on}${after ? ", after the date of this file" : ""}`,
        style.width,
        "  ",
        "              ",
      );
    }),
  ];
}

function answerLines(
  { answers, equilibriaTotal, names, concept, claims, sources }: RecordFindings,
  style: Style,
): string[] {
  if (answers.length === 0) return [];
  const { name } = CONCEPT_WORDS[concept];
  const shown = answers.filter(({ isStatusQuo }) => !isStatusQuo).length;
  const others = equilibriaTotal - answers.filter(({ holds }) => holds).length;
  return [
    style.bold(`What the answers rest on, under ${name}`),
    ...answers.flatMap((answer, index) => [
      ...(index === 0 ? [] : [""]),
      ...oneAnswer(answer, names, name, claims, sources, style),
    ]),
    ...(others > 0
      ? [
          "",
          wrap(
            `${counted(others, "more outcome")} that ${others === 1 ? "holds is" : "hold are"} not shown here (of ${equilibriaTotal.toLocaleString("en-US")}, the first ${shown} are).`,
            style.width,
            "  ",
          ),
        ]
      : []),
  ];
}

function oneAnswer(
  answer: AnswerFinding,
  names: Names,
  name: string,
  claims: readonly ClaimFinding[],
  sources: RecordFindings["sources"],
  style: Style,
): string[] {
  const { state, isStatusQuo, holds, leaving, statements } = answer;
  const verdict = holds
    ? `holds under ${name}`
    : `does not hold under ${name}: ${listed(leaving.map((id) => partyTitle(names, id)))} would leave it`;
  const bare = statements.filter(({ because }) => because.length === 0).length;
  const from = answer.sources.map(({ id, claims: count }) => {
    const source = sources.find((each) => each.id === id);
    return `${count} from ${source === undefined ? "background" : clean(source.publisher ?? source.title)}`;
  });
  const weak = claims.filter(
    ({ id, hand, contradictedBy }) =>
      answer.claims.includes(id) && (hand === "second-hand" || contradictedBy.length > 0),
  );
  const base =
    statements.length === 0
      ? "It rests on no preference at all: nobody has anything to compare."
      : `It rests on ${counted(statements.length, "statement")} of preference${bare === 0 ? "" : `, ${bare.toLocaleString("en-US")} of them without a claim`}, and through them on ${counted(answer.claims.length, "claim")}${from.length === 0 ? "" : `: ${listed(from)}`}.`;
  const hearsay =
    weak.length === 0 ? "" : ` Second-hand or denied among them: ${listed(weak.map(({ id }) => clean(id)))}.`;
  return [
    stateLines(names, state, "  ", style.width),
    (holds ? style.good : style.bad)(
      wrap(`${isStatusQuo ? "The status quo. It " : "It "}${verdict}.`, style.width, "  "),
    ),
    wrap(`${base}${hearsay}`, style.width, "  "),
    ...statements.map(({ party, statement, because, place }) =>
      style.dim(
        wrap(
          `${partyTitle(names, party)}, ${place === 0 ? "" : `${place}. `}${clean(statement)} ← ${because.length === 0 ? "no claim" : because.map(clean).join(", ")}`,
          style.width,
          "    ",
          "      ",
        ),
      ),
    ),
  ];
}

function citedWords(names: Names, { kind, party, text, place, because }: Cited): string {
  const who = party === undefined ? "" : `${partyTitle(names, party)}, `;
  const what =
    kind === "statement"
      ? `${place}. `
      : kind === "belief"
        ? `as another party sees it, ${place}. `
        : `${kind} `;
  return `${who}${what}${clean(text)}${because.length === 0 ? "" : ` ← ${because.map(clean).join(", ")}`}`;
}

function citedLines(names: Names, head: string, cited: readonly Cited[], style: Style): string[] {
  if (cited.length === 0) return [];
  return [
    wrap(`${head} (${cited.length.toLocaleString("en-US")}):`, style.width, "  "),
    ...cited.map((each) => wrap(citedWords(names, each), style.width, "    ", "      ")),
  ];
}

function weakLines({ names, restingOn, unused, claims }: RecordFindings, style: Style): string[] {
  if (claims.length === 0) return [];
  const lines = [
    ...citedLines(names, "On nothing", restingOn.nothing, style),
    ...citedLines(names, "On one second-hand claim alone", restingOn.oneSecondHand, style),
    ...citedLines(names, "On a claim that another denies", restingOn.contradicted, style),
    ...citedLines(
      names,
      "Only on a source that was contradicted in something else",
      restingOn.contradictedSource,
      style,
    ),
    ...(unused.length === 0
      ? []
      : [wrap(`Nothing rests on ${listed(unused.map(clean))}.`, style.width, "  ")]),
  ];
  return [
    style.bold("What rests on little"),
    ...(lines.length > 0
      ? lines
      : ["  Everything rests on a claim, none of them hearsay alone or denied, and every claim is used."]),
  ];
}

function turnWords({ broken, statusQuo, equilibria, states }: RetractionFinding): string {
  if (broken !== undefined) return `what is left is no standoff any more: ${clean(broken)}`;
  const { before, after } = statusQuo!;
  const parts: string[] = [];
  if (before !== undefined && after === undefined) parts.push("the status quo is no longer known");
  else if (JSON.stringify(before?.state) !== JSON.stringify(after?.state))
    parts.push("the status quo is another");
  if (before !== undefined && after !== undefined && before.holds !== after.holds)
    parts.push(`the status quo ${after.holds ? "holds" : "no longer holds"}`);
  const { lostTotal, gainedTotal } = equilibria!;
  if (lostTotal > 0) parts.push(`${counted(lostTotal, "outcome")} would no longer hold`);
  if (gainedTotal > 0) parts.push(`${counted(gainedTotal, "new outcome")} would hold`);
  if (states!.before !== states!.after)
    parts.push(
      `${states!.after.toLocaleString("en-US")} states are feasible instead of ${states!.before.toLocaleString("en-US")}`,
    );
  return parts.length === 0 ? "no answer would change" : listed(parts);
}

function hangingLines({ hanging, concept }: RecordFindings, style: Style): string[] {
  if (hanging === undefined)
    return [
      style.bold("What hangs on one claim"),
      wrap("Too many states to try every claim; `--retract CLAIM` tries one.", style.width, "  "),
    ];
  const name = CONCEPT_WORDS[concept].name;
  return [
    style.bold(`What hangs on one claim, under ${name}`),
    ...(hanging.length === 0
      ? ["  No single claim, if retracted, would change an answer."]
      : hanging.map((each) =>
          wrap(`Without ${listed(each.claims.map(clean))} ${turnWords(each)}.`, style.width, "  ", "    "),
        )),
  ];
}

const SHOWN = 5;

function retractionLines(
  { names, concept }: RecordFindings,
  retraction: RetractionFinding,
  style: Style,
): string[] {
  const { claims, dropped, standing, weakened, statusQuo, equilibria } = retraction;
  const name = CONCEPT_WORDS[concept].name;
  const states = (
    head: string,
    list: readonly (typeof equilibria & object)["lost"][number][],
    total: number,
  ) =>
    total === 0
      ? []
      : [
          "",
          style.bold(head),
          ...list
            .slice(0, SHOWN)
            .flatMap((state, index) => [
              ...(index > 0 ? [""] : []),
              stateLines(names, state, "  ", style.width),
            ]),
          ...(total > SHOWN ? [`  … and ${(total - SHOWN).toLocaleString("en-US")} more`] : []),
        ];
  return [
    style.bold(
      wrap(`Without ${listed(claims.map(clean))}, under ${name}: ${turnWords(retraction)}.`, style.width),
    ),
    ...(dropped.length + standing.length + weakened.length === 0 ? ["  Nothing rests on it."] : []),
    ...citedLines(names, "Falls with it, resting on nothing else", dropped, style),
    ...citedLines(names, "Would rest on nothing, but stays, since the rest speaks of it", standing, style),
    ...citedLines(names, "Keeps other claims", weakened, style),
    ...(statusQuo?.after !== undefined &&
    JSON.stringify(statusQuo.before?.state) !== JSON.stringify(statusQuo.after.state)
      ? [
          "",
          style.bold("The status quo would be"),
          stateLines(names, statusQuo.after.state, "  ", style.width),
        ]
      : []),
    ...(equilibria === undefined
      ? []
      : [
          ...states("Would no longer hold", equilibria.lost, equilibria.lostTotal),
          ...states("Would hold instead", equilibria.gained, equilibria.gainedTotal),
        ]),
  ];
}
