import type { Vocabulary } from "./parse-expression.ts";
import { completeSettings, firstSettings, readSettings } from "./parse-settings.ts";
import type { Report } from "./report.ts";
import type { Option, Setting, StatusQuo, TimelineEvent } from "./standoff.ts";
import { listed } from "./words.ts";
import type { Entry } from "./yaml-nodes.ts";

/**
 * The status quo: what the file states, or else what the events up to `asOf` have set, in the order of
 * their dates, everything beginning at its first level. Warns where the two disagree about an option the
 * timeline sets.
 */
export function parseStatusQuo(
  section: Entry | undefined,
  options: readonly Option[],
  timeline: readonly TimelineEvent[],
  asOf: string | undefined,
  vocabulary: Vocabulary,
  report: Report,
): StatusQuo | undefined {
  const firsts = firstSettings(options);
  const moved = settingsFrom(timeline, asOf);
  if (section !== undefined) {
    const stated = readSettings(section.value, section.keySpan, "`status quo`", vocabulary, report);
    if (stated === undefined) return undefined;
    const settings = completeSettings(stated, firsts).map((setting, index) =>
      setting === firsts[index] ? { ...setting, span: section.span } : setting,
    );
    const differing = settings.filter(
      (setting) => (moved.get(setting.option)?.level ?? setting.level) !== setting.level,
    );
    if (differing.length > 0) {
      const day = asOf === undefined ? "at its end" : `as of ${asOf}`;
      const ids = listed(differing.map((setting) => setting.option));
      const fix = "correct one of the two, or leave out `status quo`: it then follows from the timeline";
      report.warning(
        "status-quo",
        section.keySpan,
        `the timeline ${day} disagrees with this status quo about ${ids}`,
        fix,
      );
    }
    return { settings, from: "stated", span: section.span };
  }
  const setting = timeline.find((event) => event.sets.length > 0);
  if (setting === undefined) return undefined;
  return { settings: completeSettings([...moved.values()], firsts), from: "timeline", span: setting.span };
}

function settingsFrom(
  timeline: readonly TimelineEvent[],
  asOf: string | undefined,
): ReadonlyMap<string, Setting> {
  const past = timeline.filter((event) => asOf === undefined || event.date <= asOf);
  const moved = new Map<string, Setting>();
  // The sort is stable: events of one day count in the order of the file.
  for (const event of past.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    for (const setting of event.sets) moved.set(setting.option, setting);
  }
  return moved;
}
