/** Text of strangers made safe inside a picture: no markup, and none of the characters that XML does not allow. */
export function escaped(words: string): string {
  return words
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

type Attributes = Readonly<Record<string, string | number>>;

/** One element of a picture; `inside` is markup already. */
export function element(name: string, attributes: Attributes, inside = ""): string {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return inside === "" ? `<${name}${all.join("")}/>` : `<${name}${all.join("")}>${inside}</${name}>`;
}

/** Words in a picture. */
export function text(words: string, attributes: Attributes): string {
  return element("text", attributes, escaped(words) || " ");
}

/** A whole picture on a white ground, with a title for those who hear it. */
export function svg(width: number, height: number, title: string, parts: readonly string[]): string {
  const whole = [
    element("title", {}, escaped(title) || " "),
    element("rect", { width, height, fill: "#ffffff" }),
    ...parts,
  ];
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "font-family": "Helvetica, Arial, sans-serif",
  };
  return `${element("svg", attributes, `\n${whole.join("\n")}\n`)}\n`;
}
