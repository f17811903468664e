/** How text may look where it is shown. Made by whoever knows the screen; `plain` for files, pipes and tests. */
export type Style = {
  /** Columns to wrap at. */
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
};

const asIs = (text: string): string => text;

export const PLAIN: Style = { width: 100, bold: asIs, dim: asIs, good: asIs, bad: asIs, warn: asIs };
