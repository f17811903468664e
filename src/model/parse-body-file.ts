import { parseBodyAlone } from "./parse-bodies.ts";
import { noErrors, type Problem } from "./problem.ts";
import { readYaml, spanOfNode } from "./read-yaml.ts";
import { createReport } from "./report.ts";
import type { VotingBody } from "./standoff.ts";
import { present } from "./yaml-nodes.ts";

/** Reads a file that holds one voting body and nothing else: `title`, `members`, `quota`. Never throws. */
export function parseBodyFile(
  text: string,
  file = "body.yaml",
): { body: VotingBody | undefined; problems: Problem[] } {
  const report = createReport(text, file);
  const document = readYaml(report);
  const root = document && present(document.contents);
  if (document !== undefined && root === undefined)
    report.error("empty", { start: 0, end: 1 }, "the file is empty", "begin with a `title` and `members`");
  const body =
    root &&
    parseBodyAlone(
      { key: "body", keySpan: { start: 0, end: 1 }, value: root, span: spanOfNode(root) },
      report,
    );
  const problems = report.problems();
  return { body: noErrors(problems) ? body : undefined, problems };
}
