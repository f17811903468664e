import { createSignal, For, Show } from "solid-js";
import { removeAt, setAt, type Value } from "../../model/yaml-text.ts";
import { clean, counted } from "../../render/text.ts";
import { idFrom } from "../edit/references.ts";
import { Entries } from "./entries.tsx";
import { AddByName, BecauseField, ChoiceField, ExpressionField, InTheText, TextField } from "./fields.tsx";
import type { Form } from "./form.ts";

/** Bodies that decide by vote: who sits in them, who has a veto, how many it takes, and what they decide. */
export function Bodies(props: { readonly form: Form }) {
  const { form } = props;
  const add = (title: string) => {
    const id = idFrom(title, form.ids());
    const parties = form.keys(["parties"]);
    const members: Record<string, Value> = Object.fromEntries(parties.map((party) => [party, null]));
    form.set(["bodies", id], { title, members, quota: Math.floor(parties.length / 2) + 1 });
  };
  return (
    <>
      <p class="lead">What a body decides is an outcome: it follows from how its members vote.</p>
      <For each={form.keys(["bodies"])}>{(id) => <Body form={form} id={id} />}</For>
      <AddByName label="Name of a new body" placeholder="A council, a cabinet, a committee" onAdd={add} />
    </>
  );
}

function Body(props: { readonly form: Form; readonly id: string }) {
  const { form } = props;
  const base = () => ["bodies", props.id];
  const members = () => form.keys([...base(), "members"]);
  const name = (member: string) =>
    form.text([...base(), "members", member, "title"]) ||
    form.names().parties.find(({ id }) => id === member)?.title ||
    member;
  const [adding, setAdding] = createSignal("");
  const absent = () => form.names().parties.filter(({ id }) => !members().includes(id));
  const seat = (id: string, title?: string) =>
    form.change((text) => {
      const seated = setAt(text, [...base(), "members", id], title === undefined ? null : { title });
      return form
        .keys([...base(), "decides"])
        .reduce(
          (each, decision) => setAt(each, [...base(), "decides", decision, "votes", id], "abstain"),
          seated,
        );
    });
  const unseat = (id: string) =>
    form.change((text) =>
      form
        .keys([...base(), "decides"])
        .reduce(
          (each, decision) => removeAt(each, [...base(), "decides", decision, "votes", id]),
          removeAt(text, [...base(), "members", id]),
        ),
    );
  const set = (member: string, key: string, value: Value | undefined) => {
    const path = [...base(), "members", member];
    form.change((text) => {
      if (value !== undefined) return setAt(text, [...path, key], value);
      if (!form.keys(path).includes(key)) return text;
      return form.keys(path).length > 1 ? removeAt(text, [...path, key]) : setAt(text, path, null);
    });
  };
  return (
    <section class="body">
      <h3>{clean(form.text([...base(), "title"]) || props.id)}</h3>
      <TextField form={form} base={base()} name="title" label="Name" />
      <TextField form={form} base={base()} name="about" label="About" rows={2} />
      <div class="scrolls">
        <table class="members">
          <caption class="unseen">{`Members of ${clean(form.text([...base(), "title"]) || props.id)}`}</caption>
          <thead>
            <tr>
              <th scope="col">Member</th>
              <th scope="col">Votes</th>
              <th scope="col">Seats</th>
              <th scope="col">Veto</th>
              <th scope="col">
                <span class="unseen">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={members()}>
              {(member) => {
                const path = () => [...base(), "members", member];
                return (
                  <tr>
                    <th scope="row">{clean(name(member))}</th>
                    <For each={["votes", "seats"]}>
                      {(key) => (
                        <td>
                          <input
                            type="number"
                            min={key === "votes" ? 0 : 1}
                            aria-label={`${key} of ${name(member)}`}
                            value={form.text([...path(), key]) || "1"}
                            onChange={(event) => {
                              const value = Number(event.currentTarget.value);
                              set(
                                member,
                                key,
                                event.currentTarget.value === "" || value === 1 ? undefined : value,
                              );
                            }}
                          />
                        </td>
                      )}
                    </For>
                    <td>
                      <input
                        type="checkbox"
                        aria-label={`${name(member)} has a veto`}
                        checked={["yes", "true"].includes(form.text([...path(), "veto"]))}
                        onChange={(event) =>
                          set(member, "veto", event.currentTarget.checked ? "yes" : undefined)
                        }
                      />
                    </td>
                    <td>
                      <button
                        type="button"
                        class="button bare"
                        aria-label={`Remove ${name(member)} from the body`}
                        disabled={members().length < 2}
                        onClick={() => unseat(member)}
                      >
                        ×
                      </button>
                    </td>
                  </tr>
                );
              }}
            </For>
          </tbody>
        </table>
      </div>
      <div class="add-by-name">
        <Show when={absent().length > 0}>
          <select
            aria-label="Seat a party"
            value={adding()}
            onChange={(event) => setAdding(event.currentTarget.value)}
          >
            <option value="">Seat a party …</option>
            <For each={absent()}>{({ id, title }) => <option value={id}>{clean(title)}</option>}</For>
          </select>
          <button
            type="button"
            class="button"
            disabled={adding() === ""}
            onClick={() => {
              seat(adding());
              setAdding("");
            }}
          >
            Seat it
          </button>
        </Show>
      </div>
      <AddByName
        label="New seat of somebody who is no party"
        placeholder="A seat of somebody who is no party"
        onAdd={(title) => seat(idFrom(title, [...form.ids(), ...members()]), title)}
      />
      <Show
        when={form.kind([...base(), "quota"]) !== "map"}
        fallback={
          <InTheText form={form} path={[...base(), "quota"]}>
            {`To pass, ${counted(form.keys([...base(), "quota"]).length, "quota")} must be met: ${form
              .keys([...base(), "quota"])
              .map((key) => `${form.text([...base(), "quota", key])} of the ${key}`)
              .join(", ")}.`}
          </InTheText>
        }
      >
        <TextField
          form={form}
          base={base()}
          name="quota"
          label="Votes it takes to pass"
          type={/^[0-9]*$/.test(form.text([...base(), "quota"])) ? "number" : "text"}
        />
      </Show>
      <ChoiceField
        form={form}
        base={base()}
        name="abstentions"
        label="Who abstains"
        choices={[
          { value: "", words: "counts as neither for nor against" },
          { value: "no", words: "counts as against" },
        ]}
      />
      <h4>What it decides</h4>
      <Entries
        form={form}
        path={[...base(), "decides"]}
        kind="outcome"
        noun="decision"
        head={(id) => (
          <span class="card-words">{clean(form.text([...base(), "decides", id, "title"]) || id)}</span>
        )}
        body={(id) => (
          <DecisionBody form={form} path={[...base(), "decides", id]} members={members()} name={name} />
        )}
      />
      <AddByName
        label="What else it decides"
        placeholder="As a sentence: the council imposes sanctions"
        onAdd={(title) =>
          form.set([...base(), "decides", idFrom(title, form.ids())], {
            title,
            votes: Object.fromEntries(members().map((member) => [member, "abstain"])),
          })
        }
      />
      <button type="button" class="button" onClick={() => form.remove(base())}>
        Remove this body
      </button>
    </section>
  );
}

function DecisionBody(props: {
  readonly form: Form;
  readonly path: string[];
  readonly members: readonly string[];
  readonly name: (member: string) => string;
}) {
  const { form } = props;
  return (
    <>
      <TextField form={form} base={props.path} name="title" label="What passes" />
      <TextField form={form} base={props.path} name="about" label="About" rows={2} />
      <ExpressionField
        form={form}
        base={props.path}
        name="put when"
        label="Put to the vote only when"
        hint="Left empty, always."
      />
      <h4>How they vote</h4>
      <p class="hint">
        yes, no or abstain; a chance of yes, such as 0.6; or what makes it vote yes, such as an option.
      </p>
      <For each={props.members}>
        {(member) => {
          const votes = () => [...props.path, "votes"];
          return (
            <Show
              when={form.kind([...votes(), member]) !== "map"}
              fallback={
                <Show
                  when={form.keys([...votes(), member]).includes("yes when")}
                  fallback={
                    <InTheText form={form} path={[...votes(), member]}>
                      {`${clean(props.name(member))}: ${form
                        .keys([...votes(), member])
                        .map((key) => `${key} ${form.text([...votes(), member, key])}`)
                        .join(", ")}.`}
                    </InTheText>
                  }
                >
                  <For each={["yes when", "no when"]}>
                    {(name) => (
                      <ExpressionField
                        form={form}
                        base={[...votes(), member]}
                        name={name}
                        label={`${clean(props.name(member))} votes ${name}`}
                      />
                    )}
                  </For>
                </Show>
              }
            >
              <ExpressionField form={form} base={votes()} name={member} label={clean(props.name(member))} />
            </Show>
          );
        }}
      </For>
      <BecauseField form={form} base={props.path} />
    </>
  );
}
