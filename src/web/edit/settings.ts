/** What a setting as it is written says: the option, and its level where it is not just taken or not. */
export function readSetting(text: string): { option: string; level: string } | undefined {
  const match = /^\s*(?:(not)\s+)?([\p{L}\p{M}\p{N}_-]+)(?:\s*=\s*([\p{L}\p{M}\p{N}_-]+))?\s*$/u.exec(text);
  if (match === null || (match[1] !== undefined && match[3] !== undefined)) return undefined;
  return { option: match[2], level: match[3] ?? (match[1] === undefined ? "yes" : "no") };
}

/**
 * A list of settings in which the option stands at this level; the others stay as they are written. A level that is the
 * `first` need not be said and is left out, unless `always` says it must be.
 */
export function withSetting(
  settings: readonly string[],
  option: {
    readonly id: string;
    readonly yesNo: boolean;
    readonly levels: readonly { readonly id: string }[];
  },
  level: string | undefined,
  always = false,
): string[] {
  const left = level === undefined || (level === option.levels[0]?.id && !always);
  const written = !option.yesNo ? `${option.id} = ${level}` : level === "no" ? `not ${option.id}` : option.id;
  const at = settings.findIndex((each) => readSetting(each)?.option === option.id);
  if (at < 0) return left ? [...settings] : [...settings, written];
  return settings.flatMap((each, index) => (index !== at ? [each] : left ? [] : [written]));
}
