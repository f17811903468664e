import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Shape, STANDOFF } from "./shape.ts";

/** Every key under `properties`, at any depth of a JSON Schema. */
function schemaKeys(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== "object" || node === null) return found;
  for (const [key, value] of Object.entries(node)) {
    if (key === "properties") for (const each of Object.keys(value)) found.add(each);
    schemaKeys(value, found);
  }
  return found;
}

function shapeKeys(shape: Shape, found = new Set<string>(), seen = new Set<Shape>()): Set<string> {
  const inside = shape.is === "later" ? shape.shape() : shape;
  if (seen.has(inside)) return found;
  seen.add(inside);
  if (inside.is === "fields")
    for (const [key, each] of Object.entries(inside.fields)) shapeKeys(each, found.add(key), seen);
  else if (inside.is === "entries" || inside.is === "list") shapeKeys(inside.each, found, seen);
  else if (inside.is === "either") for (const each of inside.shapes) shapeKeys(each, found, seen);
  return found;
}

test("every key of the published schema has its place here, and there is none that the schema does not know", () => {
  const schema: unknown = JSON.parse(readFileSync("schema/standoff.schema.json", "utf8"));
  expect([...shapeKeys(STANDOFF)].toSorted()).toEqual([...schemaKeys(schema)].toSorted());
});
