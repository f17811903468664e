import { isMap, isScalar } from "yaml";
import { type Path, patched, readDocument, setAt } from "../../model/yaml-text.ts";

/**
 * Makes what stands at a path another of its kinds: the one key of `kinds` that is there (`never: …`) becomes `to`
 * (`always: …`). One value alone, as in `- talk`, is of the first kind.
 */
export function setKind(text: string, path: Path, kinds: readonly string[], to: string): string {
  const node = readDocument(text)?.getIn(path, true);
  if (isScalar(node)) return to === kinds[0] ? text : setAt(text, path, { [to]: String(node.value) });
  if (!isMap(node)) return text;
  const key = node.items
    .map((each) => each.key)
    .find((each) => isScalar(each) && kinds.includes(String(each.value)));
  if (!isScalar(key) || key.range == null) return text;
  return patched(text, [{ start: key.range[0], end: key.range[1], insert: to }]);
}
