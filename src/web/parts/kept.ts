import { createSignal, type Signal } from "solid-js";
import type { Page } from "../page.ts";

const kept = new WeakMap<Page, Map<string, Signal<unknown>>>();

/** A signal that outlives its panel, so that what was typed is still there when the panel is shown again. */
export function keptSignal<T>(page: Page, name: string, first: T): Signal<T> {
  const signals = kept.get(page) ?? new Map<string, Signal<unknown>>();
  kept.set(page, signals);
  if (!signals.has(name)) signals.set(name, createSignal<unknown>(first));
  return signals.get(name) as Signal<T>;
}
