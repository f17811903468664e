import {
  ANSWERS,
  type Answer,
  createSession,
  type Progress,
  type Question,
  type Session,
} from "./answers.ts";

/** To the worker: a question about a text. */
export type Asked = {
  readonly id: number;
  readonly text: string;
  readonly file: string;
  readonly question: Question;
  readonly args: unknown;
};
/** From the worker: how far it has come, the answer, or that the program failed. */
export type Told =
  | { readonly id: number; readonly kind: "progress"; readonly share: number; readonly what: string }
  | { readonly id: number; readonly kind: "answer"; readonly answer: Answer<unknown> }
  | { readonly id: number; readonly kind: "failed"; readonly message: string };

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Asked>) => void;
  postMessage: (told: Told) => void;
};

/** Milliseconds between two reports of progress; more of them than can be seen would keep the page busy. */
const BETWEEN = 50;

let last: { readonly text: string; readonly file: string; readonly session: Session } | undefined;

scope.onmessage = ({ data: { id, text, file, question, args } }) => {
  try {
    if (last?.text !== text || last.file !== file) {
      last = undefined; // so that the old states are gone before the new ones are made
      last = { text, file, session: createSession(text, file) };
    }
    let told = 0;
    const onProgress: Progress = (share, what) => {
      const now = Date.now();
      if (now - told < BETWEEN) return;
      told = now;
      scope.postMessage({ id, kind: "progress", share, what });
    };
    const answer = ANSWERS[question] as (
      session: Session,
      args: unknown,
      progress: Progress,
    ) => Answer<unknown>;
    scope.postMessage({ id, kind: "answer", answer: answer(last.session, args, onProgress) });
  } catch (error) {
    last = undefined;
    scope.postMessage({
      id,
      kind: "failed",
      message: error instanceof Error ? error.message : String(error),
    });
  }
};
