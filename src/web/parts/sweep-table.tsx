import { createEffect, createSignal, on, onCleanup, Show } from "solid-js";
import type { DoubtFinding } from "../../analysis/findings.ts";
import type { SweepRow } from "../../analysis/sweep.ts";
import type { Problem } from "../../model/problem.ts";
import { counted } from "../../render/text.ts";
import type { Asking } from "../engine/client.ts";
import { download } from "../files/local-files.ts";
import type { Page } from "../page.ts";
import { ProblemList } from "./problem-list.tsx";
import { WholeNumber } from "./whole-number.tsx";

/** More variants than this are drawn, unless told otherwise. */
const MANY = 20_000;
/** Rows that a browser keeps without trouble. */
const MOST = 1_000_000;

/** A table of variants, one row each, made piece by piece while other questions are answered in between; what is there can be kept at any time. */
export function SweepTable(props: {
  readonly page: Page;
  readonly goal: string;
  readonly doubts: readonly DoubtFinding[];
}) {
  const grid = () => props.doubts.reduce((product, { readings }) => product * readings.length, 1);
  const [sample, setSample] = createSignal(1000);
  const [every, setEvery] = createSignal(false);
  const whole = () => grid() <= MANY && (every() || grid() <= sample());
  const [table, setTable] = createSignal<{
    readonly columns: readonly string[];
    readonly total: number;
    readonly rows: readonly SweepRow[];
    readonly rate: number;
  }>();
  const [state, setState] = createSignal<"none" | "working" | "stopped" | "done">("none");
  const [problems, setProblems] = createSignal<readonly Problem[]>([]);
  const [why, setWhy] = createSignal("");
  let running = 0;
  let asking: Pick<Asking<unknown>, "drop"> | undefined;
  const end = () => {
    running++;
    asking?.drop();
  };
  onCleanup(end);
  // A table of an earlier text, or for another goal, is no longer this one's.
  createEffect(
    on(
      () => [props.page.store.settled().text, props.goal],
      () => {
        end();
        setTable(undefined);
        setProblems([]);
        setState("none");
      },
      { defer: true },
    ),
  );
  const make = async () => {
    end();
    const mine = running;
    const about = props.page.store.settled();
    const args = { sample: whole() ? undefined : sample(), goal: props.goal };
    const rows: SweepRow[] = [];
    const started = Date.now();
    setProblems([]);
    setWhy("");
    setTable(undefined);
    setState("working");
    for (;;) {
      const piece = props.page.engine.ask(about, "sweep", { ...args, from: rows.length });
      asking = piece;
      const got = await piece.outcome;
      if (mine !== running) return;
      if ("findings" in got && got.findings !== undefined) {
        const { columns, total } = got.findings;
        rows.push(...got.findings.rows);
        setTable({
          columns,
          total,
          rows,
          rate: rows.length / Math.max(0.001, (Date.now() - started) / 1000),
        });
        if (rows.length < total) continue;
        setState("done");
      } else {
        if ("problems" in got) setProblems(got.problems ?? []);
        if ("stopped" in got) setWhy(got.stopped);
        setState("stopped");
      }
      return;
    }
  };
  const keep = () => {
    const { columns, rows } = table()!;
    const lines = [columns, ...rows].map((row) => row.join(","));
    const name = props.page.store
      .settled()
      .file.replace(/^.*\//, "")
      .replace(/\.ya?ml$/, "");
    download(`${lines.join("\n")}\n`, `${name}-variants.csv`);
    props.page.say(`Kept ${counted(rows.length, "row")} as ${name}-variants.csv.`);
  };
  const told = () => {
    const made = table();
    if (made === undefined) return state() === "working" ? "The first rows are being made …" : why();
    const { rows, total, rate } = made;
    const of = `${rows.length.toLocaleString("en-US")} of ${counted(total, "row")}`;
    if (state() === "done") return `All ${counted(total, "row")} are there.`;
    if (state() === "stopped") return `Stopped after ${of}. ${why()}`.trim();
    const left = Math.ceil((total - rows.length) / Math.max(rate, 1e-9));
    return `${of}, ${Math.round(rate).toLocaleString("en-US")} a second, ${counted(left, "second")} left.`;
  };
  return (
    <section class="sweep" aria-labelledby="sweep-head">
      <h3 id="sweep-head">A table of all variants</h3>
      <p class="lead">
        One row for each way the doubts may turn out: how each reads, its chance, how many outcomes hold under
        each foresight, and under which of them the status quo{props.goal === "" ? "" : " and the goal"} would
        hold. For a spreadsheet or a statistics program.
      </p>
      <div class="filters">
        <Show when={grid() <= MANY && grid() > sample()}>
          <label>
            <input
              type="checkbox"
              checked={every()}
              onChange={(event) => setEvery(event.currentTarget.checked)}
            />
            {`all ${grid().toLocaleString("en-US")}`}
          </label>
        </Show>
        <Show when={!whole()} fallback={<span class="figures">{counted(grid(), "row")}</span>}>
          <WholeNumber
            label="Rows drawn by their chances"
            value={sample()}
            most={MOST}
            onChange={setSample}
          />
        </Show>
        <Show
          when={state() === "working"}
          fallback={
            <button type="button" class="button" onClick={make}>
              Make the table
            </button>
          }
        >
          <button
            type="button"
            class="button"
            onClick={() => {
              end();
              setState("stopped");
            }}
          >
            Stop the table
          </button>
        </Show>
        <Show when={(table()?.rows.length ?? 0) > 0}>
          <button type="button" class="button" onClick={keep}>
            {state() === "done" ? "Keep it (CSV)" : "Keep what is there (CSV)"}
          </button>
        </Show>
      </div>
      <Show when={state() === "working"}>
        <progress
          aria-label="How far the table has come"
          max={1}
          value={table() === undefined ? 0 : table()!.rows.length / table()!.total}
        />
      </Show>
      <p class="figures" role="status">
        {told()}
      </p>
      <Show when={problems().length > 0}>
        <ProblemList problems={problems()} />
      </Show>
    </section>
  );
}
