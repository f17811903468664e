import {
  type AnalyzeFindings,
  CONCEPTS,
  type Concept,
  type ExplainFindings,
  type MediateFindings,
  type Names,
  type ReportFindings,
  type Sequence,
  type VotesFindings,
  type WantFinding,
} from "../analysis/findings.ts";
import type { StateView } from "../analysis/state-view.ts";
import {
  groupWords,
  sizeWords,
  toldOneByOne,
  unknownWords,
  verdictOnStatusQuo,
  whoStays,
  whoWouldMove,
} from "./analyze-words.ts";
import type { Block } from "./blocks.ts";
import { CONCEPT_WORDS, conceptNames } from "./concept-words.ts";
import { interestWords, sanctionWords, scopeWords, unansweredWords, verdictWords } from "./explain.ts";
import { documentOf, type Html, tag } from "./html.ts";
import {
  bindingBlocks,
  holdsWords,
  losingWords,
  mindBlocks,
  orderWords,
  packagesWords,
  voteWords as packageVoteWords,
  partWords,
  signedBy,
  weakestWords,
} from "./mediate-words.ts";
import { cutOffWords, gainWords, reachWords, SEQUENCE_WORDS } from "./paths.ts";
import { reasonWords } from "./reason-words.ts";
import { REPORT_STYLE } from "./report-style.ts";
import { changeWords, failedVotes, partyTitle, placeOf, stateByParty } from "./state-words.ts";
import { counted, listed, sentence } from "./text.ts";
import { bodyWords, kindWords, passesWords, turnWords, voteWords } from "./votes-words.ts";

/** Outcomes, ways, packages, and improvements of one party told one by one; a reader with little time reads no more. */
const TOLD = { outcomes: 8, ways: 4, packages: 3, improvements: 4, coalitions: 6 };

/**
 * A report as one HTML document, for a reader who knows neither the file nor the method: words first, to be printed on A4. It has no
 * script and fetches nothing; all text of the file is escaped.
 */
export function renderReport(findings: ReportFindings): string {
  const { names, about } = findings;
  const sections = [
    { title: "Who is in it, and what they can do", parts: whoIsInIt(findings) },
    { title: "Where things stand", parts: whereThingsStand(findings) },
    { title: "What would hold", parts: whatWouldHold(findings.analyze) },
    { title: "Why", parts: why(findings) },
    { title: "How to get there", parts: howToGetThere(findings) },
    { title: "Who can block", parts: findings.votes === undefined ? [] : whoCanBlock(findings.votes) },
    { title: "What it would take", parts: whatItWouldTake(findings) },
    { title: "Who said so", parts: whoSaidSo(findings) },
    { title: "How this was found, and how far it goes", parts: method(findings) },
  ].filter(({ parts }) => parts.length > 0);
  return documentOf(names.title, REPORT_STYLE, [
    tag("header", [
      tag("h1", names.title),
      ...(names.asOf === undefined ? [] : [tag("p", `As of ${names.asOf}`, { class: "date" })]),
      ...paragraphs(about),
    ]),
    inShort(findings),
    tag(
      "nav",
      tag(
        "ol",
        sections.map(({ title }, at) => tag("li", tag("a", title, { href: `#part-${at + 1}` }))),
      ),
      {
        "aria-label": "Contents",
      },
    ),
    tag(
      "main",
      sections.map(({ title, parts }, at) =>
        tag("section", [tag("h2", `${at + 1}. ${title}`, { id: `part-${at + 1}` }), ...parts]),
      ),
    ),
  ]);
}

const p = (words: string, kind?: string): Html => tag("p", words, kind === undefined ? {} : { class: kind });
const list = (items: readonly (Html | string)[], kind = "ul"): Html =>
  tag(
    kind,
    items.map((each) => tag("li", each)),
  );

/** A text of the file, a paragraph where it leaves a line empty. */
function paragraphs(text: string | undefined): Html[] {
  return (text ?? "")
    .split(/\n\s*\n/)
    .map((each) => each.replace(/\s+/g, " ").trim())
    .filter((each) => each !== "")
    .map((each) => p(each));
}

/** The answers in a few sentences. */
function inShort({ names, analyze, goal, paths }: ReportFindings): Html {
  const { statusQuo, concepts, equilibriaTotal } = analyze;
  const said: string[] = [];
  if (statusQuo !== undefined) {
    const leaving = names.parties.filter(({ id }) => !statusQuo.stableFor[id].includes("seq"));
    const foreseen = statusQuo.concepts.includes("seq");
    const { text } = verdictOnStatusQuo(statusQuo, concepts);
    said.push(
      statusQuo.improvements.length === 0
        ? "The status quo holds: nobody can do better by moving alone."
        : foreseen
          ? `The status quo holds as long as each party foresees what the others would do in answer. ${text}`
          : `The status quo does not hold: ${listed(leaving.map(({ id }) => partyTitle(names, id)))} would move, and no answer that is in the others' own interest deters that.`,
    );
  }
  const robust = analyze.counts.seq ?? 0;
  said.push(
    equilibriaTotal === 0
      ? "No outcome would hold."
      : `${sentence(counted(robust, "outcome"))} would hold among parties who foresee each other's answers (SEQ); ${counted(analyze.counts.nash ?? 0, "of them leaves", "of them leave")} nobody anything better to move to (Nash).`,
  );
  if (paths !== undefined && paths.targets > 0)
    said.push(reachWords(paths).replace("looked for", "that hold (SEQ)"));
  if (goal?.mediate !== undefined) {
    const { packagesTotal, alreadyThere } = goal.mediate;
    said.push(
      `The goal asked about is “${goal.text}”. ${alreadyThere ? "It is met already. " : ""}${packagesTotal === 0 ? "No joint package leads to it that leaves no signatory worse off and then holds." : `${sentence(counted(packagesTotal, "joint package leads", "joint packages lead"))} to it, leave no signatory worse off and then hold.`}`,
    );
  }
  return tag(
    "section",
    said.map((each) => p(each)),
    { class: "short", "aria-label": "In short" },
  );
}

/** A state, a party a row. */
function stateTable(names: Names, state: StateView): Html {
  const place = placeOf(names, state);
  if (place !== undefined) return p(place, "verdict");
  const rows = stateByParty(names, state).map(({ party, does }) => ({
    head: party,
    what: does.join("; ") || "—",
  }));
  const outcomes = names.outcomes.filter(({ id }) => state.outcomes.includes(id)).map(({ title }) => title);
  const any = names.options.filter(({ id }) => state.any?.includes(id)).map(({ title }) => title);
  const more = [
    { head: "so that", what: outcomes.join("; ") },
    { head: "either way", what: any.join("; ") },
  ].filter(({ what }) => what !== "");
  return tag(
    "table",
    [...rows, ...more].map(({ head, what }) =>
      tag("tr", [tag("th", head, { scope: "row" }), tag("td", what)]),
    ),
    { class: "state" },
  );
}

const WORDS: Readonly<Record<string, string>> = {
  "=": "at",
  "!=": "not at",
  ">=": "at least at",
  "<=": "at most at",
  ">": "above",
  "<": "below",
  iff: "exactly when",
};

/** An expression of the file to be read: titles for ids of options, levels and outcomes, words for signs. */
function inTitles(names: Names, expression: string, [open, close] = "“”"): string {
  const options = new Map(names.options.map((option) => [option.id, option]));
  const outcomes = new Map(names.outcomes.map(({ id, title }) => [id, title]));
  const quoted = (title: string) => `${open}${title}${close}`;
  const id = "[\\p{L}_][\\p{L}\\p{N}_-]*";
  const pieces = new RegExp(`(${id})(?:\\s*(!=|>=|<=|=|>|<)\\s*(${id}))?`, "gu");
  return expression.replace(pieces, (whole, word: string, sign?: string, level?: string) => {
    const option = options.get(word);
    const title = option?.title ?? outcomes.get(word);
    if (title === undefined) return WORDS[word] ?? whole;
    if (sign === undefined) return quoted(title);
    return `${quoted(title)} ${WORDS[sign]} ${quoted(option?.levels.find((each) => each.id === level)?.title ?? level ?? "")}`;
  });
}

const cited = (because: readonly string[]): string => (because.length === 0 ? "" : ` (${listed(because)})`);

function whoIsInIt({ names, parties, options, constraints }: ReportFindings): Html[] {
  const ofParty = ({ id, about, wants }: ReportFindings["parties"][number]): Html => {
    const own = names.options.filter(({ owner }) => owner === id);
    return tag("section", [
      tag("h3", partyTitle(names, id)),
      ...paragraphs(about),
      ...(own.length === 0
        ? []
        : [p("It can:"), list(own.map((option) => optionWords(names, option, options[option.id])))]),
      ...wants.flatMap((each) => wantParts(names, each)),
    ]);
  };
  return [
    ...parties.map(ofParty),
    ...(constraints.length === 0
      ? []
      : [
          tag("h3", "What is ruled out"),
          list(
            constraints.map(
              ({ kind, condition, why }) =>
                `${kind === "always" ? "Always: " : "Never: "}${inTitles(names, condition)}${why === undefined ? "" : `. ${sentence(why)}`}`,
            ),
          ),
        ]),
  ];
}

function optionWords(
  names: Names,
  { title, yesNo, levels }: Names["options"][number],
  { about, oneWay, changesWhen, because }: ReportFindings["options"][string],
): string {
  const said = [
    yesNo
      ? ""
      : `: ${listed(
          levels.map((level) => level.title),
          "or",
        )}`,
    cited(because),
    oneWay === "taken" ? "; once taken, it cannot be undone" : "",
    oneWay === "dropped" ? "; once dropped, it cannot be resumed" : "",
    changesWhen === undefined ? "" : `; it can change only when ${inTitles(names, changesWhen)}`,
    about === undefined ? "" : `. ${about.trim()}`,
  ];
  return `${title}${said.join("")}`;
}

function wantParts(
  names: Names,
  { member, form, items }: ReportFindings["parties"][number]["wants"][number],
): Html[] {
  const who = member ?? "It";
  if (items.length === 0) return [p(`${who} is indifferent among all that may happen.`)];
  const intro = {
    statements: `${who} wants, most important first:`,
    ranking: `${who} ranks what may happen, best first:`,
    weights: `${who} weighs:`,
  }[form];
  const words = (each: WantFinding) =>
    [
      each.weight === undefined ? "" : `${each.weight}: `,
      each.unknown ? "not known which way: " : "",
      inTitles(names, each.words),
      each.strongly ? ", by much" : "",
      each.why === undefined ? "" : ` — ${each.why.trim()}`,
      cited(each.because),
    ].join("");
  return [p(intro), list(items.map(words), form === "weights" ? "ul" : "ol")];
}

function whereThingsStand({ names, analyze }: ReportFindings): Html[] {
  const { statusQuo, concepts } = analyze;
  if (statusQuo === undefined) return [p("The file does not say where things stand.")];
  const still = whoStays(names, statusQuo);
  return [
    stateTable(names, statusQuo.state),
    p(verdictOnStatusQuo(statusQuo, concepts).text, "verdict"),
    ...whoWouldMove(names, statusQuo, concepts).flatMap(({ verdict, moves }) => [
      p(verdict),
      list(moves.map(({ words }) => `it ${words}`)),
    ]),
    ...(still === undefined ? [] : [p(still)]),
  ];
}

function whatWouldHold(analyze: AnalyzeFindings): Html[] {
  const { names } = analyze;
  const { head, told, crowded } = toldOneByOne(analyze);
  const shown = told.slice(0, TOLD.outcomes);
  const shared = new Map<string, Concept[]>();
  for (const concept of crowded) {
    const words = analyze.groups
      .filter((each) => each.concept === concept)
      .map((each) => groupWords(names, each))
      .join("\n");
    shared.set(words, [...(shared.get(words) ?? []), concept]);
  }
  return [
    p(head),
    ...(analyze.unknown === undefined ? [] : [p(unknownWords(analyze, analyze.unknown))]),
    ...shown.map(({ state, concepts, strongly, isStatusQuo, votes }, at) =>
      tag(
        "article",
        [
          tag("h3", [
            `Outcome ${at + 1}`,
            ...(isStatusQuo ? [tag("span", "status quo", { class: "badge" })] : []),
          ]),
          stateTable(names, state),
          ...failedVotes(votes).map((each) => p(each)),
          p(
            `Holds under ${conceptNames(concepts)}${strongly === undefined || strongly.length === 0 ? "" : `; strongly under ${conceptNames(strongly)}`}.`,
            "figures",
          ),
        ],
        { class: "outcome" },
      ),
    ),
    ...(told.length > shown.length
      ? [p(`${sentence(counted(told.length - shown.length, "more outcome"))} not told here.`)]
      : []),
    ...[...shared].map(([words, concepts]) =>
      tag("div", [
        tag(
          "h4",
          `${conceptNames(concepts)}: ${counted(analyze.counts[concepts[0]], "outcome")}${concepts.length > 1 ? " each, the same ones" : ""}. What they share`,
        ),
        list(words.split("\n")),
      ]),
    ),
  ];
}

function why({ names, whyNow, whyHolds }: ReportFindings): Html[] {
  const holds =
    whyHolds === undefined
      ? []
      : [
          tag("h3", whyHolds.of === "package" ? "The smallest package" : "The most robust other outcome"),
          stateTable(names, whyHolds.state),
          ...(whyHolds.parties.length === 0
            ? [p("Nobody could do better by leaving it alone.")]
            : whyHolds.parties.flatMap(explained)),
        ];
  return whyNow.length === 0 && holds.length === 0
    ? []
    : [...(whyNow.length === 0 ? [] : [tag("h3", "The status quo"), ...whyNow.flatMap(explained)]), ...holds];
}

/** Why one party would stay or leave. */
function explained(findings: ExplainFindings): Html[] {
  const { names, concept, improvements, improvementsCount } = findings;
  const party = partyTitle(names, findings.party);
  const reason = (each: (typeof improvements)[number]["preferredBecause"]) =>
    reasonWords({ ...each, statement: inTitles(names, each.statement, "‘’") });
  const told = improvements.slice(0, TOLD.improvements);
  const left = improvementsCount - told.length;
  return [
    tag("h4", party),
    p(`${verdictWords(findings)} ${scopeWords(findings)}`),
    list(
      told.map(({ changes, preferredBecause, sanction }) =>
        tag("div", [
          p(`${party} ${changeWords(names, changes)}. It likes that better: ${reason(preferredBecause)}.`),
          ...(sanction === undefined
            ? [p(unansweredWords(concept, party), "answer")]
            : [
                ...sanction.moves.map((move, at) =>
                  p(
                    `${at === 0 ? "Then" : "And then"} ${partyTitle(names, move.party)} ${changeWords(names, move.changes)} (${interestWords(move)}).`,
                    "answer",
                  ),
                ),
                p(
                  sanctionWords(
                    {
                      ...sanction,
                      deterredBecause: {
                        ...sanction.deterredBecause,
                        statement: inTitles(names, sanction.deterredBecause.statement, "‘’"),
                      },
                    },
                    concept,
                    party,
                  ),
                  "answer",
                ),
              ]),
        ]),
      ),
      "ol",
    ),
    ...(left > 0
      ? [
          p(
            `${sentence(counted(left, "more possibility", "more possibilities"))} of ${party} ${left === 1 ? "is" : "are"} not told here.`,
          ),
        ]
      : []),
  ];
}

function sequence(names: Names, moves: Sequence): Html {
  return list(
    moves.map(
      ({ party, changes, improvement }) =>
        `${partyTitle(names, party)} ${changeWords(names, changes)}${improvement ? "" : " (which it does not like better)"}.`,
    ),
    "ol",
  );
}

function howToGetThere({ names, paths }: ReportFindings): Html[] {
  if (paths === undefined) return [];
  return [
    p(
      `${reachWords(paths)} Looked for are the outcomes that hold among parties who foresee each other's answers (SEQ).`,
    ),
    ...paths.listed.slice(0, TOLD.ways).flatMap((target, at) => {
      const { byImprovements, byMoves } = target;
      const how = byImprovements === undefined ? "byMoves" : "byImprovements";
      const moves = byImprovements ?? byMoves;
      return [
        tag("h3", `Way ${at + 1}`),
        stateTable(names, target.state),
        ...(moves === undefined
          ? [p(cutOffWords(names, target.barriers))]
          : [p(SEQUENCE_WORDS[how]), sequence(names, moves)]),
        p(gainWords(names, target)),
      ];
    }),
  ];
}

function whoCanBlock({ names, concept, bodies }: VotesFindings): Html[] {
  return bodies.flatMap((body) => [
    tag("h3", body.title),
    p(bodyWords(body)),
    ...body.decisions.flatMap((decision) => {
      const now = decision.statusQuo === undefined ? undefined : voteWords(body, decision.statusQuo);
      return [
        tag("h4", decision.title),
        ...(now === undefined
          ? []
          : [
              p(now.result),
              list(now.ballots.map(({ how, members }) => `${how}: ${listed(members)}`)),
              p(now.pivot),
            ]),
        p(passesWords(decision, concept)),
        ...turnWords(names, decision).map((each) => p(each)),
      ];
    }),
    ...(body.minimalBlocking === undefined
      ? []
      : [
          p("The smallest groups that can block:"),
          list(body.minimalBlocking.slice(0, TOLD.coalitions).map((set) => kindWords(body, set))),
        ]),
  ]);
}

function whatItWouldTake({ names, goal }: ReportFindings): Html[] {
  if (goal === undefined) return [];
  const asked = p(`The goal: ${inTitles(names, goal.text)}.`);
  const { mediate } = goal;
  if (mediate === undefined)
    return [asked, ...goal.problems.map((each) => p(`This cannot be said: ${each}.`))];
  const told = mediate.packages.slice(0, TOLD.packages);
  const blocks = [
    ...(mediate.changesOfMind === undefined ? [] : mindBlocks(names, mediate.changesOfMind)),
    ...bindingBlocks(mediate, mediate),
  ];
  return [
    asked,
    p(holdsWords(mediate)),
    p(packagesWords(mediate)),
    ...told.map((each, at) => packageCard(names, each, at + 1)),
    ...(mediate.packagesTotal > told.length
      ? [p(`${sentence(counted(mediate.packagesTotal - told.length, "more package"))} not told here.`)]
      : []),
    ...blocks.flatMap((block) => blockParts(names, block)),
  ];
}

function packageCard(names: Names, each: MediateFindings["packages"][number], number: number): Html {
  const { parts, losing, weakest, order, votes } = each;
  return tag(
    "article",
    [
      tag("h3", `${number}. ${signedBy(names, each)}`),
      list(parts.map((part) => partWords(names, each, part))),
      ...(losing.length === 0 ? [p("Nobody outside loses.")] : []),
      ...losing.flatMap((loser) => [
        p(losingWords(names, each, loser)),
        ...(loser.forgoes === undefined ? [] : [sequence(names, loser.forgoes.answer)]),
      ]),
      ...packageVoteWords(votes).map((words) => p(words)),
      p(orderWords(names, order)),
      p(weakestWords(names, weakest)),
      ...(weakest === undefined ? [] : [sequence(names, weakest.answer)]),
    ],
    { class: "outcome" },
  );
}

function blockParts(names: Names, block: Block): Html[] {
  switch (block.kind) {
    case "heading":
      return [tag("h3", block.words)];
    case "state":
      return [p(block.words), stateTable(names, block.state)];
    case "item":
      return [list([block.words])];
    case "more":
      return [p(`${sentence(block.words)} not told here.`)];
    default:
      return [p(block.words)];
  }
}

function whoSaidSo({ names, sources, timeline, parties }: ReportFindings): Html[] {
  const wants = parties.flatMap((each) => each.wants.flatMap(({ items }) => items));
  const bare = wants.filter(({ because }) => because.length === 0).length;
  const rests =
    wants.length === 0
      ? []
      : [
          p(
            bare === 0
              ? `Every one of the ${counted(wants.length, "statement")} about what the parties want cites a claim below.`
              : `Of ${counted(wants.length, "statement")} about what the parties want, ${bare.toLocaleString("en-US")} cite no claim: they are the author's own judgment.`,
          ),
        ];
  const claims =
    names.claims.length === 0
      ? []
      : [
          tag("h3", "What is claimed"),
          tag(
            "table",
            names.claims.map(({ id, says, source, via, sounds }) =>
              tag("tr", [
                tag("th", id, { scope: "row" }),
                tag(
                  "td",
                  `${sentence(says.trim())}. — ${[source ?? "background", ...via].join(", from ")}${sounds === undefined ? "" : `; ${sounds}`}`,
                ),
              ]),
            ),
            { class: "grid" },
          ),
        ];
  const from =
    sources.length === 0
      ? []
      : [
          tag("h3", "Sources"),
          list(
            sources.map(({ title, publisher, date, link }) =>
              [publisher, title, date, link].filter((each) => each !== undefined).join(", "),
            ),
          ),
        ];
  const events =
    timeline.length === 0
      ? []
      : [
          tag("h3", "What happened"),
          tag(
            "table",
            timeline.map(({ date, what, by, because }) =>
              tag("tr", [
                tag("th", date, { scope: "row" }),
                tag(
                  "td",
                  `${by === undefined ? "" : `${partyTitle(names, by)}: `}${what.trim()}${cited(because)}`,
                ),
              ]),
            ),
            { class: "grid" },
          ),
        ];
  return claims.length + from.length + events.length === 0 && rests.length === 0
    ? []
    : [...rests, ...claims, ...from, ...events];
}

function method({ analyze }: ReportFindings): Html[] {
  const { concepts, counts, statusQuo } = analyze;
  return [
    p(
      `The standoff was written down as ${sizeWords(analyze)} Every state was examined: whether some party could do better by moving alone, and whether the others could and would answer so that it had better not. An outcome “holds” if that keeps every party where it is.`,
    ),
    tag(
      "table",
      [
        tag("tr", [
          tag("th", "Notion of foresight", { scope: "col" }),
          tag("th", "An outcome holds when", { scope: "col" }),
          tag("th", "Outcomes", { scope: "col", class: "number" }),
          ...(statusQuo === undefined ? [] : [tag("th", "Status quo", { scope: "col" })]),
        ]),
        ...CONCEPTS.filter((concept) => concepts.includes(concept)).map((concept) =>
          tag("tr", [
            tag("th", CONCEPT_WORDS[concept].name, { scope: "row" }),
            tag("td", CONCEPT_WORDS[concept].meaning),
            tag("td", counts[concept].toLocaleString("en-US"), { class: "number" }),
            ...(statusQuo === undefined
              ? []
              : [tag("td", statusQuo.concepts.includes(concept) ? "holds" : "does not")]),
          ]),
        ),
      ],
      { class: "grid" },
    ),
    p(
      "What is said here follows from what was written down, and from nothing else. Another list of options, or another order of what a party wants, may give other answers. It says which outcomes the parties would keep to, not how likely they are, nor which is right. Parties are taken to know what is written down, unless it says otherwise, and to act for what they are said to want.",
    ),
    p(
      "Notions: Nash, GMR and SMR (Howard 1971), SEQ (Fraser and Hipel 1979), SSEQ (Rego and Vieira 2017), in the graph model for conflict resolution (Fang, Hipel and Kilgour 1993).",
      "figures",
    ),
  ];
}
