/**
 * Words for what somebody is. The lists are rules; each group stands with a phrase that made it necessary.
 */

/** Before a name, as a title: `Deputy Foreign Minister Alexander Losyukov`, `Gen. Tommy Franks`, `Lord Ashworth`. */
export const TITLES = new Set(
  "president premier chancellor minister secretary ambassador envoy chairman chairwoman chair chief director general commander spokesman spokeswoman spokesperson senator representative congressman congresswoman governor mayor judge justice prosecutor commissioner adviser advisor delegate negotiator speaker leader marshal admiral colonel major captain lieutenant brigadier sergeant gen. adm. col. maj. capt. lt. sgt. brig. gen adm col maj capt lt brig sen. rep. gov. dr. dr mr. mr mrs. mrs ms. ms miss sir lord lady dame baroness baron prince princess king queen emperor emir sheik sheikh sultan shah ayatollah imam mullah rabbi pope cardinal archbishop bishop father rev. prof prof. professor consul attaché deputy president-elect ex-president executive comrade mp pm counselor counsellor coordinator representative inspector crown mgr. msgr. daw begum datuk dato ustad monsignor monsieur madame senor senora herr frau rev. hon. amb. cmdr. fr. attorney solicitor sheriff councillor councilor councilman councilwoman attorney-general secretary-general governor-general vice-president vice-chairman undersecretary comandante subcomandante sub-commander director-general chargé".split(
    " ",
  ),
);

/** Within a title, never its end: `Deputy Foreign Minister`, `Under Secretary of State`, `National Security Adviser`. */
export const TITLE_PARTS = new Set(
  "deputy vice foreign prime defense defence interior finance oil energy information agriculture trade justice health education economy economic under assistant acting former ex first second permanent special senior chief national security state cabinet rear lieutenant staff joint supreme crown attorney general political unification water fisheries transport home opposition parliament parliamentary intelligence nuclear press managing high grand party secretary-general of for the and affairs atomic energy commerce treasury environment labor labour".split(
    " ",
  ),
);

/** Nouns for a person by his office: `the envoy`, `a senior official`, `the ministry's spokeswoman`. */
export const OFFICE_NOUNS = new Set(
  "president premier chancellor minister secretary ambassador envoy chairman chairwoman chairperson chief director general commander spokesman spokeswoman spokesperson senator representative congressman congresswoman lawmaker lawmakers legislator governor mayor judge justice prosecutor commissioner adviser advisor delegate negotiator mediator speaker leader marshal admiral colonel major captain officer official officials diplomat diplomats aide aides source sources analyst analysts expert experts counterpart attaché deputy head king queen prince emir sheikh sultan pope cardinal bishop professor scholar historian researcher economist lawyer president-elect executive founder member witness resident scientist inspector inspectors monitor soldier fighter rebel commander-in-chief dissident activist activists correspondent reporter reporters editor author owner banker trader engineer worker farmer teacher doctor counselor coordinator chief-of-staff strongman ruler monarch successor predecessor rival colleague ally brother sister son daughter wife husband cousin politician premier-designate negotiators spokesmen spokespeople ministers ambassadors envoys leaders presidents generals commanders authorities investigators delegates residents witnesses scientists critics supporters person man woman people observers insider insiders opponent opponents veteran governor-general consul chairmen delegation councillor councillors councilor councilman sheriff attorney solicitor academic academics strategist campaigner campaigners organizer organiser trustee headmaster captain pilot skipper fisherman fishermen trader broker shopkeeper student nurse priest monk elder elders chieftain guerrilla guerrillas militant militants defector exile refugee villager villagers trade-unionist unionist unionists undersecretary secretary-general vice-president attorney-general operator driver manager widow widower miner docker dockworker sailor clerk campaigner grower herder guard guide translator interpreter surgeon physician nurse architect poet novelist neighbor neighbour pensioner volunteer columnist mother father grandfather grandmother uncle aunt nephew niece grandson granddaughter hunter electrician carpenter mechanic porter waiter cook baker chef tailor butcher singer actor actress confidant confidante protégé protege heir pastor preacher lecturer observer critic supporter investigator archbishop secretary-general director-general inspector-general solicitor-general comandante subcomandante chargé d'affaires d’affaires abbot abbess archdeacon rabbi imam mufti patriarch cleric archivist auditor ombudsman registrar treasurer receptionist vice-chairman vice-chair superintendent premier-elect chieftain headwoman caretaker conductor brakeman trainee apprentice barrister magistrate arbitrator go-between intermediary facilitator rapporteur spokesman-designate legionnaire warlord constable detective coroner mp mep pm".split(
    " ",
  ),
);

/** Abbreviations and forms of address that are no office. */
export const COURTESY = new Set(
  "mr. mr mrs. mrs ms. ms miss dr. dr sir madam daw begum datuk dato ustad monsieur madame senor senora herr frau".split(
    " ",
  ),
);

/** Letters after a name: `Ann Lund MP`, `Sir Ali Omar KC`. */
export const LETTERS = /^(MP|MEP|MSP|MLA|TD|QC|KC|CBE|OBE|MBE|KBE|PhD|MD|Esq)\.?$/;

/** Words that tell whether one is `he` or `she`. */
export const MALE =
  /^(mr|mr\.|sir|lord|king|prince|emperor|sultan|sheikh|sheik|emir|pope|father|spokesman|chairman|congressman|brother|son|father|husband|imam|mullah|ayatollah|rabbi|baron)$/;
export const FEMALE =
  /^(mrs|mrs\.|ms|ms\.|miss|lady|dame|queen|princess|baroness|spokeswoman|chairwoman|congresswoman|sister|daughter|mother|wife|madam)$/;

/** Family names that stand first, as in `Kim Jong-il`, `Jiang Zemin`, `Nguyen Van Linh`. */
export const FAMILY_NAME_FIRST = new Set(
  "Kim Lee Yi Park Pak Choi Choe Chung Jung Jeong Cho Jo Kang Yoon Yun Chang Jang Lim Im Han Oh Seo Suh Shin Sin Kwon Hwang Ahn An Song Ryu Yoo Yu Hong Jeon Chun Ko Moon Mun Paik Paek Baek Roh No Noh Ri Ro Rim Hyon Hyun Nam Ban Pang Sohn Son Chon Chu Joo Thae Ji Wi Won Jiang Hu Wen Xi Li Zhang Wang Liu Chen Yang Zhao Zhou Wu Xu Sun Zhu Ma Gao Lin Guo He Tang Deng Mao Qian Qin Dai Tsai Chiang Lien Hsieh Tran Nguyen Pham Phan Vo Vu Dang Do Ho Bui Le Zhan Cheng Cui Fu Geng Hua Huang Jia Luo Ning Peng Shen Shi Tian Wei Xie Xiong Yan Yao Yuan Zeng Zheng Zhong Liao Lu Meng Pan".split(
    " ",
  ),
);

/** Given names, by which a name of several words is known to be a person's; none that is a well-known place as well. */
export const GIVEN_NAMES = new Set(
  "John James Robert Michael William David Richard Joseph Thomas Charles Daniel Matthew Anthony Mark Donald Steven Stephen Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Henry Peter Adam Nathan Douglas Zachary Walter Kyle Harold Arthur Roger Keith Jeremy Lawrence Sean Albert Willie Ralph Eugene Philip Bruce Alan Simon Martin Colin Ian Neil Graham Nigel Hugh Geoffrey Oliver Harry Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn Janet Catherine Maria Heather Diane Ruth Julie Joyce Kelly Lauren Christina Joan Evelyn Judith Andrea Hannah Megan Cheryl Jacqueline Martha Gloria Teresa Ann Anne Sara Madison Frances Kathryn Janice Jean Abigail Alice Julia Judy Sophia Grace Denise Amber Doris Marilyn Danielle Beverly Isabella Theresa Diana Natalie Brittany Charlotte Marie Kayla Alexis Lori Tina Mitt Hillary Barack Joe Bill Bob Jim Mike Tom Dan Steve Dave Chris Matt Tony Greg Jeff Ken Ron Tim Ben Sam Nick Rick Ted Fred Mohammed Muhammad Mohamed Mohammad Ahmed Ahmad Ali Hassan Hussein Omar Ibrahim Yusuf Youssef Khalid Abdullah Abdul Mahmoud Mustafa Karim Said Salah Tariq Rashid Faisal Nasser Hamid Jamal Samir Fatima Aisha Leila Layla Zainab Maryam Mehmet Ahmet Mustafa Recep Ayse Vladimir Sergei Sergey Dmitri Dmitry Alexei Alexey Andrei Andrey Ivan Nikolai Mikhail Yuri Boris Oleg Igor Pavel Viktor Anatoly Yevgeny Konstantin Olga Natalia Tatiana Irina Svetlana Yelena Ekaterina Anastasia Petro Volodymyr Oleksandr Mykola Juan Jose José Carlos Luis Jorge Pedro Miguel Fernando Antonio Francisco Manuel Rafael Alberto Ricardo Eduardo Roberto Javier Alejandro Hernan Rodrigo Diego Pablo Enrique Ramon Gabriela Lucia Carmen Rosa Ana Isabel Mercedes Pierre Jean-Claude François Francois Jacques Michel Laurent Nicolas Philippe Alain Henri Louis Claude Sylvie Nathalie Hans Klaus Wolfgang Jürgen Heinz Helmut Gerhard Dieter Friedrich Karl Günter Angela Ursula Ingrid Giuseppe Giovanni Marco Luigi Francesco Paolo Silvio Romano Mario Lars Erik Nils Olof Sven Anders Johan Jens Björn Kjell Ingvar Astrid Raj Rajiv Sanjay Anil Sunil Vijay Ravi Arun Amit Narendra Manmohan Indira Priya Lakshmi Sonia Hiroshi Takashi Kenji Shinzo Junichiro Yoshio Akira Naoto Yukio Kofi Kwame Nelson Thabo Desmond Olusegun Julius Joao João Paulo Luiz Fernanda".split(
    " ",
  ),
);
