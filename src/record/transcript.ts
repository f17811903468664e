import type { Paragraph } from "./clauses.ts";
import { familyName } from "./names.ts";
import type { Known, People } from "./people.ts";
import type { ReportedStatement, Speaker } from "./reading.ts";

const LABEL =
  /^((?:[A-Z][A-Z.'’-]+ ?){1,5}(?:\([^)]{1,40}\))?|Q(?: ?\([^)]{1,40}\))?|A|Question|Answer): (?=\S)|^([QA])\. (?=\S)/;
/** `Ms Harlan: …`, `Mr. Boyd (Leeds, West): …`: a label only if it comes back, with what stands in brackets or without. */
const NAME_LABEL = /^((?:\p{Lu}[\p{L}.'’-]* ?){1,4})(\([^)]{1,60}\))?: (?=\S)/u;

/** Who speaks by label in a transcript, a paragraph each; empty when this is none. */
export function transcriptIn(
  paragraphs: readonly Paragraph[],
  people: People,
  text: string,
): ReportedStatement[] {
  const counts = new Map<string, number>();
  for (const { text: each } of paragraphs) {
    const name = NAME_LABEL.exec(each)?.[1].trim();
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  /** Who holds an office by which he is labeled: `The Prime Minister` → `Mr. Hale`. */
  const holders = new Map<string, string>();
  const asked = paragraphs.filter(({ text: each }) => QUESTION.test(each)).length > 1;
  const labelOf = (each: string, least: number) => {
    const label = LABEL.exec(each);
    if (label !== null) return { name: label[1] ?? label[2], length: label[0].length };
    const name = NAME_LABEL.exec(each);
    if (name === null) return undefined;
    // Whoever opens a briefing is labeled by name once, and answers as `A` from then on.
    const opens = asked && people.known.some(({ names }) => names.join(" ") === name[1].trim());
    if (!opens && (counts.get(name[1].trim()) ?? 0) < least) return undefined;
    // `The Prime Minister (Mr. Hale)`
    const holder = /^\(((?:Mr|Mrs|Ms|Miss|Sir|Lord|Dr)\b.*)\)$/.exec(name[2] ?? "")?.[1];
    if (holder !== undefined) holders.set(name[1].trim(), holder);
    return { name: holders.get(name[1].trim()) ?? name[1], length: name[0].length };
  };
  const labeled = paragraphs.filter(({ text: each }) => labelOf(each, 2) !== undefined);
  if (labeled.length < 3 || labeled.length * 3 < paragraphs.length) return [];
  const answers = answering(paragraphs, people);
  let speaker: Speaker | undefined;
  let over = false;
  return paragraphs.flatMap((paragraph): ReportedStatement[] => {
    over ||= speaker !== undefined && END.test(paragraph.text);
    if (over) return [];
    const label = labelOf(paragraph.text, /^(Mr|Mrs|Ms|Sir|The) ?/.test(paragraph.text) ? 1 : 2);
    if (label !== undefined) speaker = speakerOf(label.name.trim(), paragraph.start, people, answers);
    if (speaker === undefined || /^\(.*\)$/.test(paragraph.text)) return [];
    const start = paragraph.start + (label?.length ?? 0);
    return [
      {
        speaker,
        via: [],
        to: undefined,
        says: text.slice(start, paragraph.end),
        spans: [{ start, end: paragraph.end }],
        verb: "",
        quoted: true,
        sounds: "plain",
        sure: "sure",
      },
    ];
  });
}

/** What ends a transcript: notes and corrections follow that nobody in it has said. */
const END = /^(#+( #+)*|[-–—]* ?(END|ENDS)( OF TRANSCRIPT)?[ .]?[-–—]*|\* ?\p{Lu}\p{Ll}+:.*)$/u;

const QUESTION = /^(Q|Question)( ?\([^)]{1,40}\))?[:.] (?=\S)/;

/** Who answers where answers are labeled `A`: whoever alone is labeled by name, else whoever alone is named before the first question. */
function answering(paragraphs: readonly Paragraph[], people: People): Known | undefined {
  const first = paragraphs.findIndex(({ text }) => QUESTION.test(text));
  if (first < 0) return undefined;
  const labeled = people.known.filter(({ names }) =>
    paragraphs.some(({ text }) => text.startsWith(`${names.join(" ")}: `)),
  );
  if (labeled.length > 0) return labeled.length === 1 ? labeled[0] : undefined;
  const introduced = new Set(
    people.mentions.flatMap(({ paragraph, person }) =>
      paragraph < first && person !== undefined ? [person] : [],
    ),
  );
  return introduced.size === 1 ? [...introduced][0] : undefined;
}

function speakerOf(label: string, start: number, people: People, answers: Known | undefined): Speaker {
  const span = { start, end: start + label.length };
  if (/^(A|Answer)$/.test(label) && answers !== undefined)
    return { text: label, name: answers.names.join(" "), person: answers.id, party: undefined, span };
  if (/^(Q|QUESTION|Question)\b/.test(label))
    return { text: label, name: "a reporter", person: undefined, party: undefined, span };
  const words = label.split(/\s+/);
  const last = words[words.length - 1].toLowerCase();
  const named = people.known.find(({ names }) => familyName(names).toLowerCase() === last);
  if (named !== undefined)
    return { text: label, name: named.names.join(" "), person: named.id, party: undefined, span };
  const name = words
    .map((word) => (/^[A-Z]\.$|\p{Ll}/u.test(word) ? word : word[0] + word.slice(1).toLowerCase()))
    .join(" ");
  return { text: label, name, person: undefined, party: undefined, span };
}
