import type { Reply, Request, Told } from "./reader-worker.ts";

/** What comes of a request: the answer, or a sentence why there is none. */
export type Got<T> = T | { readonly why: string };

export type Reader = {
  readonly ask: <K extends keyof Reply>(
    request: Extract<Request, { readonly kind: K }>,
  ) => Promise<Got<Reply[K]>>;
  /** Ends what is being done; whoever waits is told. The next request begins anew. */
  readonly stop: () => void;
};

/** What the reader needs of a worker, so that tests can stand in for one. */
export type ReaderWorker = {
  onmessage: ((event: { readonly data: Told }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  readonly postMessage: (asked: { readonly id: number; readonly request: Request }) => void;
  readonly terminate: () => void;
};

/** Asks a worker that reads reports. It is started with the first request, since it brings a language model along. */
export function createReader(startWorker: () => ReaderWorker): Reader {
  let worker: ReaderWorker | undefined;
  let last = 0;
  const waiting = new Map<number, (got: { readonly why: string } | Reply[keyof Reply]) => void>();
  const end = (why: string) => {
    worker?.terminate();
    worker = undefined;
    for (const settle of waiting.values()) settle({ why });
    waiting.clear();
  };
  const start = () => {
    const made = startWorker();
    made.onmessage = ({ data }) => {
      const settle = waiting.get(data.id);
      waiting.delete(data.id);
      settle?.("reply" in data ? data.reply : { why: failure(data.failed) });
    };
    made.onerror = ({ message }) => made === worker && end(failure(message ?? "the reader stopped"));
    return made;
  };
  return {
    ask: (request) =>
      new Promise((settle) => {
        worker ??= start();
        const id = ++last;
        waiting.set(id, settle as (got: { readonly why: string } | Reply[keyof Reply]) => void);
        worker.postMessage({ id, request });
      }),
    stop: () => end("Stopped, as you asked."),
  };
}

function failure(message: string): string {
  return /memory|array buffer|allocation/i.test(message)
    ? "The browser has not enough memory to read this."
    : `The report could not be read: ${message}. This is a mistake of the program, not yours.`;
}
