import type {
  ConditionFinding,
  InverseFinding,
  Names,
  PackagesFindings,
  RankingChangeFinding,
  StatementChangesFinding,
} from "../analysis/findings.ts";
import type { StateView } from "../analysis/state-view.ts";
import { type Block, heading, item, text } from "./blocks.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { changeWords, partyTitle } from "./state-words.ts";
import { clean, counted, listed, possessive, sentence } from "./text.ts";

/** States and changes told one by one; conditions of a party. */
const TOLD = 4;
const CONDITIONS = 2;

/** How rankings would have to change for the goal to hold, and what they must meet. */
export function inverseBlocks(
  { names, concept }: PackagesFindings,
  { limit, toHold, toSign, statements }: InverseFinding,
): Block[] {
  const lines: Block[] = [heading("The fewest exchanges in rankings for the goal to hold")];
  const { name } = CONCEPT_WORDS[concept];
  if (limit !== undefined) {
    const why =
      limit.what === "states"
        ? `There are too many states to ask; the limit is ${limit.most.toLocaleString("en-US")}.`
        : `Not asked: ${partyTitle(names, limit.party)} acts for several or leaves comparisons open, so that it has no one ranking to change.`;
    return [...lines, text(why)];
  }
  if (toHold === undefined)
    return [...lines, text("No feasible state meets the goal, so no ranking would help.")];
  lines.push(...changeBlocks(names, toHold, `for the goal to hold under ${name}`));
  const beside =
    "for it to hold and besides be liked at least as well as the start by all whose options it changes";
  if (toSign !== undefined && JSON.stringify(toSign) === JSON.stringify(toHold))
    lines.push(text(`${sentence(beside)}, nothing more.`));
  else if (toSign !== undefined) lines.push(...changeBlocks(names, toSign, beside));
  lines.push(...conditionBlocks(names, toHold, name));
  if (statements !== undefined)
    lines.push(
      heading("The fewest changes of statements for the goal to hold"),
      ...statementBlocks(names, statements, name),
    );
  return lines;
}

function statementBlocks(
  names: Names,
  { noneBelow, smallest }: StatementChangesFinding,
  concept: string,
): Block[] {
  if (smallest.length === 0)
    return [
      text(
        `With fewer than ${counted(noneBelow, "change")} the goal would not hold under ${concept}; beyond that the search did not come to an end.`,
      ),
    ];
  if (smallest[0].length === 0) return [text(`None is needed for the goal to hold under ${concept}.`)];
  const lines: Block[] = [
    text(
      `${sentence(counted(smallest[0].length, "change"))} of the statements in the lists, and no fewer, would make the goal hold under ${concept}, for instance if`,
    ),
  ];
  for (const edits of smallest.slice(0, TOLD)) {
    const words = edits.map(({ party, change, statement, place, to }) => {
      const what = `"${clean(statement)}"`;
      const how = {
        dropped: `drops its statement ${place}, ${what}`,
        turned: `turns its statement ${place}, ${what}, around`,
        moved: `moves its statement ${place}, ${what}, to place ${to}`,
        added: `adds ${what} at place ${place}`,
      }[change];
      return `${partyTitle(names, party)} ${how}`;
    });
    lines.push(item(`${listed(words)}`));
  }
  return lines;
}

function changeBlocks(
  names: Names,
  { state, exchanges, bound, changes }: RankingChangeFinding,
  what: string,
): Block[] {
  if (exchanges === 0)
    return [
      {
        kind: "state",
        words: `${sentence(what)} nobody's ranking has to change. So it is in this state:`,
        state,
      },
    ];
  const proof =
    bound === exchanges
      ? "and fewer would not do"
      : `the fewest found; with fewer than ${bound.toLocaleString("en-US")} it cannot be, and what is between was not decided`;
  const lines: Block[] = [
    {
      kind: "state",
      words: `${sentence(what)} takes ${counted(exchanges, "exchange of neighbors", "exchanges of neighbors")} in rankings (${proof}). The state:`,
      state,
    },
  ];
  for (const { party, exchanges: own, atLeast, better } of changes) {
    const told = [
      ...atLeast.map(
        (other) => `comes to like this at least as well as where ${difference(names, state, other)}`,
      ),
      ...better.map(
        (each) =>
          `comes to like where ${difference(names, state, each.state)} better than where ${difference(names, state, each.than)}`,
      ),
    ];
    const more = told.length > TOLD ? [`and ${told.length - TOLD} more`] : [];
    lines.push(
      item(
        `${partyTitle(names, party)}, ${counted(own, "exchange")}: ${[...told.slice(0, TOLD), ...more].join("; ")}.`,
      ),
    );
  }
  return lines;
}

function conditionBlocks(names: Names, { conditions }: RankingChangeFinding, concept: string): Block[] {
  const lines: Block[] = [
    text(
      `It holds under ${concept} if and only if all of this is true, each for a ranking while the others' are as said:`,
    ),
  ];
  for (const { party, conditions: all } of conditions) {
    const title = partyTitle(names, party);
    if (all.length === 0) {
      lines.push(item(`${title}: whatever its ranking.`));
      continue;
    }
    const plain = all.filter(({ answersTotal }) => answersTotal === 0);
    const others = all.filter(({ answersTotal }) => answersTotal > 0);
    if (plain.length > 0) {
      const more = plain.length > TOLD ? [`${plain.length - TOLD} more`] : [];
      const moves = plain.slice(0, TOLD).map(({ changes }) => `where it ${changeWords(names, changes)}`);
      lines.push(
        item(
          `${title} must like it at least as well as ${plain.length === 1 ? "" : "each of these: "}${[...moves, ...more].join("; ")}.`,
        ),
      );
    }
    for (const each of others.slice(0, CONDITIONS)) lines.push(item(orLine(names, title, each)));
    if (others.length > CONDITIONS)
      lines.push({
        kind: "more",
        words: `and ${counted(others.length - CONDITIONS, "more such condition")}`,
      });
  }
  return lines;
}

function orLine(
  names: Names,
  title: string,
  { changes, move, answers, answersTotal }: ConditionFinding,
): string {
  const one = answers.slice(0, 2).map((states) =>
    listed(
      states.slice(0, 3).map((other) => `where ${difference(names, move, other)}`),
      "and all",
    ),
  );
  const more =
    answersTotal > one.length ? [`one of ${counted(answersTotal - one.length, "other answer")}`] : [];
  return `${title} must like it at least as well as where it ${changeWords(names, changes)}; or else at least as well as what an answer to that makes of it: ${[...one, ...more].join(", or ")}.`;
}

/** What is different in the other state: `North Korea's "freeze" is dropped and China's "veto" is taken up`. */
function difference(names: Names, from: StateView, to: StateView): string {
  const words = names.options.flatMap(({ id, title, yesNo, levels, owner }) => {
    const whose = `${possessive(partyTitle(names, owner))} "${clean(title)}"`;
    if (yesNo) {
      const [was, is] = [from.on.includes(id), to.on.includes(id)];
      return was === is ? [] : [`${whose} is ${is ? "taken up" : "dropped"}`];
    }
    if (from.levels[id] === to.levels[id]) return [];
    const level = levels.find((each) => each.id === to.levels[id])!;
    return [`${whose} is at "${clean(level.title)}"`];
  });
  return words.length === 0 ? "nothing is different" : listed(words);
}
