import { type Component, lazy } from "solid-js";
import { TextEditor } from "./editor/text-editor.tsx";
import type { Page } from "./page.ts";

/** The ways to edit a standoff, in the order of their tabs. One more is a component and a line here. */
export const EDITORS: readonly {
  readonly id: string;
  readonly title: string;
  readonly Editor: Component<{ readonly page: Page }>;
}[] = [
  { id: "text", title: "Text", Editor: TextEditor },
  {
    id: "forms",
    title: "Forms",
    Editor: lazy(async () => ({ default: (await import("./forms/forms.tsx")).Forms })),
  },
];
