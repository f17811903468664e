import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundMarkup } from "./bound-markup.ts";
import { draftOf } from "./draft.ts";
import { readReport } from "./read-report.ts";
import { linesOf, writeDraft } from "./write-draft.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const STORY = `<p>SEOUL (Wire) - The envoy, Alan Parker, said on Monday that the talks would go on.</p><p>"We are not leaving," Parker said.</p>`;
const page = (before: string, after = "") => bytes(`<html><body>${before}${STORY}${after}</body></html>`);
const speakers = (report: Uint8Array) =>
  readReport(report).reading?.statements.map(({ speaker }) => speaker?.name);
const BOTH = ["Alan Parker", "Alan Parker"];

describe("pages made to break the reader end in a clear error or a clean draft", () => {
  test("50 MB", () => {
    expect(readReport(new Uint8Array(50 * 1024 * 1024).fill(65)).problem).toEqual({
      code: "limit",
      message: "the report is larger than 20 MB",
    });
  });
  test("tags a million deep, opened and never closed, or closed and never opened", () => {
    expect(readReport(page("<div>".repeat(1_000_000))).problem?.code).toBe("limit");
    expect(readReport(page("<b>".repeat(50_000))).reading?.text).toContain("the talks would go on");
    expect(speakers(page("</div>".repeat(1_000_000)))).toEqual(BOTH);
  });
  test("deeper than any page, and less than the limit: the text stays", () => {
    expect(speakers(page("<div>".repeat(20_000), "</div>".repeat(20_000)))).toEqual(BOTH);
  });
  test("one line of two million letters, of two hundred thousand words, of brackets and of quotation marks", () => {
    expect(readReport(bytes("a".repeat(2_000_000))).problem?.code).toBe("limit");
    for (const text of [
      "word ".repeat(59_000),
      "<".repeat(290_000),
      '" '.repeat(140_000),
      "“".repeat(290_000),
      "'a ".repeat(90_000),
      "said, ".repeat(49_000),
      "if he would not go ".repeat(15_000),
      "told the men not to, ".repeat(14_000),
      "ask the ".repeat(10_000),
    ]) {
      const started = performance.now();
      readReport(bytes(`He said. ${text}`));
      expect(performance.now() - started).toBeLessThan(15_000);
    }
  });
  test("a tag without an end, a comment without an end, a script without an end", () => {
    expect(readReport(page("", `<div class="${"x".repeat(2_000_000)}`)).reading?.text).toContain(
      "talks would go on",
    );
    expect(readReport(page("", `<!-- ${"- ".repeat(500_000)}`)).reading?.text).toContain("talks would go on");
    expect(readReport(page("", `<script>${"<div>".repeat(500_000)}`)).reading?.text).toContain(
      "talks would go on",
    );
  });
  test("bytes that are no text, invalid UTF-8, and nothing at all", () => {
    expect(readReport(Uint8Array.of(0, 1, 2)).problem?.message).toContain("zero bytes");
    expect(readReport(new Uint8Array()).problem?.code).toBe("not-a-report");
    expect(readReport(bytes("<html><body><nav>Home</nav></body></html>")).problem?.message).toContain(
      "no report in it",
    );
    const broken = page("");
    broken[broken.length - 40] = 0xff;
    expect(speakers(broken)).toEqual(BOTH);
  });
  test("marks that reorder or hide text are taken out", () => {
    const { reading } = readReport(
      bytes(
        "Heading\n\nThe envoy, Alan Par\u202eker, said on \u200bMon\u00adday that \u2066talks\u2069 went on.",
      ),
    );
    expect(reading?.text).toBe("The envoy, Alan Parker, said on Monday that talks went on.");
    expect(reading?.people.map(({ name }) => name)).toEqual(["Alan Parker"]);
  });
  test("a script in a name is text, in the draft too", () => {
    const { reading } = readReport(
      page(
        `<p onclick="steal()">The minister, Bob &lt;script&gt;alert(1)&lt;/script&gt; Brown, said: "No." <img src=x onerror=alert(1)></p>`,
      ),
    );
    const draft = draftOf([reading!]);
    const text = writeDraft(
      linesOf(draft, undefined, () => undefined),
      undefined,
    );
    expect(text).not.toContain("onerror");
    expect(text).not.toContain("onclick");
  });
  test("no markup that could run is given to the parser of HTML", () => {
    const markup = (html: string) => {
      const bounded = boundMarkup(html);
      return bounded.problem === undefined ? bounded.markup : "";
    };
    expect(
      markup(`<p onload="x()">a<script>b()</script><svg><p>c</p></svg><iframe src="d"></iframe></p>`),
    ).toBe("<p>a</p>");
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "<p",
            "<script>",
            "</script>",
            "<svg>",
            "</svg>",
            ">",
            '"',
            "'",
            " onerror=",
            "<!--",
            "-->",
            "a",
            " ",
            "</p>",
            "<b class=",
            "<title>",
            "<",
          ),
          { maxLength: 40 },
        ),
        (parts) => {
          // Within a value, as in `class=" onerror="`, it is text.
          const outside = markup(parts.join("")).replaceAll(/"[^"]*"/g, '""');
          expect(outside).not.toMatch(/<script|<svg|<[a-z][^>]*\sonerror\s*=/i);
        },
      ),
    );
  });
  test("names of the machinery of JavaScript are names like others", () => {
    const text =
      "The envoy, Constructor Prototype, said that __proto__ was a word. President Valueof said so too.";
    expect(readReport(bytes(`A heading\n\n${text}`)).reading?.people.map(({ name }) => name)).toEqual([
      "Constructor Prototype",
      "Valueof",
    ]);
  });
  test("any text at all: no exception, and every span is a place in the text read", () => {
    const words = fc.constantFrom(
      "said",
      "told",
      "“",
      "”",
      '"',
      "'",
      "Mr.",
      "Kim",
      "the",
      "minister",
      ",",
      ".",
      "that",
      "who",
      "Monday",
      "and",
      "<p>",
      "</p>",
      "will",
      "U.S.",
      "—",
      ":",
      "quoted",
      "by",
      "as",
      "saying",
      "according to",
      "\n\n",
      "é",
      "😀",
      "\u0000".slice(1),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const { reading } = readReport(bytes(parts.join(" ")));
        if (reading === undefined) return;
        const items = [...reading.people, ...reading.statements, ...reading.events, ...reading.acts];
        for (const { start, end } of items.flatMap(({ spans }) => spans)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(reading.text.length);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
