/** The examples that come with the page, the flagship first. Each text is loaded when it is opened. */
export const EXAMPLES = [
  {
    file: "korea-2003.yaml",
    title: "The Korean Peninsula, January 2003",
    teaches: "A mediator’s package, a veto that need not be cast, and a step that cannot be undone.",
    size: "5 parties, 12 options",
    source: "The Washington Times, 2003-01-21",
  },
  {
    file: "prisoners-dilemma.yaml",
    title: "The prisoner's dilemma",
    teaches: "What nobody would leave alone, and what holds as soon as each foresees the other’s answer.",
    size: "2 parties, 2 options",
    source: "Z. Jacobi, GMCR for dummies, 2017-11-05",
  },
  {
    file: "elmira.yaml",
    title: "The Elmira groundwater contamination",
    teaches: "One-way options; a deadlock that nobody can leave alone for what two parties prefer.",
    size: "3 parties, 5 options",
    source: "R. A. Kinsara, A Simple Guide to GMCR+, 2014-10",
  },
  {
    file: "elmira-doubts.yaml",
    title: "The Elmira groundwater contamination, with doubts",
    teaches: "What is left of an answer when some of the file may be wrong. The doubts are made up.",
    size: "3 parties, 5 options",
    source: "R. A. Kinsara, A Simple Guide to GMCR+, 2014-10",
  },
  {
    file: "elmira-merged.yaml",
    title: "The Elmira groundwater contamination, abandonment as one state",
    teaches: "Four states that nobody tells apart, made one.",
    size: "3 parties, 5 options",
    source: "R. A. Kinsara, A Simple Guide to GMCR+, 2014-10",
  },
  {
    file: "elmira-graph.yaml",
    title: "The Elmira groundwater contamination, as a graph of nine states",
    teaches: "Nine states and the moves between them, listed outright.",
    size: "3 parties, 9 states",
    source: "R. A. Kinsara, A Simple Guide to GMCR+, 2014-10",
  },
  {
    file: "hidden-pact.yaml",
    title: "The hidden pact",
    teaches: "A side that does not know of an option and misjudges a neighbor, and what it is in for.",
    size: "3 parties, 3 options",
    source: "Made up for teaching",
  },
  {
    file: "garrison.yaml",
    title: "The Garrison Diversion Unit",
    teaches: "A party without preferences that decides what lasts, and how far an answer is looked for.",
    size: "4 parties, 9 options",
    source: "K. W. Hipel and N. M. Fraser, 1980",
  },
] as const;

const texts = import.meta.glob<string>("../../../examples/*.yaml", { query: "?raw", import: "default" });

/** The text of an example. */
export function readExample(file: string): Promise<string> {
  return texts[`../../../examples/${file}`]();
}
