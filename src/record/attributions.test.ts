import { describe, expect, test } from "vitest";
import { readPage } from "./read-report.ts";

/** `speaker: what`, `?` where nobody is given. */
const said = (...paragraphs: string[]) =>
  readPage({ title: undefined, publisher: undefined, date: "2003-01-21", paragraphs }).statements.map(
    ({ speaker, says }) => `${speaker?.name ?? "?"}: ${says}`,
  );

describe("where what was said begins and ends", () => {
  test.each([
    ['The minister, Mr. Hale said, "is a liar".', ['Hale: The minister "is a liar"']],
    ['Nobody has asked, Mr. Hale said, "and nobody will".', ['Hale: Nobody has asked "and nobody will"']],
    ["According to Ms. Stein, whose party stayed away, the vote was held.", ["Stein: the vote was held"]],
    ["According to Ms. Stein, a lawyer, the vote was held.", ["Stein: the vote was held"]],
    ["According to Ms. Stein, the vote was held.", ["Stein: the vote was held"]],
    ['The vote, which Ms. Stein called "a farce", was held.', ['Stein: "a farce"']],
    [
      "After Egypt said in March that the dam was safe, Foreign Minister Ali Omar said that he would go.",
      ["Egypt: the dam was safe", "Ali Omar: he would go"],
    ],
    [
      "While diplomats say the dam is safe, the decision calls the plan into question.",
      ["diplomats: the dam is safe"],
    ],
    [
      "Minister Ali Omar said in a statement marking the anniversary that the canal was open.",
      ["Ali Omar: the canal was open"],
    ],
    [
      "Minister Ali Omar repeated, as he had in a letter two weeks ago, that the canal was open.",
      ["Ali Omar: the canal was open"],
    ],
    ["The canals, Minister Ali Omar said, are in good order.", ["Ali Omar: The canals are in good order"]],
    [
      "The trouble, according to the ministry, is not the price.",
      ["the ministry: The trouble is not the price"],
    ],
    ['"It will last," said Ali Omar, the author of "The Dry River".', ['Ali Omar: "It will last,"']],
    [
      'Minister Ali Omar, in a letter read out in Cairo, said Sudan\'s "patience" had saved the dam.',
      ['Ali Omar: Sudan\'s "patience" had saved the dam'],
    ],
    ["Minister Ali Omar said last month that talks were near.", ["Ali Omar: talks were near"]],
    ["Minister Ali Omar pointed out that the dam was old.", ["Ali Omar: the dam was old"]],
    ["Minister Ali Omar made it clear to the envoy that the dam was old.", ["Ali Omar: the dam was old"]],
    [
      "The talks, the ministry said in a note released in Brussels, are over.",
      ["the ministry: The talks are over"],
    ],
    ["Egypt has paid, it said in a note released in Brussels.", ["Egypt: Egypt has paid"]],
    [
      "Minister Ali Omar told reporters in Cairo on Thursday evening that it was over.",
      ["Ali Omar: it was over"],
    ],
    ["Minister Ali Omar told us an hour ago that it was over.", ["Ali Omar: it was over"]],
    [
      "The doctors' union says at least 40 farmers have left.",
      ["The doctors' union: at least 40 farmers have left"],
    ],
    [
      "Egypt closed the dam on Tuesday evening, officials said.",
      ["officials: Egypt closed the dam on Tuesday evening"],
    ],
    ["The dam is safe, yesterday officials said.", ["officials: The dam is safe"]],
    [
      "It has threatened, according to diplomats, to close the dam.",
      ["diplomats: It has threatened to close the dam"],
    ],
    [
      'The court, as its registrar put it in a note on Friday, "expects both to wait".',
      ['its registrar: The court "expects both to wait"'],
    ],
    [
      'It must end "in word and deed", as the envoy put it in August.',
      ['the envoy: It must end "in word and deed"'],
    ],
    [
      "If no deal is reached, the minister said, the ships will wait.",
      ["the minister: If no deal is reached the ships will wait"],
    ],
    ["It was learned on good authority, however, that the cabinet had met.", ["?: the cabinet had met"]],
    [
      'There was no need to sign, Mr. Hale told reporters late on Monday: "We agreed to wait."',
      ['Hale: There was no need to sign "We agreed to wait."'],
    ],
    [
      "Under the plan, Mr. Hale said, both armies will go home.",
      ["Hale: Under the plan both armies will go home"],
    ],
    [
      "The dam has burst, officials said, and is flooding the plain.",
      ["officials: The dam has burst is flooding the plain"],
    ],
    ["The dam has burst, officials said, and left the room.", ["officials: The dam has burst"]],
    [
      'Egypt has demanded a vote, Mr. Hale said, and got "a shrug".',
      ["Egypt: a vote", 'Hale: Egypt has demanded a vote got "a shrug"'],
    ],
    [
      '"Enough," Mr. Hale told the crowd, and then, a minute later: "Go home."',
      ['Hale: "Enough," "Go home."'],
    ],
    ["Will he go? Never, Mr. Hale said. He is tired.", ["Hale: Never"]],
    [
      'Ms. Boyd replied, "Have they not?" Her office later said they had.',
      ['Boyd: "Have they not?"', "Her office: they had"],
    ],
    ["The court ruled in 1962 that the dam was theirs.", ["The court: the dam was theirs"]],
    ["The court ruled the valley.", []],
    ["Egypt let it be known that it would wait.", ["Egypt: it would wait"]],
    ["The envoy voiced fears that the dam was old.", ["The envoy: the dam was old"]],
    ["The envoy hoped for rain.", []],
    [
      "The Cairo Courier reports, citing a memo, that two men crossed.",
      ["The Cairo Courier: two men crossed"],
    ],
  ])("%s", (text, statements) => expect(said(text)).toEqual(statements));
});

describe("whose it is", () => {
  test.each([
    ["The growers have for years claimed that the water is theirs.", ["The growers: the water is theirs"]],
    ["The bank had in a note on Monday denied that it was broke.", ["The bank: it was broke"]],
    ["Chief operating officer Ali Omar said the line was safe.", ["Ali Omar: the line was safe"]],
    [
      'Minister Ali Omar said in a statement the line was safe "and dry", and warned it would shut.',
      ['Ali Omar: the line was safe "and dry"', "Ali Omar: it would shut"],
    ],
    ["Farm groups estimate a strike would cost millions.", ["Farm groups: a strike would cost millions"]],
    ["A guard who asked not to be named said the gate was open.", ["A guard: the gate was open"]],
    ["An aide who sat in on the talks said they went well.", ["An aide: they went well"]],
    ["The woman who runs the clinic said it was full.", ["The woman who runs the clinic: it was full"]],
    [
      'The mayor, whose deputy had called the plan "a joke", said it would pass.',
      ['deputy: the plan "a joke"', "The mayor: it would pass"],
    ],
    [
      'Outside, Ali Omar, a father of three who had come from Ifo with a flag, was calm: "I can wait."',
      ['Ali Omar: "I can wait."'],
    ],
    ["The king was said by two diplomats to favor a vote.", ["two diplomats: The king to favor a vote"]],
    ["The envoy was told by an aide it should be half.", ["an aide: it should be half"]],
    [
      "President Ali Omar was quoted by Radio Nile as having told his generals that it was over.",
      ["Ali Omar: it was over"],
    ],
    [
      "It was officially denied that troops had been moved from the river.",
      ["?: troops had been moved from the river"],
    ],
    ["An aide, who asked that his name be withheld, confided that it was over.", ["An aide: it was over"]],
    ["Mr. Hale, who insists it was late, has left the capital.", ["Hale: it was late"]],
    [
      'Mr. Boyd spoke. Mr. Hale himself, locked up since May, was calm. "It will pass," he said.',
      ['Hale: "It will pass,"'],
    ],
    ['Mr. Boyd spoke. He was echoed by Ali Omar, a judge: "It will pass."', ['Ali Omar: "It will pass."']],
    ['Mr. Hale, whose visit made peace, refused. "Not yet," was all he would say.', ['Hale: "Not yet,"']],
    [
      'The remarks were dismissed as "a sermon" by the miners\' leader, Ali Omar, who left.',
      ['Ali Omar: as "a sermon"'],
    ],
    [
      'Managers hit back, with the line\'s chief, Ali Omar, insisting that it was over. "It is," he said.',
      ["Ali Omar: it was over", 'Ali Omar: "It is,"'],
    ],
    ["Mr. Hale brushed aside suggestions that the dam was old.", ["Hale: suggestions that the dam was old"]],
    ["Mr. Hale brushed aside a branch.", []],
    ['That drew a sharp reply from the mayor, Ali Omar: "It is ours."', ['Ali Omar: "It is ours."']],
    ["Workers rejected an offer by a wide margin, with a strike due as early as next week.", []],
    [
      'Minister Ali Omar came. Asked what would follow if it failed, Mr. Omar smiled: "Winter."',
      ['Ali Omar: "Winter."'],
    ],
    ["Minister Ali Omar stated before leaving for Cairo that it was over.", ["Ali Omar: it was over"]],
    ["The king let it be understood through a page that he would wait.", ["The king: he would wait"]],
    ["The bank has made clear it will wait.", ["The bank: it will wait"]],
    ["It was the loan that Egypt had promised in July.", []],
    ["Minister Eva Boyd was blunter than her president. It was late, she said.", ["Eva Boyd: It was late"]],
    [
      'Minister Ali Omar came. "No," he said. Ann Boyd wept. It was late, she said.',
      ['Ali Omar: "No,"', "Ann Boyd: It was late"],
    ],
    [
      "A report by the bank, published in April, estimates that the lake is falling.",
      ["A report by the bank: the lake is falling"],
    ],
    [
      "Egypt has told Sudan that it will wait, a diplomat confirmed to the Post on Monday.",
      ["Egypt: it will wait", "a diplomat: Egypt has told Sudan that it will wait"],
    ],
    ["Mr. Hale wrote to the king on Monday to ask for a pardon.", ["Hale: for a pardon"]],
    ["Mr. Hale went home to ask for a pardon.", []],
    ['Villagers are angry. They "flatly reject" the road.', ['Villagers: "flatly reject" the road']],
    ["The bishop pleaded with both sides to wait.", ["The bishop: with both sides to wait"]],
    [
      'Ms. Boyd spoke. Asked by a reporter whether that included the dam, she answered, "It does."',
      ['Boyd: "It does."'],
    ],
    ['"We shall appeal." - Sen. Ali Omar of Ohio', ['Ali Omar: "We shall appeal."']],
    ["Mr. Hale is tired. The 84-year-old said he would go.", ["Hale: he would go"]],
    ["Gen. Ali Omar came. The general said it was over.", ["Ali Omar: it was over"]],
    ["Ms. Boyd (no relation to the minister) is calm. It will last, she said.", ["Boyd: It will last"]],
    [
      "The text, which is short, was read out in Cairo on Monday by Egypt's foreign minister, Ali Omar. He announced that it was over.",
      ["Ali Omar: it was over"],
    ],
    ["The plan needs what Egypt calls a “fair” share.", ["Egypt: a “fair” share"]],
    ["It closed a canal Egypt says it needs.", ["Egypt: it needs"]],
    [
      "A survey published last month by the water institute reported that the lake is falling.",
      ["A survey: the lake is falling"],
    ],
    [
      "Minister Ali Omar, the man behind the dam, the canal and other works that changed the valley, resigned, saying he was tired.",
      ["Ali Omar: he was tired"],
    ],
    ["Minister Ali Omar took a speech criticized by the ministry to Cairo.", []],
    [
      "Minister Ali Omar dismissed recent Egyptian claims that the dam leaks.",
      ["Ali Omar: recent Egyptian claims that the dam leaks"],
    ],
    ["Minister Ali Omar dismissed talk of a rift.", ["Ali Omar: talk of a rift"]],
    ["Minister Ali Omar dismissed the crew.", []],
    ["An estimated 300 farmers have left.", []],
    ["An attack on the dam threatened to end the truce.", []],
    ["The results suggest that most voters want peace.", []],
    ["Egypt described the list as hostile.", ["Egypt: the list as hostile"]],
    ["The list, described by diplomats as hostile, is long.", ["diplomats: as hostile"]],
    ["President Ali Omar of Sudan said it was over.", ["Ali Omar: it was over"]],
    [
      "The United States, Egypt and Chad said it was over.",
      ["The United States, Egypt and Chad: it was over"],
    ],
    ["A diplomat, who asked not to be named, said it was over.", ["A diplomat: it was over"]],
    [
      'The claim is "baseless", Ali Omar, an envoy, wrote in a letter to the council dated Monday.',
      ['Ali Omar: The claim is "baseless"'],
    ],
    [
      'Local councillor Gavin Muir branded the ferry a "tin bath" and said: "It will sink."',
      ['Gavin Muir: the ferry a "tin bath"', 'Gavin Muir: "It will sink."'],
    ],
    ['Ali Omar, an envoy, admitted the truce "came at a price".', ['Ali Omar: the truce "came at a price"']],
    ["Ali Omar, who advises the minister on water, went home.", []],
    ["The plan drew a rebuke from Ali Omar, who said it was late.", ["Ali Omar: it was late"]],
    [
      "The plan drew a rebuke from officials in Cairo, who said it was late.",
      ["officials in Cairo: it was late"],
    ],
    [
      '"They shoot first," warned Adm. Ali Omar, the navy chief, "and ask later."',
      ['Ali Omar: "They shoot first," "and ask later."'],
    ],
    [
      'The talks were "candid", said a communique issued on Monday.',
      ['a communique: The talks were "candid"'],
    ],
    ["While Cairo insists the force is small, Khartoum fears an invasion.", ["Egypt: the force is small"]],
    [
      "Villagers in Karo said soldiers had come. They said the mill was burned.",
      ["Villagers in Karo: soldiers had come", "Villagers in Karo: the mill was burned"],
    ],
    ["Egypt denied it.", []],
    [
      'Mr. Hale praised him as "a man of his word", while Mr. Boyd spoke of "a long friendship".',
      ['Hale: him as "a man of his word"', 'Boyd: of "a long friendship"'],
    ],
    ["Mr. Hale spoke of the dam.", []],
    ["Mr. Hale has gone, a diplomat there confirmed.", ["a diplomat: Mr. Hale has gone"]],
    ["The commissioner, Said Bakr, arrived on Thursday.", []],
    ['The minister, a lawyer called Ali Omar, called it "a farce".', ['Ali Omar: it "a farce"']],
    ["Whoever loots, the radio warned, will be shot.", ["the radio: Whoever loots will be shot"]],
    ["Mr. Hale said on leaving the hall that it was over.", ["Hale: it was over"]],
    [
      'Diplomats have doubts: the map, Mr. Hale noted, "lasted nine days".',
      ['Hale: the map "lasted nine days"'],
    ],
    [
      "According to a source, it lasted an hour; according to Mr. Hale, it did not.",
      ["a source: it lasted an hour", "Hale: it did not"],
    ],
    ["Mr. Hale has since said that it was over.", ["Hale: it was over"]],
    ["Another story: the men, Mr. Hale said, were seen.", ["Hale: the men were seen"]],
    ["The envoy has left, the local radio reports.", ["the local radio: The envoy has left"]],
    [
      "The text was read by the minister, Lucas da Cruz. He said it was over.",
      ["Lucas da Cruz: it was over"],
    ],
    ['Mr. Hale warned of "ruin" if police were sent in.', ['Hale: of "ruin" if police were sent in']],
    ["The rebels claimed responsibility for the attack.", ["The rebels: responsibility for the attack"]],
    ["The rebels claimed the valley.", []],
    ["No group claimed responsibility for the attack.", []],
    ["The director, Ali Omar, informed us an hour ago that it was over.", ["Ali Omar: it was over"]],
    [
      "Mr. Hale, who is to meet his counterpart, Ms. Dube, in Cairo on Thursday, has urged Egypt to wait.",
      ["Hale: Egypt to wait"],
    ],
    [
      '"We had none," said Mr. Hale, adding: "And we want none."',
      ['Hale: "We had none,"', 'Hale: "And we want none."'],
    ],
    [
      "Asked by a reporter, Prime Minister Jan Holm smiled and said he was ready.",
      ["Jan Holm: he was ready"],
    ],
    ['"It\'s a farce," their leader, Per Holm, said.', ['Per Holm: "It\'s a farce,"']],
    ["Mr. Hale, however, said most had returned.", ["Hale: most had returned"]],
    ['Mr. Hale: "They have gone."', ['Hale: "They have gone."']],
    ["Mr. Hale spoke. The agency quoted him as saying that it was over.", ["Hale: it was over"]],
    [
      "The road is safe, according to the Land Travel and Tourism Council.",
      ["the Land Travel and Tourism Council: The road is safe"],
    ],
    ["Egypt and the Security Council said it was over.", ["Egypt and the Security Council: it was over"]],
    ['"It\'s a trap," whispered one delegate.', ['one delegate: "It\'s a trap,"']],
    ["The proposal calls for a withdrawal.", ["The proposal: for a withdrawal"]],
    ["A local daily, Al-Bilad, reported that it was over.", ["Al-Bilad: it was over"]],
    ["South Korea's Yonhap news agency said it was over.", ["Yonhap: it was over"]],
    ["Ali Omar, an envoy, was reported to have told friends that it was over.", ["Ali Omar: it was over"]],
    ['"It is over," shrugged Ali Omar, a driver.', ['Ali Omar: "It is over,"']],
    [
      '"It is over," Ali Omar, one of five men chosen by the farmers to speak for them, told the crowd.',
      ['Ali Omar: "It is over,"'],
    ],
    [
      "The association denied a report that it had sold the crop.",
      ["The association: a report that it had sold the crop"],
    ],
    ["Witnesses reported fire near the palace.", ["Witnesses: fire near the palace"]],
    ["Ali Omar, a writer, reports the news.", []],
    ["The minister told both sides to settle.", ["The minister: both sides to settle"]],
    ['Minister Ali Omar offered to go "if both ask".', ['Ali Omar: to go "if both ask"']],
    ["The envoy shot back at a rally.", []],
    ["The text was read out by the minister. He said it was over.", ["the minister: it was over"]],
    ["Lonridge has promised nothing, but it says it is over.", ["Lonridge: it is over"]],
    [
      '"Both sides," the envoy sighed, "want the other to begin."',
      ['the envoy: "Both sides," "want the other to begin."'],
    ],
    ['That, said Ali Omar, "would be a pity".', ['Ali Omar: That "would be a pity"']],
    ["The mediator, a retired judge named Ali Omar, said it was over.", ["Ali Omar: it was over"]],
    ["Nobody was in, but an official there said it was over.", ["an official: it was over"]],
    ["Minister Ali Omar said that was untrue.", ["Ali Omar: that was untrue"]],
    [
      'Minister Ali Omar told reporters in Cairo that "all options are open".',
      ['Ali Omar: "all options are open"'],
    ],
    ["Mr. Hale asked whether it was over.", ["Hale: whether it was over"]],
    ["A spokesman stated to-day that it was over.", ["A spokesman: it was over"]],
    ["It was understood in London that it was over.", ["?: it was over"]],
    ["Minister Ali Omar himself hinted the dam was old.", ["Ali Omar: the dam was old"]],
    [
      "One of the officials said it was over. He said nobody was hurt.",
      ["One of the officials: it was over", "One of the officials: nobody was hurt"],
    ],
  ])("%s", (text, statements) => expect(said(text)).toEqual(statements));

  test("a quotation that stands alone goes on with whoever alone was quoted in the paragraph before", () => {
    expect(said('"It is over," Mr. Hale told the crowd on Monday.', '"We never had a chance."')).toEqual([
      'Hale: "It is over,"',
      'Hale: "We never had a chance."',
    ]);
    expect(said('"It is over," Mr. Hale said. "Never," said Mr. Boyd.', '"We never had a chance."')[2]).toBe(
      '?: "We never had a chance."',
    );
  });
  test("who is named only in the next sentence", () => {
    expect(
      said("Spain's interior minister said it was over.", "The minister, Ali Omar, gave no reason."),
    ).toEqual(["Ali Omar: it was over"]);
    expect(
      said("Spain's interior minister said it was over.", "The French minister, Ali Omar, gave no reason."),
    ).toEqual(["Spain's interior minister: it was over"]);
  });
  test("quotations that stand alone after whoever is brought in with a colon", () => {
    expect(
      said("The commissioner, Ali Omar, has just spoken. Key points:", '"It is late."', '"It is dear."'),
    ).toEqual(['Ali Omar: "It is late."', 'Ali Omar: "It is dear."']);
  });
  test("an office told before the name of who holds it", () => {
    expect(said("Norway's trade minister said it was over.", '"It is late," Ali Omar told us.')).toEqual([
      "Ali Omar: it was over",
      'Ali Omar: "It is late,"',
    ]);
  });
  test("he: the last man, though a woman spoke since; and who is no president's spokesman", () => {
    expect(said("Mr. Adam said it was late. Ms. Boyd said it was not. He said it was.")[2]).toBe(
      "Adam: it was",
    );
    expect(
      said(
        "The president's spokesman, Karl Unger, spoke.",
        'The president was silent. "No comment," he said.',
      ),
    ).toEqual(['The president: "No comment,"']);
  });
  test("a surname two people have: who was named of late, if the other was long ago", () => {
    const between = Array(6).fill("The river rose, and the wells of the valley filled.");
    const told = ["Minister Ali Omar left.", ...between, "Minister Eva Omar came.", "Omar said it was late."];
    expect(said(...told)).toEqual(["Eva Omar: it was late"]);
    expect(said(...told.filter((line) => line !== between[0]))).toEqual(["?: it was late"]);
  });
  test("he: a common noun at the start of a sentence is nobody", () => {
    expect(said("Minister Ali Omar spoke. Debt was his subject. He said it would grow.")).toEqual([
      "Ali Omar: it would grow",
    ]);
  });
  test("he: whoever stands in the second half of the sentence before", () => {
    expect(
      said("A farmer wrote to us. We waited, but the minister went there. He said it was late."),
    ).toEqual(["the minister: it was late"]);
  });

  test.each([
    [
      "Minister Ali Omar — a banker by trade, who has been ill since May — insisted that it was late.",
      ["Ali Omar: it was late"],
    ],
    ["Their envoy, Ali Omar — a banker by trade — insisted that it was late.", ["Ali Omar: it was late"]],
    ["What the mayor says: Ms. Stein told a daily that it was late.", ["Stein: it was late"]],
    [
      "I'm told by two envoys close to the king that a road is open.",
      ["two envoys close to the king: a road is open"],
    ],
    ["Minister Ali Omar calls himself a friend of the island.", []],
    [
      'Minister Ali Omar called himself "a friend of the island".',
      ['Ali Omar: himself "a friend of the island"'],
    ],
    [
      "Should the ships stay, Mr. Hale said, his country would close the port.",
      ["Hale: Should the ships stay his country would close the port"],
    ],
    [
      "If the dike fails, Mr. Hale warned, there will be no second harvest.",
      ["Hale: If the dike fails there will be no second harvest"],
    ],
    ["Mr. Hale spoke of theft, a claim Egypt denies.", []],
    ["Egypt, whose 2,000 men keep the road, has said little.", []],
    [
      "Ali Omar, a poet who has written six books on the canal, said both sides were late.",
      ["Ali Omar: both sides were late"],
    ],
    [
      'The king rose, turned to Mr. Hale and said, according to two men at the table, "Enough of this."',
      ['The king: "Enough of this."'],
    ],
    [
      'Minister Ali Omar, whom one envoy calls "the quiet man," told the Post that it was late.',
      ['one envoy: "the quiet man,"', "Ali Omar: it was late"],
    ],
    [
      "Under the lease signed in Oslo last year, Egypt will wait, and it has pledged to pay.",
      ["Egypt: to pay"],
    ],
    [
      "Ali Omar, a clerk at the mill, says the union, the council and the party have all been told.",
      ["Ali Omar: the union, the council and the party have all been told"],
    ],
    [
      'Mayor Ali Omar was late. "A flat tire," his driver explained. He said it was over.',
      ['his driver: "A flat tire,"', "?: it was over"],
    ],
    ["Mr. Hale's claim, reported by the Post last week, that the mill is sold was no news.", []],
    [
      '"It is late," Mr. Hale said. And what does Mr. Boyd think? "It is early, and it is cold."',
      ['Hale: "It is late,"', '?: "It is early, and it is cold."'],
    ],
    ["I will let Mr. Hale say a word on the flood.", []],
  ])("who is not meant: %s", (text, statements) => expect(said(text)).toEqual(statements));

  test("a quotation in a line of its own without a period is a heading", () => {
    expect(said('"It is over," Mr. Hale said.', '"We bake at night"')).toEqual([
      'Hale: "It is over,"',
      '?: "We bake at night"',
    ]);
  });
  test("the minister there is another, and a baroness is no it", () => {
    expect(
      said("The foreign minister, Ali Omar, left.", "The foreign minister there said it was late."),
    ).toEqual(["The foreign minister: it was late"]);
    expect(said("The British baroness left. It said it was late.")).toEqual(["?: it was late"]);
  });

  test.each([
    [
      'The party chairwoman, Mrs Ann Lund MP, accused Egypt of "theft". It was late, she said.',
      ['Ann Lund: Egypt of "theft"', "Ann Lund: It was late"],
    ],
    ["PM Ali Omar said it was late.", ["Ali Omar: it was late"]],
    [
      '"It is late," Mr. Hale said. And who will pay? "Whoever broke it."',
      ['Hale: "It is late,"', 'Hale: "Whoever broke it."'],
    ],
    ['"I want him back." That was Ann Lund, whose brother is in prison.', ['Ann Lund: "I want him back."']],
    ['"A road, yes. A gate, no," was how Mr. Hale put it.', ['Hale: "A road, yes. A gate, no,"']],
    [
      'The union\'s letter, headed "To a friend", was left in Cairo. It said the mill would shut.',
      ["The union's letter: the mill would shut"],
    ],
    [
      "Mr. Hale, who had come by train and who, aides said, had slept badly, insisted that it was late.",
      ["aides: had slept badly", "Hale: it was late"],
    ],
    ["Downing Street sources said it was late.", ["Downing Street sources: it was late"]],
    ["Two mills would shut, according to a note seen by the Post.", ["a note: Two mills would shut"]],
    ["Two mills would shut, according to figures seen by the Post.", ["figures: Two mills would shut"]],
    [
      "Since then two mills have shut, according to the union.",
      ["the union: Since then two mills have shut"],
    ],
    ["Two mills have shut, as per a count of the union.", ["a count of the union: Two mills have shut"]],
    ["Minister Ali Omar took to the radio to deny that it was late.", ["Ali Omar: it was late"]],
    [
      "The king sent for the envoy, Mr. Ali Omar, according to whom the road is shut.",
      ["Ali Omar: the road is shut"],
    ],
    ["Egypt put the damage at 40 million dollars.", ["Egypt: the damage at 40 million dollars"]],
    [
      'According to the diary, Mr. Hale told a clerk: "Sell it."',
      ['the diary: Mr. Hale told a clerk: "Sell it."', 'Hale: "Sell it."'],
    ],
    ['The vote was, in the words of one envoy, "a long yawn".', ['one envoy: The vote was "a long yawn"']],
    ["Egypt, Sudan and Chad have all said the dam is safe.", ["Egypt, Sudan and Chad: the dam is safe"]],
    ['Not yet, says Ali Omar, the mill\'s owner: "We wait."', ['Ali Omar: Not yet "We wait."']],
    ['Asked if he was ill, Mayor Ali Omar shook his head. "Never," he said.', ['Ali Omar: "Never,"']],
    ['Among them was Eva Stein, a baker. "I came by bus," she said.', ['Eva Stein: "I came by bus,"']],
    ["State radio put the number of dead at 14.", ["State radio: the number of dead at 14"]],
    ["The ferry is late again. — Ann Lund (@annlund) May 3, 2002", ["Ann Lund: The ferry is late again"]],
  ])("who is meant: %s", (text, statements) => expect(said(text)).toEqual(statements));

  test("a quotation left open at the end of a paragraph is whose it is in the next", () => {
    expect(said('"We have counted the boats.', '"They are not enough," Mr. Hale said.')).toEqual([
      'Hale: "We have counted the boats.',
      'Hale: "They are not enough,"',
    ]);
  });
  test("he is nobody of a question that the report asks", () => {
    expect(said('"It is late," Mr. Hale said. And if the king stays? He said the mill would shut.')[1]).toBe(
      "Hale: the mill would shut",
    );
  });
});
