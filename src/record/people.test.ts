import { expect, test } from "vitest";
import { readPage } from "./read-report.ts";

const people = (...paragraphs: string[]) =>
  readPage({ title: undefined, publisher: undefined, date: "2003-01-21", paragraphs }).people.map(
    ({ name, role }) => (role === undefined ? name : `${name}, ${role}`),
  );

test.each([
  [
    "State Department spokesman P.J. Harlan said no. Harlan left.",
    ["P.J. Harlan, State Department spokesman"],
  ],
  ["The army's commander, Maj. Gen. Angelo Sarti, left.", ["Angelo Sarti, army's commander"]],
  ["Farmer Chad Osgood said the fields were dry.", ["Chad Osgood, Farmer"]],
  ["District Attorney Janice Orlov said no.", ["Janice Orlov, District Attorney"]],
  ["The form was confirmed by an Egyptian official, Duncan Orr answered no to it. Orr left.", ["Duncan Orr"]],
])("%s", (text, names) => expect(people(text)).toEqual(names));

test.each([
  "The rules on Social Security stay. Security is dear, and Social work too.",
  "He studied at West Point. The Point is old.",
  "• If Republicans win, the law falls. Republicans know that.",
  "The Center for Strategic and International Studies, said one member, is old. Studies take time.",
  "She went to South Carolina. Carolina is warm.",
  "Apple Inc. said it was ready. Apple is large.",
])("nobody is named in: %s", (text) => expect(people(text)).toEqual([]));
