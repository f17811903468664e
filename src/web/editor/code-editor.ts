import { autocompletion, type CompletionContext, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState, type Text } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Problem } from "../../model/problem.ts";
import { readDocument } from "../../model/yaml-text.ts";
import { clean } from "../../render/text.ts";
import { type Reader, readerOf } from "../edit/reader.ts";
import { meaningOf } from "./meaning.ts";
import { suggestionsAt } from "./suggest.ts";

export type CodeEditor = {
  /** Shows a text that came from elsewhere; the cursor stays where it was in the text. */
  readonly show: (text: string) => void;
  /** Marks problems under their lines. */
  readonly mark: (problems: readonly Problem[]) => void;
  /** Goes to a place, both numbers from 1. */
  readonly goTo: (line: number, column: number) => void;
  readonly destroy: () => void;
};

const fromElsewhere = Annotation.define<boolean>();

/**
 * CodeMirror in a shadow root: there it styles itself with constructed style sheets, which the strict content policy of the
 * page allows, where in the open it would need `unsafe-inline`. Its own undo is left out; the page has one for everything.
 */
export function createCodeEditor(
  host: HTMLElement,
  on: {
    readonly text: string;
    readonly onEdit: (text: string) => void;
    readonly onUndo: () => void;
    readonly onRedo: () => void;
  },
): CodeEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const run = (action: () => void) => () => {
    action();
    return true;
  };
  const known = createKnown();
  const complete = (context: CompletionContext) => {
    const text = context.state.doc.toString();
    const { from, offered } = suggestionsAt(text, context.pos, known(text));
    const begun =
      from < context.pos || /[:[{,=<>] ?$/.test(context.state.sliceDoc(context.pos - 2, context.pos));
    if (offered.length === 0 || !(context.explicit || begun)) return null;
    const options = offered.map(({ id, title, is }) => ({
      label: id,
      detail: clean(title),
      type: is === "key" ? "property" : is === "id" ? "variable" : "keyword",
      apply: is === "key" && context.state.sliceDoc(context.pos, context.pos + 1) !== ":" ? `${id}: ` : id,
    }));
    return { from, options, filter: false };
  };
  const meaning = (view: EditorView, at: number) => {
    const { from, text } = view.state.doc.lineAt(at);
    const word = [...text.matchAll(/[\p{L}\p{M}\p{N}_-]+/gu)].find(
      (each) => from + each.index <= at && at <= from + each.index + each[0].length,
    );
    const words = word && meaningOf(word[0], known(view.state.doc.toString()));
    if (word === undefined || words === undefined) return null;
    return {
      pos: from + word.index,
      end: from + word.index + word[0].length,
      create: () => {
        const dom = document.createElement("div");
        dom.className = "meaning";
        dom.textContent = clean(words);
        return { dom };
      },
    };
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: on.text,
      extensions: [
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        drawSelection(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        bracketMatching(),
        autocompletion({ override: [complete], activateOnTyping: true }),
        hoverTooltip(meaning),
        indentOnInput(),
        search({ top: true }),
        yaml(),
        syntaxHighlighting(colors),
        look,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": "The standoff as text", tabindex: "0" }),
        keymap.of([
          { key: "Mod-z", run: run(on.onUndo), preventDefault: true },
          { key: "Mod-y", run: run(on.onRedo), preventDefault: true },
          { key: "Mod-Shift-z", run: run(on.onRedo), preventDefault: true },
          ...completionKeymap,
          ...searchKeymap,
          ...foldKeymap,
          ...lintKeymap,
          ...defaultKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          const typed = update.transactions.some(
            (each) => each.docChanged && !each.annotation(fromElsewhere),
          );
          if (typed) on.onEdit(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    show: (text) => {
      const old = view.state.doc.toString();
      if (old === text) return;
      view.dispatch({ changes: difference(old, text), annotations: fromElsewhere.of(true) });
    },
    mark: (problems) => {
      const { doc } = view.state;
      const diagnostics = problems
        .filter(({ line }) => line >= 1 && line <= doc.lines)
        .map(({ severity, message, fix, line, column, length }) => {
          const from = offsetOf(doc, line, column);
          const to = Math.min(from + length, doc.line(line).to);
          return { from, to, severity, message: fix === undefined ? message : `${message}. ${fix}` };
        });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo: (line, column) => {
      const at = offsetOf(view.state.doc, Math.min(line, view.state.doc.lines), column);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

/** What is known from the last text that could be read; read again only when the text has changed. */
function createKnown(): (text: string) => Reader {
  let of: string | undefined;
  let reader = readerOf(undefined);
  return (text) => {
    if (text !== of) {
      of = text;
      const document = readDocument(text);
      if (document !== undefined) reader = readerOf(document);
    }
    return reader;
  };
}

function offsetOf(doc: Text, line: number, column: number): number {
  const { from, to } = doc.line(line);
  return Math.min(from + column - 1, to);
}

/** The one stretch in which two texts differ. */
function difference(old: string, text: string): { from: number; to: number; insert: string } {
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old[start] === text[start]) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  return { from: start, to: old.length - end, insert: text.slice(start, text.length - end) };
}

const colors = HighlightStyle.define([
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--ink)" },
  { tag: [tags.keyword, tags.atom, tags.number, tags.bool], color: "var(--party-3)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", fontSize: "13px", backgroundColor: "var(--paper)", color: "var(--ink)" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--ink)", paddingBlock: "0.75rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--quiet)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--tint)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--selection)",
  },
  ".cm-selectionMatch": { backgroundColor: "var(--tint)" },
  ".cm-panels, .cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    borderColor: "var(--line)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "16em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.15rem 0.5rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--selection)",
    color: "var(--ink)",
  },
  ".cm-completionDetail": { fontFamily: "var(--sans)", fontStyle: "normal", color: "var(--quiet)" },
  ".meaning": { padding: "0.35rem 0.6rem", maxWidth: "24rem", fontFamily: "var(--sans)" },
  ".cm-textfield": { backgroundColor: "var(--paper)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    borderColor: "var(--line)",
  },
});
