import "./mediate.css";
import { createSignal, For, Show } from "solid-js";
import type {
  CloserFindings,
  Concept,
  Names,
  PackageFinding,
  PackagesFindings,
} from "../../analysis/findings.ts";
import type { Standoff } from "../../model/standoff.ts";
import { fairBlocks } from "../../render/fair.ts";
import { inverseBlocks } from "../../render/inverse.ts";
import { bindingBlocks, holdsWords, mindBlocks, packagesWords } from "../../render/mediate-words.ts";
import { clean, counted } from "../../render/text.ts";
import { useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { Blocks } from "../parts/blocks.tsx";
import { ConceptSelect } from "../parts/concept-select.tsx";
import { GoalForm, useGoal } from "../parts/goal-form.tsx";
import { keptSignal } from "../parts/kept.ts";
import { PackageCard } from "../parts/package-card.tsx";
import { Scrolls } from "../parts/scrolls.tsx";
import { LONGEST, WholeNumber } from "../parts/whole-number.tsx";

/** Packages shown at first, and how many more at a click. */
const SHOWN = 6;
/** Outcomes suggested as goals. */
const SUGGESTED = 8;

/** What it would take: a goal, the packages that reach it side by side, and what else could bring it closer. */
export function Panel(props: { readonly page: Page }) {
  const goal = useGoal(props.page, "mediate");
  const [concept, setConcept] = keptSignal<Concept>(props.page, "mediate.concept", "seq");
  const [seconds, setSeconds] = keptSignal(props.page, "mediate.seconds", 20);
  return (
    <>
      <GoalForm
        goal={goal}
        class="goal"
        label="What is to be reached?"
        placeholder="an outcome or a condition, as in the file"
      >
        <Suggestions standoff={goal.standoff()} goal={goal.asked()} onAsk={goal.ask} />
        <div class="filters">
          <ConceptSelect concept={concept()} onChoose={setConcept} />
          <WholeNumber
            label="Search for at most"
            unit="seconds"
            value={seconds()}
            most={LONGEST}
            onChange={setSeconds}
          />
          <button type="submit" class="button" disabled={goal.problems().length > 0}>
            {goal.text().trim() === "" ? "Show what is fair" : "Find packages"}
          </button>
        </div>
      </GoalForm>
      <Show when={goal.asked() !== ""} fallback={<Fair page={props.page} />}>
        <Packages page={props.page} goal={goal.asked()} concept={concept()} seconds={seconds()} />
      </Show>
    </>
  );
}

function Suggestions(props: {
  readonly standoff: Standoff | undefined;
  readonly goal: string;
  readonly onAsk: (goal: string) => void;
}) {
  const outcomes = () => props.standoff?.outcomes.slice(0, SUGGESTED) ?? [];
  return (
    <Show when={outcomes().length > 0}>
      <div class="suggested">
        <span class="label">for instance</span>
        <For each={outcomes()}>
          {({ id, title }) => (
            <button
              type="button"
              class="button"
              aria-pressed={props.goal === id}
              onClick={() => props.onAsk(id)}
            >
              {clean(title)}
            </button>
          )}
        </For>
      </div>
    </Show>
  );
}

/** Without a goal: what would be fair among all states, whoever would hold to it. */
function Fair(props: { readonly page: Page }) {
  const answer = useAnswer(props.page, "fair", () => ({}));
  return (
    <AnswerView page={props.page} answer={answer}>
      {(findings) => (
        <>
          <p class="lead">
            Say what is to be reached, or choose an outcome, and the packages that would reach it are looked
            for. Until then: what would be fair, whoever would hold to it.
          </p>
          <section>
            <For each={findings().fair}>
              {(each) => <Blocks names={findings().names} blocks={fairBlocks(findings().names, each)} />}
            </For>
          </section>
          <Frontier page={props.page} />
        </>
      )}
    </AnswerView>
  );
}

function Packages(props: {
  readonly page: Page;
  readonly goal: string;
  readonly concept: Concept;
  readonly seconds: number;
}) {
  const sought = () => ({ goal: props.goal, concept: props.concept, seconds: props.seconds });
  const answer = useAnswer(props.page, "packages", sought);
  return (
    <AnswerView page={props.page} answer={answer}>
      {(findings) => (
        <>
          <section aria-labelledby="mediate-holds">
            <h3 id="mediate-holds">Would the goal hold?</h3>
            <p class="lead">{holdsWords(findings())}</p>
          </section>
          <section aria-labelledby="mediate-packages">
            <h3 id="mediate-packages">Packages</h3>
            <p class="lead" classList={{ verdict: unfinished(findings()), warn: unfinished(findings()) }}>
              {packagesWords(findings())}
            </p>
            <Cards
              page={props.page}
              names={findings().names}
              packages={findings().packages}
              total={findings().packagesTotal}
            />
          </section>
          <Closer page={props.page} sought={sought()} />
          <Frontier page={props.page} />
        </>
      )}
    </AnswerView>
  );
}

function unfinished({ unfinished }: PackagesFindings): boolean {
  return unfinished !== undefined;
}

/** What else could bring the goal closer: asked once the packages are there, and stopped without losing them. */
function Closer(props: {
  readonly page: Page;
  readonly sought: { readonly goal: string; readonly concept: Concept; readonly seconds: number };
}) {
  const answer = useAnswer(props.page, "closer", () => props.sought);
  return (
    <AnswerView page={props.page} answer={answer}>
      {(findings) => (
        <For each={closerBlocks(findings().packages, findings().closer)}>
          {(blocks) => (
            <section>
              <Blocks names={findings().packages.names} blocks={blocks} />
            </section>
          )}
        </For>
      )}
    </AnswerView>
  );
}

/** Changes of mind and of rankings where they were asked for, guarantees and bans, and what is fair. */
function closerBlocks(packages: PackagesFindings, closer: CloserFindings) {
  const { names } = packages;
  const { changesOfMind, inverse, fair = [] } = closer;
  return [
    ...(changesOfMind === undefined ? [] : [mindBlocks(names, changesOfMind)]),
    ...(inverse === undefined ? [] : [inverseBlocks(packages, inverse)]),
    bindingBlocks(packages, closer),
    ...fair.map((each) => fairBlocks(names, each)),
  ];
}

function Cards(props: {
  readonly page: Page;
  readonly names: Names;
  readonly packages: readonly PackageFinding[];
  readonly total: number;
}) {
  const [shown, setShown] = createSignal(SHOWN);
  const hidden = () => props.packages.length - shown();
  const unlisted = () => props.total - props.packages.length;
  return (
    <>
      <div class="packages">
        <For each={props.packages.slice(0, shown())}>
          {(each, index) => (
            <PackageCard page={props.page} names={props.names} finding={each} number={index() + 1} />
          )}
        </For>
      </div>
      <Show when={hidden() > 0}>
        <button type="button" class="button" onClick={() => setShown(shown() + SHOWN)}>
          {`Show ${counted(Math.min(SHOWN, hidden()), "more package")} of ${hidden().toLocaleString("en-US")}`}
        </button>
      </Show>
      <Show when={hidden() <= 0 && unlisted() > 0}>
        <p class="figures">{`${counted(unlisted(), "more package")}, larger than these, not shown.`}</p>
      </Show>
    </>
  );
}

/** The efficient frontier, drawn when it is asked for. */
function Frontier(props: { readonly page: Page }) {
  const [open, setOpen] = createSignal(false);
  return (
    <section aria-labelledby="mediate-frontier">
      <h3 id="mediate-frontier">The efficient frontier</h3>
      <p class="block">
        Outcomes that no other equals or betters for all and betters for somebody, and where the fair ones lie
        among them.
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Draw it</summary>
        <Show when={open()}>
          <Picture page={props.page} />
        </Show>
      </details>
    </section>
  );
}

function Picture(props: { readonly page: Page }) {
  const answer = useAnswer(props.page, "frontier", () => ({}));
  // As an image a picture runs nothing, whatever the names in it.
  const address = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;
  return (
    <AnswerView page={props.page} answer={answer}>
      {(svg) => (
        <>
          <Scrolls label="The efficient frontier">
            <img
              class="frontier-picture"
              src={address(svg())}
              alt="The efficient outcomes by what each is to every party; the fair ones are numbered and told above in words."
            />
          </Scrolls>
          <a class="link" download="frontier.svg" href={address(svg())}>
            Keep the picture (SVG)
          </a>
        </>
      )}
    </AnswerView>
  );
}
