import { createEffect, createSignal } from "solid-js";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const STORED = "standoff-theme";

/** Light, dark, or as the system has it; kept for the next visit. */
export function createTheme(): { readonly theme: () => Theme; readonly next: () => void } {
  const stored = THEMES.find((each) => each === localStorage.getItem(STORED)) ?? "auto";
  const [theme, setTheme] = createSignal<Theme>(stored);
  createEffect(() => {
    document.documentElement.dataset.theme = theme();
    localStorage.setItem(STORED, theme());
  });
  return { theme, next: () => setTheme((each) => THEMES[(THEMES.indexOf(each) + 1) % THEMES.length]) };
}
