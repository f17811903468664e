import { describe, expect, test } from "vitest";
import { createReader, type ReaderWorker } from "./client.ts";

const BYTES = new Uint8Array();

/** Stands in for the worker: keeps what it is asked, answers when told to. */
function fake() {
  const asked: number[] = [];
  const ended: number[] = [];
  const workers: ReaderWorker[] = [];
  const start = () => {
    const worker: ReaderWorker = {
      onmessage: null,
      onerror: null,
      postMessage: ({ id }) => asked.push(id),
      terminate: () => ended.push(workers.indexOf(worker)),
    };
    workers.push(worker);
    return worker;
  };
  return { asked, ended, workers, reader: createReader(start) };
}

describe("the reader", () => {
  test("starts its worker with the first request, and one is enough", () => {
    const { reader, workers } = fake();
    expect(workers).toHaveLength(0);
    reader.ask({ kind: "read", bytes: BYTES });
    reader.ask({ kind: "read", bytes: BYTES });
    expect(workers).toHaveLength(1);
  });
  test("gives each answer to whom it is for", async () => {
    const { reader, workers, asked } = fake();
    const first = reader.ask({ kind: "read", bytes: BYTES });
    const second = reader.ask({ kind: "read", bytes: BYTES });
    const problem = (message: string) => ({ problem: { code: "limit" as const, message } });
    workers[0].onmessage?.({ data: { id: asked[1], reply: problem("two") } });
    workers[0].onmessage?.({ data: { id: asked[0], reply: problem("one") } });
    expect([await first, await second]).toEqual([problem("one"), problem("two")]);
  });
  test("when stopped, ends the worker, tells whoever waits, and begins anew when asked again", async () => {
    const { reader, workers, ended } = fake();
    const waiting = reader.ask({ kind: "read", bytes: BYTES });
    reader.stop();
    expect(await waiting).toEqual({ why: "Stopped, as you asked." });
    expect(ended).toEqual([0]);
    reader.ask({ kind: "read", bytes: BYTES });
    expect(workers).toHaveLength(2);
  });
  test("says that it failed, and whose mistake that is", async () => {
    const { reader, workers, asked } = fake();
    const failed = reader.ask({ kind: "read", bytes: BYTES });
    workers[0].onmessage?.({ data: { id: asked[0], failed: "no such thing" } });
    const died = reader.ask({ kind: "read", bytes: BYTES });
    workers[0].onerror?.({ message: "out of memory" });
    expect(await failed).toEqual({
      why: "The report could not be read: no such thing. This is a mistake of the program, not yours.",
    });
    expect(await died).toEqual({ why: "The browser has not enough memory to read this." });
  });
});
