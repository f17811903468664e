import { setAt } from "../../model/yaml-text.ts";
import { idFrom, removeParty } from "../edit/references.ts";
import { PartyChip } from "../parts/party-chip.tsx";
import { Entries } from "./entries.tsx";
import { AddByName, TextField } from "./fields.tsx";
import type { Form } from "./form.ts";

/** What the standoff is about and who is in it. */
export function Parties(props: { readonly form: Form }) {
  const { form } = props;
  const ids = () => form.keys(["parties"]);
  const add = (title: string) => {
    const id = idFrom(title, form.ids());
    form.change((text) => setAt(setAt(text, ["parties", id], title), ["preferences", id], "indifferent"));
    form.page.say(`${title} is a party now. It wants nothing yet: see Preferences.`);
  };
  return (
    <>
      <section aria-label="The standoff as a whole">
        <TextField form={form} base={[]} name="title" label="Title" />
        <TextField form={form} base={[]} name="about" label="What it is about" rows={4} />
        <TextField
          form={form}
          base={[]}
          name="as of"
          label="As of"
          type="date"
          hint="What is known and has happened up to and including this day."
        />
      </section>
      <section>
        <h3>Who is in it</h3>
        <Entries
          form={form}
          path={["parties"]}
          kind="party"
          noun="party"
          head={(id) => <PartyChip names={form.names()} party={id} />}
          body={(id) => (
            <>
              <TextField form={form} base={["parties", id]} name="title" main="title" label="Name" />
              <TextField
                form={form}
                base={["parties", id]}
                name="about"
                main="title"
                label="About"
                rows={2}
              />
            </>
          )}
          onRemove={(id) => form.change((text) => removeParty(text, id))}
        />
        <AddByName label="Name of a new party" onAdd={add} />
        <p class="figures">{ids().length === 0 ? "Nobody is in it yet." : ""}</p>
      </section>
    </>
  );
}
