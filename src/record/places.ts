/** A state as reports speak of it. */
export type State = { readonly id: string; readonly name: string };

/**
 * States, with all by which a report may mean one: `name, other names; adjectives and people; capital and seats of government`.
 * Names of states that were are here too, since reports are old.
 */
const STATES = `
North Korea, DPRK, D.P.R.K., N. Korea, N.Korea, the North; North Korean, North Koreans, N. Korean; Pyongyang
South Korea, ROK, R.O.K., S. Korea, S.Korea, the South, south Korea; South Korean, South Koreans, S. Korean; Seoul
United States, US, U.S., USA, U.S.A., America, United States of America; American, Americans; Washington, White House
Russia, Russian Federation; Russian, Russians; Moscow, Kremlin
Soviet Union, USSR, U.S.S.R.; Soviet, Soviets;
China, PRC, People's Republic of China; Chinese; Beijing, Peking
Japan; Japanese; Tokyo
United Kingdom, UK, U.K., Britain, Great Britain; British, Britons; London, Downing Street, Whitehall
France; French; Paris
Germany, West Germany, East Germany; German, Germans; Berlin, Bonn
Italy; Italian, Italians; Rome
Spain; Spanish, Spaniards; Madrid
Portugal; Portuguese; Lisbon
Netherlands, Holland; Dutch; The Hague, Amsterdam
Belgium; Belgian, Belgians; 
Luxembourg; Luxembourger;
Switzerland; Swiss; Bern
Austria; Austrian, Austrians; Vienna
Poland; Polish, Poles; Warsaw
Czech Republic, Czechoslovakia, Czechia; Czech, Czechs; Prague
Slovakia; Slovak, Slovaks; Bratislava
Hungary; Hungarian, Hungarians; Budapest
Romania; Romanian, Romanians; Bucharest
Bulgaria; Bulgarian, Bulgarians; Sofia
Greece; Greek, Greeks; Athens
Turkey, Türkiye; Turkish, Turks; Ankara
Cyprus; Cypriot, Cypriots, Greek Cypriot, Turkish Cypriot, Greek Cypriots, Turkish Cypriots; Nicosia
Malta; Maltese; Valletta
Albania; Albanian, Albanians; Tirana
Yugoslavia; Yugoslav, Yugoslavs;
Serbia; Serbian, Serb, Serbs; Belgrade
Kosovo; Kosovar, Kosovars; Pristina
Macedonia, North Macedonia; Macedonian, Macedonians; Skopje
Croatia; Croatian, Croat, Croats; Zagreb
Slovenia; Slovenian, Slovene; Ljubljana
Bosnia, Bosnia and Herzegovina; Bosnian, Bosnians; Sarajevo
Montenegro; Montenegrin; Podgorica
Ukraine; Ukrainian, Ukrainians; Kiev, Kyiv
Belarus; Belarusian; Minsk
Moldova; Moldovan; Chisinau
Estonia; Estonian; Tallinn
Latvia; Latvian; Riga
Lithuania; Lithuanian; Vilnius
Finland; Finnish, Finns; Helsinki
Sweden; Swedish, Swedes; Stockholm
Norway; Norwegian, Norwegians; Oslo
Denmark; Danish, Danes; Copenhagen
Iceland; Icelandic; Reykjavik
Ireland; Irish; Dublin
Georgia; Georgian, Georgians; Tbilisi
Armenia; Armenian, Armenians; Yerevan
Azerbaijan; Azerbaijani, Azerbaijanis, Azeri; Baku
Kazakhstan; Kazakh; Astana
Uzbekistan; Uzbek; Tashkent
Kyrgyzstan; Kyrgyz; Bishkek
Tajikistan; Tajik; Dushanbe
Turkmenistan; Turkmen; Ashgabat
Afghanistan; Afghan, Afghans; Kabul
Pakistan; Pakistani, Pakistanis; Islamabad
India; Indian, Indians; New Delhi, Delhi
Bangladesh; Bangladeshi; Dhaka
Sri Lanka; Sri Lankan; Colombo
Nepal; Nepali, Nepalese; Kathmandu
Bhutan; Bhutanese; Thimphu
Burma, Myanmar; Burmese; Rangoon, Naypyidaw
Thailand; Thai, Thais; Bangkok
Laos; Lao, Laotian; Vientiane
Cambodia; Cambodian, Cambodians; Phnom Penh
Vietnam, North Vietnam, South Vietnam; Vietnamese, North Vietnamese, South Vietnamese; Hanoi, Saigon
Malaysia; Malaysian; Kuala Lumpur
Singapore; Singaporean;
Indonesia; Indonesian; Jakarta
Philippines; Philippine, Filipino, Filipinos; Manila
Brunei; Bruneian;
East Timor, Timor-Leste; Timorese; Dili
Taiwan; Taiwanese; Taipei
Mongolia; Mongolian; Ulan Bator
Australia; Australian, Australians; Canberra
New Zealand; New Zealander; Wellington
Papua New Guinea; Papuan; Port Moresby
Fiji; Fijian; Suva
Iran, Islamic Republic; Iranian, Iranians; Tehran, Teheran
Iraq; Iraqi, Iraqis; Baghdad
Israel; Israeli, Israelis; Jerusalem, Tel Aviv
Palestine, Palestinian Authority; Palestinian, Palestinians; Ramallah
Lebanon; Lebanese; Beirut
Syria; Syrian, Syrians; Damascus
Jordan; Jordanian, Jordanians; Amman
Egypt; Egyptian, Egyptians; Cairo
Saudi Arabia; Saudi, Saudis; Riyadh
Yemen; Yemeni, Yemenis; Sanaa
Oman; Omani; Muscat
United Arab Emirates, UAE, U.A.E.; Emirati; Abu Dhabi
Qatar; Qatari, Qataris; Doha
Bahrain; Bahraini; Manama
Kuwait; Kuwaiti, Kuwaitis; Kuwait City
Libya; Libyan, Libyans; Tripoli
Tunisia; Tunisian; Tunis
Algeria; Algerian, Algerians; Algiers
Morocco; Moroccan, Moroccans; Rabat
Sudan; Sudanese; Khartoum
South Sudan; South Sudanese; Juba
Ethiopia; Ethiopian, Ethiopians; Addis Ababa
Eritrea; Eritrean, Eritreans; Asmara
Djibouti; Djiboutian;
Somalia; Somali, Somalis; Mogadishu
Kenya; Kenyan, Kenyans; Nairobi
Uganda; Ugandan; Kampala
Tanzania; Tanzanian; Dar es Salaam
Rwanda; Rwandan; Kigali
Burundi; Burundian; Bujumbura
Congo, Democratic Republic of Congo, Zaire; Congolese; Kinshasa
Angola; Angolan; Luanda
Mozambique; Mozambican; Maputo
Zambia; Zambian; Lusaka
Zimbabwe, Rhodesia; Zimbabwean; Harare
Malawi; Malawian; Lilongwe
Botswana; Batswana; Gaborone
Namibia; Namibian; Windhoek
South Africa; South African, South Africans; Pretoria
Nigeria; Nigerian, Nigerians; Abuja
Ghana; Ghanaian; Accra
Ivory Coast; Ivorian; Abidjan
Liberia; Liberian; Monrovia
Sierra Leone; Sierra Leonean; Freetown
Guinea; Guinean; Conakry
Senegal; Senegalese; Dakar
Mali; Malian; Bamako
Niger; Nigerien; Niamey
Chad; Chadian; N'Djamena
Cameroon; Cameroonian; Yaounde
Gabon; Gabonese; Libreville
Canada; Canadian, Canadians; Ottawa
Mexico; Mexican, Mexicans; Mexico City
Cuba; Cuban, Cubans; Havana
Haiti; Haitian, Haitians; Port-au-Prince
Dominican Republic; Dominican; Santo Domingo
Jamaica; Jamaican; Kingston
Guatemala; Guatemalan; Guatemala City
Honduras; Honduran; Tegucigalpa
El Salvador; Salvadoran; San Salvador
Nicaragua; Nicaraguan; Managua
Costa Rica; Costa Rican; San Jose
Panama; Panamanian; Panama City
Colombia; Colombian; Bogota
Venezuela; Venezuelan; Caracas
Guyana; Guyanese; Georgetown
Ecuador; Ecuadorean, Ecuadorian; Quito
Peru; Peruvian; Lima
Bolivia; Bolivian; La Paz
Chile; Chilean, Chileans; Santiago
Argentina; Argentine, Argentines, Argentinian; Buenos Aires
Uruguay; Uruguayan; Montevideo
Paraguay; Paraguayan; Asuncion
Brazil; Brazilian, Brazilians; Brasilia
Vatican, Holy See; ; Vatican City
European Union, EU, E.U.; European; Brussels
`;

/** Bodies of states, with the names reports give them. */
const BODIES = `
United Nations, UN, U.N.
Security Council, UN Security Council, U.N. Security Council, United Nations Security Council, the Council
General Assembly, UN General Assembly, U.N. General Assembly
International Atomic Energy Agency, IAEA, I.A.E.A.
European Commission
NATO, Nato, North Atlantic Treaty Organization, North Atlantic Alliance
African Union
Arab League, League of Arab States
ASEAN, Association of Southeast Asian Nations
OPEC
Organization of American States, OAS
OSCE, Organization for Security and Cooperation in Europe
International Court of Justice
International Criminal Court
World Bank
International Monetary Fund, IMF
Gulf Cooperation Council
Commonwealth
Red Cross
Taliban
Hamas
Hezbollah, Hizbullah
PLO, Palestine Liberation Organization
`;

/** News agencies and broadcasters: what they report they report, whoever is quoted. */
const AGENCIES =
  "Reuters, AFP, Agence France-Presse, AP, Associated Press, The Associated Press, Xinhua, KCNA, Korean Central News Agency, Yonhap, Kyodo, Kyodo News, Tass, TASS, Itar-Tass, ITAR-Tass, Interfax, RIA Novosti, IRNA, Fars, ISNA, Mehr, SANA, MENA, WAM, DPA, dpa, ANSA, EFE, Anadolu, UPI, PTI, BBC, CNN, NBC, ABC, CBS, Fox News, NHK, RTS, NTV, Al Jazeera, Al-Jazeera, Al Arabiya, RFE/RL, VOA, Bloomberg, The New York Times, New York Times, The Washington Post, Washington Post, The Washington Times, The Guardian, The Times, Financial Times, Wall Street Journal, The Wall Street Journal, Le Monde, Der Spiegel, Rodong Sinmun, People's Daily, Global Times, Pravda, Izvestia, state television, state media, state radio, state TV";

const SPLIT = /\s*[,;]\s*/;
const states: State[] = [];
const stateNames = new Map<string, string>();
const adjectives = new Map<string, string>();
for (const line of STATES.trim().split("\n")) {
  const [names, people, seats] = line.split(";");
  const all = names
    .split(SPLIT)
    .map((each) => each.trim())
    .filter(Boolean);
  const [name] = all;
  states.push({ id: name, name });
  for (const each of all) stateNames.set(each, name);
  for (const each of (seats ?? "").split(SPLIT)) if (each.trim() !== "") stateNames.set(each.trim(), name);
  for (const each of (people ?? "").split(SPLIT)) if (each.trim() !== "") adjectives.set(each.trim(), name);
}
const bodies = new Map<string, string>();
for (const line of BODIES.trim().split("\n")) {
  const all = line.split(SPLIT);
  for (const each of all) bodies.set(each, all[0]);
}
const agencies = new Set(AGENCIES.split(SPLIT));

/** The state meant by its name or its capital (`Pyongyang` → `North Korea`); undefined when it is none. */
export function stateNamed(name: string): string | undefined {
  return stateNames.get(withoutArticle(name)) ?? stateNames.get(name);
}

/** The state whose adjective this is: `Russian` → `Russia`. */
export function stateOfAdjective(word: string): string | undefined {
  return adjectives.get(word);
}

/** The body meant: `U.N. Security Council` → `Security Council`. */
export function bodyNamed(name: string): string | undefined {
  return bodies.get(withoutArticle(name)) ?? bodies.get(name);
}

/** Whether this is a news agency or a broadcaster. */
export function isAgency(name: string): boolean {
  return agencies.has(name) || agencies.has(withoutArticle(name));
}

function withoutArticle(name: string): string {
  return name.replace(/^the /i, "");
}

/** Names of several words that look like a person's and are none. */
const PLACES = new Set(
  "North Carolina, South Carolina, North Dakota, South Dakota, West Virginia, New Jersey, New Mexico, New Hampshire, New Orleans, Puerto Rico, Hong Kong, New York, Los Angeles, San Francisco, Tel Aviv, Camp David, West Bank, Gaza Strip, Golan Heights, Middle East, Far East, Near East, Capitol Hill, Wall Street, Cold War, Air Force, Al Qaeda, Al-Qaeda, Sinn Fein, Red Sea, Black Sea, South China, East Asia, North Africa, South Asia, Central Asia, Saudi Aramco, Blue House, Elysee Palace, Hong Kong's, Nobel Prize, New Year, Holy War, Sharm el-Sheikh, Prime Minister, St. Petersburg, Buenos Aires, Rio de Janeiro, Sao Paulo, Cape Town, Kuala Lumpur, Latin America, North America, South America, Western Europe, Eastern Europe, Old City, Grand Banks, Green Zone, Northern Ireland, Nagorno-Karabakh, Tiananmen Square, Great Hall, Air Koryo, Demilitarized Zone".split(
    ", ",
  ),
);

/** Whether this is a place or a thing of several words that is not a person's name. */
export function isPlaceName(name: string): boolean {
  return PLACES.has(name);
}

/** Words by which a name tells that it is an institution: `Foreign Ministry`, `Caucasus Institute`. */
export const INSTITUTION =
  /^(Banco|Banca|Banque|Caixa|Caisse|Groupe|Grupo|Société|Digest|Strip|Chronicle|Examiner|Ledger|Advertiser|Courier|Telegraph|Standard|Argus|Bulletin|Dispatch|Sentinel|Inquirer|Enquirer|Heights|Canal|Dam|Basin|Delta|Highlands|Branch|Research|Museum|Library|Theat(?:er|re)|Hospital|School|Academy|Stadium|Brotherhood|Network|Channel|Journal|Tribune|Herald|Gazette|Observer|Magazine|Review|Amendment|Trustees|Partners|Holdings|Industries|Technologies|Systems|Associates|Securities|Games|Cup|Award|Prize|Monument|Cathedral|Cemetery|Keys|Coast|Desert|Valley|County|City|University|Region|District|Ministry|Department|Agency|Council|Committee|Commission|Party|Army|Navy|Corps|Guard|Guards|Union|Organi[sz]ation|Institute|Institution|University|College|Center|Centre|Bank|Group|Times|Post|Bureau|Court|Parliament|Congress|Senate|House|Assembly|Embassy|Front|Movement|Brigade|Brigades|Administration|Authority|Government|Cabinet|Office|Foundation|Association|League|Alliance|Company|Corp|Inc|Ltd|News|Agency|Command|Forces|Force|Treaty|Agreement|Accord|Act|Convention|Charter|Pact|Mission|Fund|Board|Service|Services|Society|Church|Federation|Republic|Conference|Summit|Talks|War|Islands?|Sea|Ocean|Strait|River|Mountain|Gulf|Peninsula|Street|Square|Palace|Airport|Province|State|Building|Hotel|Twitter|Facebook|Telegram|Television|Radio|TV|Framework|Pentagon|Politburo|Opposition|Register|Foreign|Interior|Defen[cs]e)s?\.?$/;
