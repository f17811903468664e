import type {
  AnswerFinding,
  ClaimFinding,
  Names,
  RecordFindings,
  RetractionFinding,
} from "../analysis/findings.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import {
  baseWords,
  type Cited,
  citedWords,
  dayWords,
  eventWords,
  holdsWords,
  saidWords,
  sourceWords,
  turnWords,
} from "./record-words.ts";
import { partyTitle, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, sentence, wrap } from "./text.ts";

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

function sourceLines({ sources, claims }: RecordFindings, style: Style): string[] {
  if (claims.length === 0)
    return [
      style.bold("Sources and claims"),
      "  None: nothing here rests on anything that somebody is known to have said.",
    ];
  const width = Math.max(...claims.map(({ id }) => id.length)) + 1;
  const claimLines = (from: readonly ClaimFinding[]) =>
    from.flatMap((claim) => {
      const { id, says } = claim;
      const rest = " ".repeat(width + 4);
      return [
        wrap(sentence(clean(says)), style.width, `    ${clean(id).padEnd(width)}`, rest),
        style.dim(wrap(saidWords(claim), style.width, rest)),
      ];
    });
  const background = claims.filter(({ source }) => source === undefined);
  return [
    style.bold("Sources and claims"),
    ...sources.flatMap((source) => [
      wrap(`${clean(source.id)}: ${sourceWords(source)}`, style.width, "  ", "    "),
      ...claimLines(claims.filter((each) => each.source === source.id)),
    ]),
    ...(background.length === 0
      ? []
      : ["  Without a source, as background knowledge", ...claimLines(background)]),
  ];
}

function timelineLines({ timeline, names }: RecordFindings, style: Style): string[] {
  if (timeline.length === 0) return [];
  return [
    style.bold("Timeline"),
    ...timeline.map((event) => {
      const who = event.by === undefined ? "" : `${partyTitle(names, event.by)}: `;
      return wrap(`${dayWords(event)}  ${who}${eventWords(event)}`, style.width, "  ", "              ");
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
  const { state, holds, statements } = answer;
  return [
    stateLines(names, state, "  ", style.width),
    (holds ? style.good : style.bad)(wrap(holdsWords(names, answer, name), style.width, "  ")),
    wrap(baseWords(answer, claims, sources), style.width, "  "),
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
          wrap(`Without ${listed(each.claims.map(clean))}: ${turnWords(each)}.`, style.width, "  ", "    "),
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
