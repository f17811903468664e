import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import { type Path, removeAt } from "../../model/yaml-text.ts";
import { clean } from "../../render/text.ts";
import { expressionWords } from "../edit/expression-words.ts";
import { setKind } from "../edit/set-kind.ts";
import { PartyChip } from "../parts/party-chip.tsx";
import { Cards } from "./cards.tsx";
import { BecauseField, ExpressionField, fieldValue, InTheText, TextField, write } from "./fields.tsx";
import type { Form } from "./form.ts";
import { KindField } from "./rules.tsx";

/** What each party wants, most important first. */
export function Preferences(props: { readonly form: Form }) {
  const { form } = props;
  const [chosen, setChosen] = createSignal<string>();
  const parties = () => form.keys(["parties"]);
  const party = createMemo(() => {
    const wanted = chosen();
    return wanted !== undefined && parties().includes(wanted) ? wanted : parties()[0];
  });
  return (
    <>
      <fieldset class="who">
        <legend class="unseen">Whose preferences</legend>
        <For each={parties()}>
          {(id) => (
            <button type="button" class="button" aria-pressed={party() === id} onClick={() => setChosen(id)}>
              <PartyChip names={form.names()} party={id} />
            </button>
          )}
        </For>
      </fieldset>
      <Show when={party()} keyed>
        {(id) => <OfParty form={form} party={id} />}
      </Show>
    </>
  );
}

const FORMS = ["ranking", "weights", "unanimous"];

function OfParty(props: { readonly form: Form; readonly party: string }) {
  const { form } = props;
  const base = ["preferences", props.party];
  const style = () => {
    const kind = form.kind(base);
    if (kind === "list") return "statements";
    if (kind === "map") return FORMS.find((each) => form.keys(base).includes(each));
    return "indifferent";
  };
  const title = () => form.names().parties.find(({ id }) => id === props.party)?.title ?? props.party;
  const add = () => {
    const statement = newStatement(form, props.party);
    if (style() === "statements") form.add(base, statement);
    else form.set(base, [statement]);
  };
  const takeOut = (list: Path, index: number) => {
    if (form.length(list) > 1) form.remove([...list, index]);
    else form.set(base, "indifferent");
  };
  return (
    <Switch>
      <Match when={style() === "statements" || style() === "indifferent"}>
        <p class="lead">
          {style() === "indifferent"
            ? `${clean(title())} wants nothing: it is indifferent between all states.`
            : "Most important first. Of two states the better is the one where the first statement that tells them apart holds."}
        </p>
        <Show when={style() === "statements"}>
          <p class="hint">Drag a card by its number, or press Alt with the up and down arrows on it.</p>
          <Cards
            form={form}
            path={base}
            label={`What ${title()} wants, most important first`}
            ordered
            words={(index) => expressionWords(wanted(form, [...base, index]), form.names())}
            head={(index) => <StatementHead form={form} path={[...base, index]} />}
            body={(index) => <StatementBody form={form} path={[...base, index]} />}
            onRemove={(index) => takeOut(base, index)}
          />
        </Show>
        <button type="button" class="button" onClick={add}>
          Add what it wants
        </button>
      </Match>
      <Match when={style() === "weights"}>
        <p class="lead">A state is worth the sum of the weights of what is true in it.</p>
        <Cards
          form={form}
          path={[...base, "weights"]}
          label={`What ${title()} wants, with weights`}
          words={(index) => expressionWords(wanted(form, [...base, "weights", index]), form.names())}
          head={(index) => (
            <>
              <span class="badge">{form.text([...base, "weights", index, "weight"])}</span>
              <StatementHead form={form} path={[...base, "weights", index]} />
            </>
          )}
          body={(index) => (
            <>
              <TextField
                form={form}
                base={[...base, "weights", index]}
                name="weight"
                label="Weight"
                type="number"
                hint="A decimal number; negative for what is not wanted."
              />
              <StatementBody form={form} path={[...base, "weights", index]} weighted />
            </>
          )}
          onRemove={(index) => takeOut([...base, "weights"], index)}
        />
        <button
          type="button"
          class="button"
          onClick={() => form.add([...base, "weights"], { want: newStatement(form, props.party), weight: 1 })}
        >
          Add a weight
        </button>
      </Match>
      <Match when={style() === "ranking"}>
        <p class="lead">Best first; a state stands in the first tier that it matches.</p>
        <p class="hint">Drag a card by its number, or press Alt with the up and down arrows on it.</p>
        <Cards
          form={form}
          path={[...base, "ranking"]}
          label={`Tiers of ${title()}, best first`}
          ordered
          words={(index) => tierWords(form, [...base, "ranking", index])}
          head={(index) => (
            <span class="card-words">{clean(tierWords(form, [...base, "ranking", index]))}</span>
          )}
          body={(index) => <TierBody form={form} path={[...base, "ranking", index]} />}
          onRemove={(index) => takeOut([...base, "ranking"], index)}
        />
        <button
          type="button"
          class="button"
          onClick={() => form.add([...base, "ranking"], newStatement(form, props.party))}
        >
          Add a tier at the end
        </button>
      </Match>
      <Match when={true}>
        <InTheText form={form} path={base}>
          {`${clean(title())} stands for several who must agree.`}
        </InTheText>
      </Match>
    </Switch>
  );
}

const KINDS = ["want", "strongly", "unknown"] as const;

function kindOf(form: Form, path: Path): string {
  return KINDS.find((each) => form.keys(path).includes(each)) ?? "want";
}

function wanted(form: Form, path: Path): string {
  if (anyOrder(form, path)) {
    const list = [...path, "any order"];
    const each = Array.from({ length: form.length(list) }, (_, at) => wanted(form, [...list, at]));
    return `in an order not known: ${each.join(" / ")}`;
  }
  return fieldValue({ form, base: path, name: kindOf(form, path), main: "want" });
}

/** Several statements of which it is not known which matters more. */
function anyOrder(form: Form, path: Path): boolean {
  return form.keys(path).includes("any order");
}

/** Something that a party may want, to begin with. */
function newStatement(form: Form, party: string): string {
  const options = form.names().options.filter(({ yesNo }) => yesNo);
  return (options.find(({ owner }) => owner !== party) ?? options[0])?.id ?? "true";
}

function StatementHead(props: { readonly form: Form; readonly path: Path }) {
  const words = () => expressionWords(wanted(props.form, props.path), props.form.names());
  const confidence = () => props.form.text([...props.path, "confidence"]);
  const sure = () => {
    if (confidence() === "") return undefined;
    const share = Number(confidence());
    return Number.isNaN(share) ? confidence() : `${Math.round(share * 100)}% sure`;
  };
  return (
    <>
      <span class="card-words">{clean(words()) || "…"}</span>
      <Show when={kindOf(props.form, props.path) === "strongly"}>
        <span class="badge">strongly</span>
      </Show>
      <Show when={kindOf(props.form, props.path) === "unknown"}>
        <span class="badge">this or its opposite</span>
      </Show>
      <Show when={sure()}>{(each) => <span class="badge">{clean(each())}</span>}</Show>
    </>
  );
}

function StatementBody(props: { readonly form: Form; readonly path: Path; readonly weighted?: boolean }) {
  const { form } = props;
  const kind = () => kindOf(form, props.path);
  return (
    <Show
      when={!anyOrder(form, props.path)}
      fallback={
        <InTheText form={form} path={props.path}>
          These are several statements in an order that is not known.
        </InTheText>
      }
    >
      <ExpressionField form={form} base={props.path} name={kind()} main="want" label="It wants" />
      <Show when={!props.weighted}>
        <KindField
          label="How"
          value={kind()}
          choices={[
            { value: "want", words: "wants it" },
            { value: "strongly", words: "wants it strongly: by much more than what follows" },
            { value: "unknown", words: "unknown: it matters, but this or its opposite" },
          ]}
          onChange={(to) =>
            form.change((text) => {
              const changed = setKind(text, props.path, KINDS, to);
              const sure = form.keys(props.path).includes("confidence");
              return to === "unknown" && sure ? removeAt(changed, [...props.path, "confidence"]) : changed;
            })
          }
        />
      </Show>
      <Show when={kind() !== "unknown"}>
        <Confidence form={form} path={props.path} />
      </Show>
      <TextField form={form} base={props.path} name="why" main="want" label="Why we think so" rows={2} />
      <BecauseField form={form} base={props.path} />
    </Show>
  );
}

/** How sure it is that a statement is right: sure, unsure, or a chance. */
function Confidence(props: { readonly form: Form; readonly path: Path }) {
  const at = () => ({ form: props.form, base: props.path, name: "confidence", main: "want" });
  const value = () => fieldValue(at());
  const style = () => (value() === "" ? "" : Number.isNaN(Number(value())) ? "unsure" : "chance");
  return (
    <>
      <KindField
        label="How sure are we?"
        value={style()}
        choices={[
          { value: "", words: "sure" },
          { value: "chance", words: "a chance of …" },
          { value: "unsure", words: "unsure, and no chance can be named" },
        ]}
        onChange={(to) => write(at(), to === "chance" ? 0.7 : to)}
      />
      <Show when={style() === "chance"}>
        <label class="chance">
          <span class="unseen">Chance that it is right</span>
          <input
            type="range"
            min="0"
            max="1"
            step="0.05"
            value={value()}
            onInput={(event) => write(at(), Number(event.currentTarget.value), `typing chance ${props.path}`)}
          />
          <output>{`${Math.round(Number(value()) * 100)}%`}</output>
        </label>
      </Show>
      <Show when={style() !== ""}>
        <Show
          when={props.form.kind([...props.path, "else"]) !== "map"}
          fallback={
            <InTheText form={props.form} path={[...props.path, "else"]}>
              What it wants if this is wrong is a statement with doubts of its own.
            </InTheText>
          }
        >
          <ExpressionField
            form={props.form}
            base={props.path}
            name="else"
            label="If this is wrong, it wants"
            hint="Left empty, nothing stands in its place."
          />
        </Show>
      </Show>
    </>
  );
}

function tierWords(form: Form, path: Path): string {
  const names = form.names();
  if (form.kind(path) === "value") {
    const written = form.text(path);
    if (written === "otherwise") return "everything else";
    if (written === "unknown") return "everything else, but how it compares is not known";
    if (written === ">>") return "— greatly preferred to what follows —";
    return expressionWords(written, names);
  }
  if (form.kind(path) === "list") return `exactly: ${settingsWords(form, path) || "nothing taken"}`;
  const [kind] = form.keys(path);
  if (kind === "is") return tierWords(form, [...path, kind]);
  const parts = Array.from({ length: form.length([...path, kind]) }, (_, at) =>
    tierWords(form, [...path, kind, at]),
  );
  return `${kind === "tie" ? "tied" : "in an order not known"}: ${parts.join(" / ")}`;
}

function settingsWords(form: Form, path: Path): string {
  return Array.from({ length: form.length(path) }, (_, at) =>
    expressionWords(form.text([...path, at]), form.names()),
  ).join(", ");
}

function TierBody(props: { readonly form: Form; readonly path: Path }) {
  const { form } = props;
  const plain = () =>
    form.kind(props.path) === "value" && !["otherwise", "unknown", ">>"].includes(form.text(props.path));
  const named = () => form.kind([...props.path, "is"]) === "value";
  return (
    <Show
      when={plain() || named()}
      fallback={
        <InTheText form={form} path={props.path}>
          This tier is more than one expression.
        </InTheText>
      }
    >
      <ExpressionField form={form} base={props.path} name="is" main="is" label="All states where" />
      <TextField form={form} base={props.path} name="why" main="is" label="Why we think so" rows={2} />
      <BecauseField form={form} base={props.path} main="is" />
    </Show>
  );
}
