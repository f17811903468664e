import { escaped } from "./svg.ts";
import { clean } from "./text.ts";

/** Markup made of escaped text by the functions below, and nothing else. */
export type Html = { readonly html: string };
type Content = Html | string | readonly (Html | string)[];

/** One element. Strings inside are text: they are cleaned and escaped. */
export function tag(name: string, content: Content, attributes: Readonly<Record<string, string>> = {}): Html {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return { html: `<${name}${all.join("")}>${inside(content)}</${name}>` };
}

function inside(content: Content): string {
  if (typeof content === "string") return escaped(clean(content));
  return "html" in content ? content.html : content.map(inside).join("");
}

/** A whole document that needs nothing else: its style is in it, and it has no script. */
export function documentOf(title: string, style: string, body: readonly Html[]): string {
  const head = [
    `<meta charset="utf-8">`,
    // Whatever a mistake might let through: nothing runs and nothing is fetched.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    tag("title", title).html,
    `<style>\n${style}\n</style>`,
  ];
  return `<!doctype html>\n<html lang="en">\n<head>\n${head.join("\n")}\n</head>\n<body>\n${inside(body)}\n</body>\n</html>\n`;
}
