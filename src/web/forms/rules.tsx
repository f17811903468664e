import { createUniqueId } from "solid-js";
import { clean } from "../../render/text.ts";
import { expressionWords } from "../edit/expression-words.ts";
import { idFrom } from "../edit/references.ts";
import { setKind } from "../edit/set-kind.ts";
import { Cards } from "./cards.tsx";
import { Entries } from "./entries.tsx";
import { AddByName, BecauseField, ExpressionField, TextField } from "./fields.tsx";
import type { Form } from "./form.ts";

const KINDS = ["never", "always"] as const;

/** What cannot be, and names for what can. */
export function Rules(props: { readonly form: Form }) {
  const { form } = props;
  const kind = (index: number) =>
    KINDS.find((each) => form.keys(["constraints", index]).includes(each)) ?? "never";
  const constraint = (index: number) => {
    const written = form.text(["constraints", index, kind(index)]);
    return written === "" ? "…" : expressionWords(written, form.names());
  };
  const when = (id: string) => form.text(["outcomes", id, "when"]) || form.text(["outcomes", id]);
  return (
    <>
      <section>
        <h3>What cannot be</h3>
        <p class="lead">Constraints rule out states that could never be.</p>
        <Cards
          form={form}
          path={["constraints"]}
          label="Constraints"
          words={(index) => `${kind(index)} ${constraint(index)}`}
          head={(index) => (
            <span class="card-words">
              <strong>{kind(index) === "never" ? "Never " : "Always "}</strong>
              {clean(constraint(index))}
            </span>
          )}
          body={(index) => (
            <>
              <KindField
                label="This is"
                value={kind(index)}
                choices={[
                  { value: "never", words: "never so" },
                  { value: "always", words: "always so" },
                ]}
                onChange={(to) => form.change((text) => setKind(text, ["constraints", index], KINDS, to))}
              />
              <ExpressionField form={form} base={["constraints", index]} name={kind(index)} label="What" />
              <TextField form={form} base={["constraints", index]} name="why" label="Why" rows={2} />
              <BecauseField form={form} base={["constraints", index]} />
            </>
          )}
        />
        <button
          type="button"
          class="button"
          onClick={() =>
            form.add(["constraints"], { never: form.names().options.length > 1 ? twoOptions(form) : "false" })
          }
        >
          Add a constraint
        </button>
      </section>
      <section>
        <h3>Outcomes</h3>
        <p class="lead">
          Names for what matters. Each can be used like an option, in all that comes below it.
        </p>
        <Entries
          form={form}
          path={["outcomes"]}
          kind="outcome"
          noun="outcome"
          head={(id) => (
            <>
              <span class="card-words">{clean(form.text(["outcomes", id, "title"]) || id)}</span>
              <span class="card-note">{clean(expressionWords(when(id), form.names()))}</span>
            </>
          )}
          body={(id) => (
            <>
              <TextField form={form} base={["outcomes", id]} name="title" main="when" label="Name" />
              <ExpressionField
                form={form}
                base={["outcomes", id]}
                name="when"
                main="when"
                label="It holds when"
              />
              <TextField
                form={form}
                base={["outcomes", id]}
                name="about"
                main="when"
                label="About"
                rows={2}
              />
            </>
          )}
        />
        <AddByName
          label="Name of a new outcome"
          onAdd={(title) => {
            const id = idFrom(title, form.ids());
            form.set(["outcomes", id], id === title ? "false" : { title, when: "false" });
          }}
        />
      </section>
      <section>
        <h3>What counts as the same</h3>
        <p class="lead">States that nobody would tell apart, taken as one.</p>
        <Cards
          form={form}
          path={["same"]}
          label="What counts as the same"
          words={(index) => same(form, index)}
          head={(index) => (
            <span class="card-words">{clean(expressionWords(same(form, index), form.names()))}</span>
          )}
          body={(index) => (
            <>
              <ExpressionField
                form={form}
                base={["same", index]}
                name="when"
                main="when"
                label="All states where"
              />
              <TextField form={form} base={["same", index]} name="why" main="when" label="Why" rows={2} />
            </>
          )}
        />
        <button type="button" class="button" onClick={() => form.add(["same"], "false")}>
          Add states that are the same
        </button>
      </section>
    </>
  );
}

function same(form: Form, index: number): string {
  return form.text(["same", index, "when"]) || form.text(["same", index]);
}

function twoOptions(form: Form): string {
  const plain = form.names().options.filter(({ yesNo }) => yesNo);
  return plain.length > 1 ? `${plain[0].id} and ${plain[1].id}` : "false";
}

/** One of a few keys, of which a thing has exactly one. */
export function KindField(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly words: string }[];
  readonly onChange: (to: string) => void;
}) {
  const id = createUniqueId();
  return (
    <div class="form-field">
      <label for={id}>{props.label}</label>
      <select id={id} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.choices.map(({ value, words }) => (
          <option value={value} selected={value === props.value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
