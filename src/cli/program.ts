import { Command, InvalidArgumentError, Option } from "commander";
import { EXIT } from "./answer.ts";

/**
 * The command line: names, options and examples. Each command's code is loaded only when it is asked for, so that a small
 * question is answered about as fast as Node starts.
 */
export function program(version: string): Command {
  const standoff = new Command("standoff")
    .description("A workbench for multi-party standoffs and the negotiations that end them.")
    .version(version)
    .showSuggestionAfterError()
    .showHelpAfterError("(`standoff --help` lists the commands)")
    .configureHelp({ showGlobalOptions: false })
    .addHelpText(
      "after",
      "\nA file is a standoff (YAML), a GMCR+ model (.gmcr), or - for standard input.\nExit codes: 0 done, 1 the answer was no where yes was expected, 2 the input is wrong, 3 a limit was reached.",
    );

  const json = () => new Option("--json", "print one JSON document instead of words (docs/json.md)");
  const numbering = () =>
    new Option("--numbering <how>", "also number the states as GMCR+ does").choices(["gmcr"]);

  standoff
    .command("analyze <file>")
    .description("What would hold? Stability of every state for every party, and the equilibria.")
    .addOption(
      new Option(
        "--concept <list>",
        "only these concepts: nash, gmr, smr, seq, sseq, sim, sim-each, l1, l2, …, nm (a comma between them)",
      ),
    )
    .addOption(new Option("--expect <expression>", "exit with 1 unless some equilibrium satisfies this"))
    .addOption(numbering())
    .addOption(json())
    .addHelpText("after", example("standoff analyze examples/korea-2003.yaml --concept seq"))
    .action(async (file, options) => (await import("./analyze.ts")).runAnalyze(file, options));

  standoff
    .command("explain <file>")
    .description("Why? One state, one party: its improvements, the answers to them, and the claims behind.")
    .requiredOption("--party <id>", "whose stability to explain")
    .option("--state <expression>", "the state: an expression true in it alone (default: the status quo)")
    .option("--concept <concept>", "nash, gmr, smr, seq, sseq, sim, sim-each, l1, l2, … or nm", "seq")
    .addOption(json())
    .addHelpText("after", example("standoff explain examples/prisoners-dilemma.yaml --party first"))
    .action(async (file, options) => (await import("./explain.ts")).runExplain(file, options));

  standoff
    .command("paths <file>")
    .description("How could we get there? Shortest sequences of moves to an outcome, and what cuts it off.")
    .option("--to <expression>", "the outcomes to reach (default: the equilibria)")
    .option("--from <expression>", "the state to start from (default: the status quo)")
    .option("--concept <list>", "which equilibria to look for: nash, gmr, smr, seq, sseq")
    .addOption(json())
    .addHelpText("after", example("standoff paths examples/korea-2003.yaml --concept seq"))
    .action(async (file, options) => (await import("./paths.ts")).runPaths(file, options));

  standoff
    .command("coalitions <file>")
    .description(
      "Who could be pulled away? Outcomes that hold, and the groups that would leave them together.",
    )
    .option("--group <list>", "only this group: party ids with a comma between them")
    .option("--wedge <list>", "instead: what would make one of these parties leave an outcome they keep to")
    .option("--at <expression>", "that outcome, for --wedge (default: the status quo)")
    .option("--concept <concept>", "nash, gmr, smr, seq or sseq", "seq")
    .addOption(json())
    .addHelpText("after", example("standoff coalitions examples/elmira.yaml --group moe,uniroyal"))
    .action(async (file, options) => (await import("./coalitions.ts")).runCoalitions(file, options));

  standoff
    .command("mediate <file>")
    .description(
      "What would it take? Joint changes that lead to a goal, leave no signatory worse off, and then hold.",
    )
    .option("--goal <expression>", "what is to be reached; without it only what `--fair` says of all states")
    .option("--from <expression>", "the state to start from (default: the status quo)")
    .option("--concept <concept>", "nash, gmr, smr, seq or sseq", "seq")
    .option(
      "--inverse",
      "also how rankings would have to change for the goal to hold (without a package this is always said)",
    )
    .option("--fair", "also the efficient outcomes and compromises, among packages and among all states")
    .option("--frontier <file>", "write the efficient states to a table (.csv) or a picture (.svg)")
    .addOption(
      new Option(
        "--time <seconds>",
        "stop searching after so long (60 if not said); what is not decided by then is told",
      ).argParser(seconds),
    )
    .addOption(json())
    .addHelpText("after", example("standoff mediate examples/korea-2003.yaml --goal package"))
    .action(async (file, options) => (await import("./mediate.ts")).runMediate(file, options));

  standoff
    .command("votes <file>")
    .description("Who can block? What bodies decide now, who could change it, and the power of every member.")
    .option("--body", "the file is one body alone, without a standoff")
    .option("--concept <concept>", "the outcomes to look at: nash, gmr, smr, seq or sseq", "seq")
    .addOption(json())
    .addHelpText("after", example("standoff votes examples/korea-2003.yaml"))
    .action(async (file, options) => (await import("./votes.ts")).runVotes(file, options));

  standoff
    .command("perceptions <file>")
    .description(
      "What if they see it differently? The standoff in each party's eyes, and who is in for a surprise.",
    )
    .option("--concept <concept>", "nash, gmr, smr, seq or sseq", "seq")
    .addOption(json())
    .addHelpText("after", example("standoff perceptions examples/hidden-pact.yaml"))
    .action(async (file, options) => (await import("./perceptions.ts")).runPerceptions(file, options));

  standoff
    .command("robustness <file>")
    .description("How sure are we? Every answer under all that the file leaves open, and what it hangs on.")
    .option("--goal <expression>", "also: does an outcome hold that meets this?")
    .option("--package <expression>", "also: is there a package that reaches this (see mediate)? Slow")
    .option("--concept <concept>", "nash, gmr, smr, seq or sseq", "seq")
    .addOption(
      new Option(
        "--within <share>",
        "where possibilities are drawn: until every share is known to within this",
      )
        .default(0.02)
        .argParser(share),
    )
    .addOption(new Option("--time <seconds>", "at most so long").default(120).argParser(wholeNumber))
    .addOption(new Option("--seed <number>", "for the draws").default(1).argParser(wholeNumber))
    .addOption(json())
    .addHelpText("after", example("standoff robustness examples/elmira-doubts.yaml"))
    .action(async (file, options) => (await import("./robustness.ts")).runRobustness(file, options));

  standoff
    .command("sweep <file>")
    .description("How sure are we, as a table: one row a variant. Goes on where an unfinished table ends.")
    .requiredOption("--vary <list>", "doubts or parties (ids with a comma between them), or all")
    .requiredOption("--out <file>", "the table: .csv or .jsonl")
    .addOption(
      new Option(
        "--sample <count>",
        "draw so many by their chances, instead of every combination of readings",
      ).argParser(wholeNumber),
    )
    .addOption(new Option("--seed <number>", "for the draws").default(1).argParser(wholeNumber))
    .option("--goal <expression>", "also say under which concepts some outcome meets this")
    .addOption(new Option("--workers <count>", "threads (default: one a core)").argParser(wholeNumber))
    .addOption(json())
    .addHelpText("after", example("standoff sweep examples/korea-2003.yaml --vary dprk --out korea.csv"))
    .action(async (file, options) => (await import("./sweep.ts")).runSweep(file, options));

  standoff
    .command("lookback <file>")
    .description(
      "Did it happen that way? The timeline's events as moves, against what the model says of them.",
    )
    .option("--since <date>", "only events from this day on")
    .addOption(json())
    .addHelpText("after", example("standoff lookback examples/korea-2003.yaml --since 2003-01-22"))
    .action(async (file, options) => (await import("./lookback.ts")).runLookback(file, options));

  standoff
    .command("compare <first> <second>")
    .description("What is different? The answers to two versions of a standoff.")
    .addOption(json())
    .addHelpText("after", example("standoff compare examples/elmira.yaml examples/elmira-merged.yaml"))
    .action(async (first, second, options) =>
      (await import("./compare.ts")).runCompare(first, second, options),
    );

  standoff
    .command("report <file>")
    .description(
      "The answers as one HTML document, to be read and printed by who knows neither file nor method.",
    )
    .option("--goal <expression>", "also what it would take to reach this")
    .addOption(new Option("--time <seconds>", "stop searching for packages after so long").argParser(seconds))
    .option("--out <file>", "write to this file instead of standard output")
    .addOption(json())
    .addHelpText(
      "after",
      example("standoff report examples/korea-2003.yaml --goal package --out report.html"),
    )
    .action(async (file, options) => (await import("./report.ts")).runReport(file, options));

  standoff
    .command("record <file>")
    .description("Who said so? Sources, claims and timeline, what each answer rests on, and on what little.")
    .option("--retract <claims>", "instead: what would change without these claims (a comma between them)")
    .option("--concept <concept>", "nash, gmr, smr, seq or sseq", "seq")
    .addOption(json())
    .addHelpText("after", example("standoff record examples/korea-2003.yaml --retract K6"))
    .action(async (file, options) => (await import("./record.ts")).runRecord(file, options));

  standoff
    .command("read <report...>")
    .description(
      "Who said what? A record drafted from news reports: saved pages or texts, - for standard input.",
    )
    .option("--into <file>", "add it to this standoff file; nothing that is there is changed")
    .option("--suggest", "also propose parties, options and evidence")
    .option("--review", "accept, drop or edit every item first, in the terminal")
    .addOption(json())
    .addHelpText("after", example("standoff read report.html --into talks.yaml --review"))
    .action(async (reports, options) => (await import("./read.ts")).runRead(reports, options));

  standoff
    .command("states <file>")
    .description("The feasible states, with how each party ranks them.")
    .option("--where <expression>", "only the states where this holds")
    .addOption(new Option("--limit <count>", "list at most so many").default(100).argParser(wholeNumber))
    .addOption(numbering())
    .addOption(json())
    .addHelpText("after", example("standoff states examples/elmira.yaml --limit 3"))
    .action(async (file, options) => (await import("./states.ts")).runStates(file, options));

  standoff
    .command("check <file>")
    .description("Everything wrong with a standoff file, and what is legal but suspicious.")
    .addOption(json())
    .addHelpText("after", example("standoff check examples/korea-2003.yaml"))
    .action(async (file, options) => (await import("./check.ts")).runCheck(file, options));

  standoff
    .command("convert <file>")
    .description(
      "Another program's file: GMCR+, Gambit, CSV, DOT; or the standoff itself in its canonical layout.",
    )
    .addOption(
      new Option("--to <format>", "what to make")
        .choices(["yaml", "gmcr", "nfg", "csv", "dot"])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option("--what <table>", "which table, for csv")
        .choices(["stability", "equilibria", "moves"])
        .default("stability"),
    )
    .option("--out <file>", "write to this file instead of standard output")
    .addOption(json())
    .addHelpText("after", example("standoff convert examples/elmira.yaml --to csv --what equilibria"))
    .action(async (file, options) => (await import("./convert.ts")).runConvert(file, options));

  const port = () =>
    new Option("--port <number>", "serve at this port (default: 4747, or any free one)").argParser(
      portNumber,
    );

  standoff
    .command("open <file>")
    .description("The page, with a file open in it: to see, change and keep. Runs until Ctrl-C.")
    .addOption(port())
    .addHelpText("after", example("standoff open examples/korea-2003.yaml"))
    .action(async (file, options) => (await import("./serve.ts")).runOpen(file, options));

  standoff
    .command("serve [folder]")
    .description("The page, with the standoffs of a folder when one is given. Runs until Ctrl-C.")
    .addOption(port())
    .addHelpText("after", example("standoff serve examples"))
    .action(async (folder, options) => (await import("./serve.ts")).runServe(folder, options));

  const exits = (command: Command): void => {
    command.exitOverride((error) => {
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.input;
      throw error;
    });
    command.commands.forEach(exits);
  };
  exits(standoff);
  return standoff;
}

function example(line: string): string {
  return `\nExample:\n  ${line}`;
}

function portNumber(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 65535)
    throw new InvalidArgumentError("Give a number up to 65535.");
  return Number(text);
}

function share(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError("Give a number between 0 and 1.");
  return value;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("Give a whole number.");
  return Number(text);
}

function seconds(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new InvalidArgumentError("Give a number of seconds.");
  return Number(text);
}
