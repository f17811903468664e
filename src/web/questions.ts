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
  readonly Panel: Panel;
};

/** The groups of tabs, in their order. */
export const GROUPS = ["Outcomes", "Ways", "Eyes", "File"] as const;

/** All questions of the page, in the order of their tabs. A question more is a file in `panels` and a line here. */
export const QUESTIONS: readonly QuestionEntry[] = [
  {
    id: "hold",
    title: "What would hold",
    asks: "What would hold?",
    group: "Outcomes",
    Panel: load(() => import("./panels/hold.tsx")),
  },
  {
    id: "matrix",
    title: "All states",
    asks: "Which state is stable for whom?",
    group: "Outcomes",
    Panel: load(() => import("./panels/matrix.tsx")),
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

function load(file: () => Promise<{ readonly Panel: Panel }>): Panel {
  return lazy(async () => ({ default: (await file()).Panel }));
}
