import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createEngine, type WorkerLike } from "./client.ts";
import type { Asked } from "./worker.ts";

type Fake = WorkerLike & { readonly got: Asked[]; ended: boolean };
let workers: Fake[] = [];
const startWorker = (): Fake => {
  const fake: Fake = {
    got: [],
    ended: false,
    onmessage: null,
    onerror: null,
    postMessage: (asked) => fake.got.push(asked),
    terminate: () => {
      fake.ended = true;
    },
  };
  workers.push(fake);
  return fake;
};
const answer = (fake: Fake, findings: unknown) =>
  fake.onmessage!({ data: { id: fake.got.at(-1)!.id, kind: "answer", answer: { findings } } });
const about = (text: string) => ({ text, file: "a.yaml" });

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("questions are asked one after the other of one worker", async () => {
  const engine = createEngine(startWorker);
  const one = engine.ask(about("x"), "read", {});
  const two = engine.ask(about("x"), "check", {});
  expect(workers[0].got.map(({ question }) => question)).toEqual(["read"]);
  answer(workers[0], 1);
  expect(await one.outcome).toEqual({ findings: 1 });
  answer(workers[0], 2);
  expect(await two.outcome).toEqual({ findings: 2 });
  expect(workers).toHaveLength(1);
});

test("an answer nobody wants any more is not given, and a slow one is ended when another waits", async () => {
  const engine = createEngine(startWorker);
  const old = engine.ask(about("old"), "analyze", {});
  old.drop();
  const newer = engine.ask(about("new"), "analyze", {});
  expect(workers[0].ended).toBe(false);
  vi.advanceTimersByTime(300);
  expect(workers[0].ended).toBe(true);
  answer(workers[1], "of the new text");
  expect(await old.outcome).toEqual({ dropped: true });
  expect(await newer.outcome).toEqual({ findings: "of the new text" });
});

test("a quick one nobody wants is let finish, so that the worker need not start again", async () => {
  const engine = createEngine(startWorker);
  engine.ask(about("old"), "analyze", {}).drop();
  const newer = engine.ask(about("new"), "read", {});
  answer(workers[0], "of the old text");
  answer(workers[0], "of the new text");
  expect(await newer.outcome).toEqual({ findings: "of the new text" });
  vi.advanceTimersByTime(1000);
  expect(workers).toHaveLength(1);
  expect(workers[0].ended).toBe(false);
});

test("stopping ends the work at once and leaves the questions behind it", async () => {
  const engine = createEngine(startWorker);
  const slow = engine.ask(about("x"), "analyze", {});
  const behind = engine.ask(about("x"), "read", {});
  slow.stop();
  expect(workers[0].ended).toBe(true);
  expect(await slow.outcome).toHaveProperty("stopped");
  answer(workers[1], 3);
  expect(await behind.outcome).toEqual({ findings: 3 });
});

test("what takes too long is given up, and memory that ran out is said in words", async () => {
  const engine = createEngine(startWorker);
  const slow = engine.ask(about("x"), "analyze", {});
  vi.advanceTimersByTime(121_000);
  expect(await slow.outcome).toEqual({ stopped: expect.stringContaining("given up") });
  const large = engine.ask(about("y"), "analyze", {});
  workers[1].onerror!({ message: "Array buffer allocation failed" });
  expect(await large.outcome).toEqual({ stopped: expect.stringContaining("memory") });
});
