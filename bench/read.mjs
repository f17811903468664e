/**
 * How well `standoff read` reads, measured on the labeled reports in test/reports: `npm run bench:read` prints precision and recall of
 * each kind of item for each half. Rules are written by looking at `rules`; `measured` is only measured. `--show rules` lists what
 * was missed and what was wrongly found.
 *
 * A label is found by an item that stands on its words: a statement with the right speaker, an event with the right date, an act of
 * the right kind. Labels marked optional count neither when found nor when missed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setUp } from "../scripts/setup.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const KINDS = ["people", "roles", "statements", "events", "acts", "clean"];

/** Counts for one half; `readReport` is given, so that the tests can measure their own build. */
export function measure(readReport, half, show = () => {}) {
  const folder = here(`../test/reports/${half}/`);
  const counts = Object.fromEntries(
    KINDS.map((kind) => [kind, { found: 0, right: 0, labels: 0, recalled: 0 }]),
  );
  let slowest = 0;
  const reports = readdirSync(folder).filter((name) => !name.endsWith(".json"));
  for (const name of reports) {
    const gold = JSON.parse(readFileSync(folder + name.replace(/\.\w+$/, ".json"), "utf8"));
    const started = performance.now();
    const { reading } = readReport(readFileSync(folder + name));
    slowest = Math.max(slowest, performance.now() - started);
    const say = (text) => show(`${name}: ${text}`);
    count(counts, gold, reading, say);
  }
  return { reports: reports.length, slowest, counts };
}

const norm = (text) =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^(the|a|an|one|two|some)\s+/, "")
    .trim();

/** Whether a speaker found is the one labeled: the person, state or body, or a description that says as much. */
function sameSpeaker(speaker, label) {
  return [label].flat().some((each) => {
    if (each === null) return speaker === undefined;
    if (speaker === undefined) return false;
    return [speaker.name, ...(speaker.person === undefined ? [speaker.text] : [])].some((name) => {
      const [a, b] = [norm(name), norm(each)];
      return (
        a === b ||
        (b.includes(" ") &&
          speaker.person === undefined &&
          a.length > 4 &&
          (a.includes(b) || b.includes(a))) ||
        (speaker.person !== undefined && samePerson(name, each))
      );
    });
  });
}

function samePerson(name, label) {
  const words = (text) => text.toLowerCase().split(/[\s-]+/);
  const [a, b] = [words(name), words(label)];
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
}

function count(counts, gold, reading, say) {
  const { text } = reading;
  const tally = (kind, labels, items, matches, describe) => {
    const required = labels.filter(({ optional }) => !optional);
    const recalled = required.filter((label) => items.some((item) => matches(item, label)));
    const right = items.filter((item) => required.some((label) => matches(item, label)));
    const wrong = items.filter((item) => !labels.some((label) => matches(item, label)));
    counts[kind].labels += required.length;
    counts[kind].recalled += recalled.length;
    counts[kind].found += right.length + wrong.length;
    counts[kind].right += right.length;
    for (const label of required)
      if (!recalled.includes(label)) say(`${kind} missed: ${JSON.stringify(label)}`);
    for (const item of wrong) say(`${kind} wrong: ${describe(item)}`);
  };
  const on = ({ spans }, { words }) => {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      if (spans.some(({ start, end }) => start < at + words.length && end > at)) return true;
    return false;
  };
  tally(
    "people",
    gold.people,
    reading.people,
    (item, label) => samePerson(item.name, label.name),
    ({ name, role }) => `${name} (${role})`,
  );
  const named = gold.people.filter(({ role }) => role !== "");
  tally(
    "roles",
    named,
    reading.people.filter(
      ({ role, name }) => role !== undefined && named.some((label) => samePerson(name, label.name)),
    ),
    (item, label) =>
      samePerson(item.name, label.name) &&
      `${item.role ?? ""} ${item.affiliation ?? ""}`.toLowerCase().includes(label.role.toLowerCase()),
    ({ name, role }) => `${name} (${role})`,
  );
  // A statement that nobody is given for is neither right nor wrong, unless the label says that nobody can be told.
  tally(
    "statements",
    gold.statements,
    reading.statements.filter(
      (item) =>
        item.speaker !== undefined ||
        gold.statements.some((label) => [label.speaker].flat().includes(null) && on(item, label)),
    ),
    (item, label) => on(item, label) && sameSpeaker(item.speaker, label.speaker),
    ({ speaker, says }) => `${speaker?.name} [${speaker?.text}]: ${says.slice(0, 120)}`,
  );
  const dated = ({ date, until }) => (until === undefined ? date : `${date}/${until}`);
  tally(
    "events",
    gold.events,
    reading.events.filter(({ date }) => date !== undefined),
    (item, label) => on(item, label) && dated(item) === label.date,
    (item) => `${dated(item)}: ${item.what}`,
  );
  tally(
    "acts",
    gold.acts,
    reading.acts,
    (item, label) => on(item, label) && item.kind === label.kind,
    ({ kind, what }) => `${kind}: ${what}`,
  );
  counts.clean.labels += gold.absent.length;
  counts.clean.recalled += gold.absent.filter((words) => !text.includes(words)).length;
  for (const words of gold.absent) if (text.includes(words)) say(`left in: ${words}`);
}

const share = (part, whole) => (whole === 0 ? "   —" : (part / whole).toFixed(2).padStart(4));
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUp();
  const { readReport } = await import("../dist/record/read-report.js");
  const shown = process.argv[process.argv.indexOf("--show") + 1];
  for (const half of ["rules", "measured"]) {
    const { reports, slowest, counts } = measure(
      readReport,
      half,
      process.argv.includes("--show") && shown === half ? console.log : undefined,
    );
    console.log(`\n${half}: ${reports} reports, the slowest ${Math.round(slowest)} ms`);
    for (const kind of KINDS) {
      const { found, right, labels, recalled } = counts[kind];
      const precision = kind === "clean" ? "" : `precision ${share(right, found)} (${right} of ${found})`;
      console.log(
        `  ${(kind === "clean" ? "boilerplate out" : kind).padEnd(16)} recall ${share(recalled, labels)} (${recalled} of ${labels})  ${precision}`,
      );
    }
  }
}
