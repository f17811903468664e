import type { Answer, Arguments, FindingsOf, Progress, Question } from "./answers.ts";
import type { Asked, Told } from "./worker.ts";

/** An answer; or a sentence why the work was stopped; or nothing, because nobody wants it any more. */
export type Outcome<F> = Answer<F> | { readonly stopped: string } | { readonly dropped: true };

export type Asking<F> = {
  readonly outcome: Promise<Outcome<F>>;
  /** The user does not want to wait: the work ends now. */
  readonly stop: () => void;
  /** Nobody needs the answer any more. The work ends when another question has waited for it a moment. */
  readonly drop: () => void;
};

export type Engine = {
  readonly ask: <Q extends Question>(
    about: { readonly text: string; readonly file: string },
    question: Q,
    args: Arguments<Q>,
    onProgress?: Progress,
  ) => Asking<FindingsOf<Q>>;
};

/** What the engine needs of a worker, so that tests can stand in for one. */
export type WorkerLike = {
  onmessage: ((event: { readonly data: Told }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  readonly postMessage: (asked: Asked) => void;
  readonly terminate: () => void;
};

type Waiting = {
  readonly asked: Asked;
  readonly onProgress: Progress | undefined;
  readonly settle: (outcome: Outcome<never> | Outcome<unknown>) => void;
  wanted: boolean;
};

/**
 * Milliseconds that a question waits for one nobody wants, before that one's worker is ended. Longer when both are about the
 * same text, since with the worker goes what it has made of it.
 */
const PATIENCE = { otherText: 250, sameText: 3000 };
/** Seconds after which an answer is given up. */
const TIME_LIMIT = 120;

/**
 * Asks a worker, one question at a time in the order asked. A worker cannot be interrupted while it computes, so stopping
 * means ending it and starting another; the questions still waiting are asked of that one.
 */
export function createEngine(startWorker: () => WorkerLike): Engine {
  let worker: WorkerLike | undefined;
  let running: Waiting | undefined;
  let queue: Waiting[] = [];
  let nextId = 1;
  let impatience: ReturnType<typeof setTimeout> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;

  const endWorker = () => {
    worker?.terminate();
    worker = undefined;
    running = undefined;
  };

  const finish = (outcome: Outcome<unknown>) => {
    const done = running;
    running = undefined;
    done?.settle(outcome);
    next();
  };

  const start = (): WorkerLike => {
    const made = startWorker();
    made.onmessage = ({ data }) => {
      if (made !== worker || data.id !== running?.asked.id) return;
      if (data.kind === "progress") running.onProgress?.(data.share, data.what);
      else if (data.kind === "answer") finish(data.answer);
      else finish({ stopped: whyFailed(data.message) });
    };
    made.onerror = ({ message }) => {
      if (made !== worker) return;
      const done = running;
      endWorker();
      done?.settle({ stopped: whyFailed(message ?? "") });
      next();
    };
    return made;
  };

  const next = () => {
    clearTimeout(impatience);
    impatience = undefined;
    if (running !== undefined) {
      if (running.wanted || queue.length === 0) return;
      const same = running.asked.text === queue[0].asked.text;
      impatience = setTimeout(
        () => {
          endWorker();
          next();
        },
        same ? PATIENCE.sameText : PATIENCE.otherText,
      );
      return;
    }
    clearTimeout(limit);
    running = queue.shift();
    if (running === undefined) return;
    worker ??= start();
    worker.postMessage(running.asked);
    limit = setTimeout(() => {
      const done = running;
      endWorker();
      done?.settle({
        stopped: `This took more than ${TIME_LIMIT / 60} minutes and was given up. Fewer options or more constraints make it quicker.`,
      });
      next();
    }, TIME_LIMIT * 1000);
  };

  // Started before it is needed: loading its code takes longer than most answers.
  worker = start();

  return {
    ask: ({ text, file }, question, args, onProgress) => {
      let waiting!: Waiting;
      const outcome = new Promise<Outcome<unknown>>((settle) => {
        const asked = { id: nextId++, text, file, question, args };
        waiting = { asked, onProgress, settle, wanted: true };
      });
      queue.push(waiting);
      next();
      const leave = (why: Outcome<never>, now: boolean) => {
        waiting.wanted = false;
        waiting.settle(why);
        queue = queue.filter((each) => each !== waiting);
        if (now && running === waiting) endWorker();
        next();
      };
      return {
        outcome: outcome as Promise<Outcome<never>>,
        stop: () => leave({ stopped: "Stopped, as you asked." }, true),
        drop: () => leave({ dropped: true }, false),
      };
    },
  };
}

function whyFailed(message: string): string {
  return /memory|array buffer|array length|allocation/i.test(message)
    ? "The browser has not enough memory for this many states. Fewer options or more constraints make fewer states."
    : `The answer could not be computed: ${message || "the engine stopped"}. This is a mistake of the program, not yours.`;
}
