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
  ["Ali Orbach of the relief fund Hand in Hand said no.", ["Ali Orbach"]],
  ["Ali Orbach, one of five men chosen by the farmers, told them no.", ["Ali Orbach"]],
  ["‘No,’ shrugged Ali Orbach, a winch driver's widow.", ["Ali Orbach, winch driver's widow"]],
  ["Mediator Ali Orbach, a former Finnish president, spoke.", ["Ali Orbach, Mediator"]],
  [
    "The mission's commander, Gen. Ali Orbach, spoke. Her sister Eva Orbach, a minister, did not.",
    ["Ali Orbach, mission's commander", "Eva Orbach, minister"],
  ],
  [
    "The Union's trade commissioner, Sir Lionel Orbach called it off.",
    ["Lionel Orbach, Union's trade commissioner"],
  ],
  [
    "Ali Orbach, the softly spoken former teacher who leads them, spoke.",
    ["Ali Orbach, softly spoken former teacher"],
  ],
  ["India's Minister of Irrigation, Ali Orbach, spoke.", ["Ali Orbach, India's Minister of Irrigation"]],
  ["The minister, Mr. Reiter said, is late.", ["Reiter"]],
  [
    "Prime Minister Theresa May left in May. Minister Omar left in June.",
    ["Theresa May, Prime Minister", "Omar, Minister"],
  ],
  ["The talks between Peter Boyd and Karim Noor went on.", ["Peter Boyd", "Karim Noor"]],
  ["Ali Orbach, a clerk attached to the mill's office, spoke.", ["Ali Orbach, clerk"]],
  ["Ali Orbach, the former PM leading the march, spoke.", ["Ali Orbach, former PM"]],
  ["The party's leader, Ali Orbach MP, spoke.", ["Ali Orbach, party's leader"]],
  ["Mr. Weber, through a spokesman, declined.", ["Weber"]],
  ["In remarks to reporters, Mr. Vogel said no.", ["Vogel"]],
  ["Farmer Nils Osgood said the fields were dry.", ["Nils Osgood, Farmer"]],
  ["District Attorney Janice Orlov said no.", ["Janice Orlov, District Attorney"]],
  ["The list was read by an Egyptian official, Dora Orr answered no to it. Orr left.", ["Dora Orr"]],
  [
    "Ali Orbach, who has left school and now heads the Nile Union, spoke.",
    ["Ali Orbach, heads the Nile Union"],
  ],
  ["Ali Orbach, who farms near Ifo and is the mayor's brother, spoke.", ["Ali Orbach, mayor's brother"]],
  ["Ali Orbach, who leads the strikers, spoke.", ["Ali Orbach, leader of the strikers"]],
  ["Col. Ali Orbach, who commands the fort, spoke.", ["Ali Orbach, Col."]],
  ["Ali Orbach of the Mill and Dockers’ Union said no.", ["Ali Orbach, of the Mill and Dockers’ Union"]],
  ["Ali Orbach, of the Delta party, said no.", ["Ali Orbach, of the Delta party"]],
  [
    "U.S. assistant secretary of state Ali Orbach said no.",
    ["Ali Orbach, U.S. assistant secretary of state"],
  ],
  ["On Arran, hotelier Ali Orbach said no.", ["Ali Orbach, hotelier"]],
  ["The tanker Ali Orbach said it was late.", ["Ali Orbach"]],
  ["Prof Ali Orbach said no.", ["Ali Orbach, Prof"]],
  ["Managing director Ali Orbach said no.", ["Ali Orbach, Managing director"]],
  ["A Foreign Office minister, Baroness Orbach, said no to it.", ["Orbach, Foreign Office minister"]],
  ["The Archbishop of Cairo, Ali Orbach, said no.", ["Ali Orbach, Archbishop of Cairo"]],
  ["Former director-general Ali Orbach said no.", ["Ali Orbach, Former director-general"]],
  ["Ali Orbach, Egypt's water minister flew home.", ["Ali Orbach, Egypt's water minister"]],
  ["Earlier his foreign minister had smiled. Ali Orbach said no.", ["Ali Orbach, foreign minister"]],
  ["The man who runs the mill said no. “No,” said Ali Orbach.", ["Ali Orbach, man who runs the mill"]],
])("%s", (text, names) => expect(people(text)).toEqual(names));

test.each([
  "The rules on Social Security stay. Security is dear, and Social work too.",
  "He studied at West Point. The Point is old.",
  "• If Republicans win, the law falls. Republicans know that.",
  "The Center for Strategic and International Studies, said one member, is old. Studies take time.",
  "She went to South Carolina. Carolina is warm.",
  "In an editorial, the state-run Daily Star said no.",
  "They crossed the Peter Boyd bridge.",
  "They crossed the river. (Peter Boyd/AFP/Getty Images)",
  "El Diario said no.",
  "West Wessle police spoke. Wessle is calm.",
  "He lives in Banda Aceh. Aceh is calm.",
  "They hold the Aouzou Strip. Aouzou is hot.",
  "Back in Castries, the head of the growers' association spoke.",
  "Third, the chairman has left.",
  "Voice of the Gulf asked why.",
  "The mine owner Lonridge said it would pay.",
  "Caixa Nilo said it was ready. Nilo is large.",
  "Norwell Inc. said it was ready. Norwell is large.",
])("nobody is named in: %s", (text) => expect(people(text)).toEqual([]));
