import { batch, createMemo, createSignal, onCleanup } from "solid-js";
import type { Problem } from "../../model/problem.ts";
import type { Reading } from "../../record/reading.ts";
import {
  type Answer,
  accept,
  accepted,
  acceptRest,
  answersIn,
  type Changes,
  carriedOver,
  changed,
  drop,
  fieldsOf,
  nextOpen,
  type Review,
  type ReviewItem,
  reviewOf,
  type Status,
  statuses,
  takeBack,
} from "../../record/review.ts";
import { addedWords } from "../../render/review.ts";
import { clean, counted } from "../../render/text.ts";
import type { Documents } from "../files/documents.ts";
import { FRESH } from "../files/fresh.ts";
import type { Page } from "../page.ts";
import { createReader, type ReaderWorker } from "./client.ts";
import type { Target } from "./reader-worker.ts";
import { type Incoming, takeIn } from "./take-in.ts";

export type Report = { readonly name: string; readonly reading: Reading };

export type Sitting = ReturnType<typeof createSitting>;

/** A sitting over reports: reading them, deciding item by item, adding what was accepted. To be called in a component. */
export function createSitting(page: Page, documents: Documents, onAdded: () => void) {
  const reader = createReader(
    () =>
      new Worker(new URL("./reader-worker.ts", import.meta.url), {
        type: "module",
      }) as unknown as ReaderWorker,
  );
  onCleanup(reader.stop);
  const [reports, setReports] = createSignal<readonly Report[]>([]);
  const [busy, setBusy] = createSignal<string>();
  const [troubles, setTroubles] = createSignal<readonly string[]>([]);
  /** What is wrong with the open file, or would be with what was to be added. */
  const [problems, setProblems] = createSignal<{
    readonly of: "file" | "added";
    readonly list: readonly Problem[];
  }>();
  const [anew, setAnew] = createSignal(false);
  const [review, setReview] = createSignal<Review>();
  const [chosen, setChosen] = createSignal<string>();
  const [editing, setEditing] = createSignal(false);
  /** The text that the ids of the draft are free in. */
  let draftedFor: string | undefined;

  // The same list after every answer, so that what is shown of it is not made anew.
  const items = createMemo(() => review()?.items ?? []);
  const status = createMemo<ReadonlyMap<string, Status>>(() => {
    const now = review();
    return now === undefined ? new Map() : statuses(now);
  });
  const answers = createMemo<ReadonlyMap<string, Answer>>(() => {
    const now = review();
    return now === undefined ? new Map() : answersIn(now);
  });
  const counts = createMemo(() => {
    const found: Record<Status, number> = { open: 0, accepted: 0, dropped: 0, gone: 0 };
    for (const each of status().values()) found[each]++;
    return found;
  });
  const target = (): Target => (anew() ? undefined : { text: page.store.text(), file: page.store.file() });
  const trouble = (why: string) => setTroubles([...troubles(), why]);

  /** Drafts what the reports have for the file; answers given before stay. False when that cannot be. */
  const draft = async (): Promise<boolean> => {
    setProblems(undefined);
    const wanted = target();
    const readings = reports().map(({ reading }) => reading);
    const got = await reader.ask({ kind: "draft", readings, target: wanted });
    if ("why" in got) {
      trouble(got.why);
      return false;
    }
    if ("problems" in got) {
      setProblems({ of: "file", list: got.problems });
      return false;
    }
    if (got.again.length > 0) {
      const there = new Set(got.again.map(({ report }) => report));
      for (const { title, id } of got.again)
        trouble(
          `“${clean(title)}” is in ${clean(page.store.file())} already, as ${clean(id)}. It is not added again.`,
        );
      const left = reports().filter((_, index) => !there.has(index));
      // Answers are told apart by the place of their report; where places change they would be about others.
      if (left.some((report, index) => report !== reports()[index])) setReview(undefined);
      setReports(left);
      if (left.length > 0) return draft();
      setReview(undefined);
      return false;
    }
    draftedFor = wanted?.text;
    const former = review();
    const made = reviewOf(got.draft, got.suggestions);
    batch(() => {
      setReview(former === undefined ? made : carriedOver(former, made));
      if (!made.items.some(({ key }) => key === chosen())) setChosen(nextOpen(review()!, undefined));
    });
    return true;
  };
  const whileBusy = async (words: string, work: () => Promise<unknown>) => {
    setBusy(words);
    await work();
    setBusy(undefined);
  };

  const readAll = async (incoming: readonly Incoming[]) => {
    setTroubles([]);
    const before = reports().length;
    for (const [index, each] of incoming.entries()) {
      setBusy(
        `Reading ${clean(each.name)}${incoming.length > 1 ? ` (${index + 1} of ${incoming.length})` : ""} …`,
      );
      const taken = await takeIn(reader, each);
      if (taken.reading === undefined) {
        trouble(taken.why);
        if (taken.stopped) break;
      } else if (reports().some(({ reading }) => reading.text === taken.reading.text)) {
        trouble(`${clean(each.name)} was read already.`);
      } else setReports([...reports(), { name: each.name, reading: taken.reading }]);
    }
    if (reports().length > before) await draft();
    setBusy(undefined);
  };

  /** One lot after the other. */
  let last: Promise<void> = Promise.resolve();
  const read = (incoming: readonly Incoming[]) => {
    last = last.then(() => readAll(incoming));
    return last;
  };

  const forget = () =>
    batch(() => {
      setReports([]);
      setReview(undefined);
      setChosen(undefined);
      setEditing(false);
      setTroubles([]);
      setProblems(undefined);
      setAnew(false);
      draftedFor = undefined;
    });

  /** Sets the review after an answer, and goes to the next open item. */
  const answered = (after: Review) =>
    batch(() => {
      setReview(after);
      setEditing(false);
      setChosen(nextOpen(after, chosen()) ?? chosen());
    });
  const withChosen = (change: (now: Review, key: string) => Review) => {
    const now = review();
    const key = chosen();
    if (now !== undefined && key !== undefined) answered(change(now, key));
  };

  return {
    reports,
    busy,
    troubles,
    problems,
    anew,
    items,
    status,
    chosen,
    editing,
    counts,
    /** Whether there is something to decide on. */
    reviewing: () => review() !== undefined,
    /** Whether something was decided. */
    begun: () => (review()?.steps.length ?? 0) > 0,
    /** An item as it was changed. */
    shown: (item: ReviewItem): ReviewItem => {
      const answer = answers().get(item.key);
      return answer?.kind === "accept" ? changed(item, answer.changes) : item;
    },
    edited: (item: ReviewItem) => {
      const answer = answers().get(item.key);
      return answer?.kind === "accept" && answer.changes !== undefined;
    },
    read,
    stop: reader.stop,
    forget,
    choose: (key: string | undefined) =>
      batch(() => {
        if (key === undefined || key === chosen()) return;
        setEditing(false);
        setChosen(key);
      }),
    move: (by: number) => {
      const at = items().findIndex(({ key }) => key === chosen()) + by;
      const item = items()[Math.max(0, Math.min(items().length - 1, at))];
      batch(() => {
        setEditing(false);
        if (item !== undefined) setChosen(item.key);
      });
    },
    edit: (on: boolean) => {
      const item = items().find(({ key }) => key === chosen());
      setEditing(on && item !== undefined && fieldsOf(item).length > 0);
    },
    accept: (changes?: Changes) => withChosen((now, key) => accept(now, key, changes)),
    drop: () => withChosen(drop),
    acceptRest: () => withChosen(acceptRest),
    undo: () => {
      const now = review();
      const last = now?.steps.at(-1);
      if (now === undefined || last === undefined) return;
      batch(() => {
        setReview(takeBack(now));
        setEditing(false);
        setChosen(last.key);
      });
    },
    /** For the open standoff, or for a new one. */
    setAnew: async (value: boolean) => {
      if (value === anew()) return;
      setAnew(value);
      setTroubles([]);
      await whileBusy("Looking what is there already …", draft);
    },
    /** The open standoff may be another by now. */
    refresh: async () => {
      if (review() !== undefined && !anew() && draftedFor !== page.store.text())
        await whileBusy("Looking what is there already …", draft);
    },
    add: async () => {
      setTroubles([]);
      if (!anew() && draftedFor !== page.store.text() && !(await draft())) return;
      const now = review();
      if (now === undefined) return;
      const kept = accepted(now);
      await whileBusy("Adding …", async () => {
        const got = await reader.ask({ kind: "add", ...kept, target: target() });
        if ("why" in got || got.text === undefined) {
          if ("why" in got) trouble(got.why);
          else setProblems({ of: "added", list: got.problems });
          return;
        }
        const words = addedWords(kept.draft, kept.suggestions);
        const left =
          got.left.length === 0
            ? ""
            : ` ${counted(got.left.length, "citation")} must be written by hand: ${got.left.map(({ on, claim }) => clean(`${on}, because ${claim}`)).join("; ")}.`;
        if (anew()) {
          // On top of an empty one, so that it counts as work not saved yet.
          documents.open({ text: FRESH, file: "standoff.yaml" });
          page.store.edit(got.text);
          page.say(`A new standoff with ${words}. Undo twice brings back what was open.${left}`);
        } else {
          page.store.edit(got.text);
          page.say(`Added to ${clean(page.store.file())}: ${words}. Undo takes it all out again.${left}`);
        }
        forget();
        onAdded();
      });
    },
  };
}
