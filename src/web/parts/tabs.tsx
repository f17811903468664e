import { For, type JSX, Show } from "solid-js";

export type Tab = { readonly id: string; readonly title: string; readonly group: string };

/** A row of tabs by groups. Arrow keys, Home and End move between them; the panel is the element `${name}-panel`. */
export function Tabs(props: {
  readonly name: string;
  readonly label: string;
  /** Always the same list: a new one would be new buttons, and the keyboard would lose its place. */
  readonly tabs: readonly Tab[];
  /** A word or two beside a title, by the tab's id. */
  readonly notes?: Readonly<Record<string, string>>;
  readonly shown: string;
  readonly onShow: (id: string) => void;
}): JSX.Element {
  const onKeyDown = (event: KeyboardEvent) => {
    const at = props.tabs.findIndex(({ id }) => id === props.shown);
    const last = props.tabs.length - 1;
    const to: Record<string, number> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    props.onShow(props.tabs[next].id);
    document.getElementById(`${props.name}-tab-${props.tabs[next].id}`)?.focus();
  };
  const groups = () => [...new Set(props.tabs.map(({ group }) => group))];
  return (
    <div class="tabs" role="tablist" aria-label={props.label} onKeyDown={onKeyDown}>
      <For each={groups()}>
        {(group) => (
          <div class="tab-group" role="presentation">
            <Show when={group !== ""}>
              <span class="tab-group-name" aria-hidden="true">
                {group}
              </span>
            </Show>
            <For each={props.tabs.filter((tab) => tab.group === group)}>
              {(tab) => (
                <button
                  type="button"
                  role="tab"
                  id={`${props.name}-tab-${tab.id}`}
                  aria-selected={tab.id === props.shown}
                  aria-controls={`${props.name}-panel`}
                  tabindex={tab.id === props.shown ? 0 : -1}
                  onClick={() => props.onShow(tab.id)}
                >
                  {tab.title}
                  <Show when={props.notes?.[tab.id]}>{(note) => <span class="tab-note">{note()}</span>}</Show>
                </button>
              )}
            </For>
          </div>
        )}
      </For>
    </div>
  );
}
