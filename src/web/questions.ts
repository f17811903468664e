import { type Component, lazy } from "solid-js";
import type { Page } from "./page.ts";

/** A panel is a component of the page. Its file exports it as `Panel`. */
export type Panel = Component<{ readonly page: Page }>;

export type QuestionEntry = {
  readonly id: string;
  /** On the tab. */
  readonly title: string;
  /** The question as a person asks it. */
  readonly asks: string;
  readonly group: (typeof GROUPS)[number];
  readonly Panel: Panel & { readonly preload: () => Promise<unknown> };
};

/** The groups of tabs, in their order. */
export const GROUPS = ["Outcomes", "Ways", "Eyes", "File"] as const;

/** All questions of the page, in the order of their tabs. A question more is a file in `panels` and a line here. */
export const QUESTIONS: readonly QuestionEntry[] = [
  {
    id: "analyze",
    title: "What would hold",
    asks: "What would hold?",
    group: "Outcomes",
    Panel: load(() => import("./panels/analyze.tsx")),
  },
  {
    id: "matrix",
    title: "All states",
    asks: "Which state is stable for whom?",
    group: "Outcomes",
    Panel: load(() => import("./panels/matrix.tsx")),
  },
  {
    id: "explain",
    title: "Why",
    asks: "Why would it hold, or not?",
    group: "Outcomes",
    Panel: load(() => import("./panels/explain.tsx")),
  },
  {
    id: "map",
    title: "Map",
    asks: "Which moves lead where?",
    group: "Ways",
    Panel: load(() => import("./panels/map.tsx")),
  },
  {
    id: "paths",
    title: "How to get there",
    asks: "How could we get there?",
    group: "Ways",
    Panel: load(() => import("./panels/paths.tsx")),
  },
  {
    id: "coalitions",
    title: "Who could be pulled away",
    asks: "Who could be pulled away?",
    group: "Ways",
    Panel: load(() => import("./panels/coalitions.tsx")),
  },
  {
    id: "votes",
    title: "Who can block",
    asks: "Who can block?",
    group: "Ways",
    Panel: load(() => import("./panels/votes.tsx")),
  },
  {
    id: "mediate",
    title: "What it would take",
    asks: "What would it take?",
    group: "Ways",
    Panel: load(() => import("./panels/mediate.tsx")),
  },
  {
    id: "perceptions",
    title: "How each party sees it",
    asks: "What if they see it differently?",
    group: "Eyes",
    Panel: load(() => import("./panels/perceptions.tsx")),
  },
  {
    id: "robustness",
    title: "How sure are we",
    asks: "How sure are we?",
    group: "Eyes",
    Panel: load(() => import("./panels/robustness.tsx")),
  },
  {
    id: "record",
    title: "Who said so",
    asks: "Who said so?",
    group: "Eyes",
    Panel: load(() => import("./panels/record.tsx")),
  },
  {
    id: "lookback",
    title: "Did it happen that way",
    asks: "Did it happen that way?",
    group: "Eyes",
    Panel: load(() => import("./panels/lookback.tsx")),
  },
  {
    id: "check",
    title: "Check",
    asks: "What is wrong with the file, or suspicious?",
    group: "File",
    Panel: load(() => import("./panels/check.tsx")),
  },
  {
    id: "compare",
    title: "Compare",
    asks: "What is different from another version?",
    group: "File",
    Panel: load(() => import("./panels/compare.tsx")),
  },
];

function load(file: () => Promise<{ readonly Panel: Panel }>): QuestionEntry["Panel"] {
  return lazy(async () => ({ default: (await file()).Panel }));
}
