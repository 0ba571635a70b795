import { remembered } from '../remembered';

/** Closed classes and small word lists of general English; nothing here comes from a corpus. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

export const definite = set('the');
export const demonstrative = set('this that these those such');
export const indefinite = set(
  'a an another some several many few any no each every more most other both all half enough various numerous',
);
export const possessivePronouns = set('his her its their my our your whose');
/** Determiners before a number, prepositions elsewhere. */
export const approximate = set('about around over nearly almost only under');
/** Capitalised at the start of a sentence, and no name all the same. */
export const neverName = set(`
  we us you your yours ours ourselves there here then thus hence today yesterday tomorrow yes no not
  image images photo photos photograph picture caption credit please thanks hello ok okay maybe
  perhaps indeed instead meanwhile however moreover finally
`);
/** Adjectives that stand before titles and roles, with a capital at the start of a sentence. */
export const descriptive = set(`
  former ex acting incoming outgoing senior longtime interim retired fellow veteran current anonymous
  unnamed unidentified late
`);

export const personalPronouns: ReadonlyMap<string, 'he' | 'she' | 'it' | 'they' | 'i'> = new Map(
  Object.entries({
    he: 'he', him: 'he', his: 'he', himself: 'he',
    she: 'she', her: 'she', hers: 'she', herself: 'she',
    it: 'it', its: 'it', itself: 'it',
    they: 'they', them: 'they', their: 'they', theirs: 'they', themselves: 'they',
    i: 'i', me: 'i', my: 'i', mine: 'i', myself: 'i',
  } as const),
); // prettier-ignore

export const prepositions = set(`
  of in to for with on at by from about against between into through during before after above below
  under over
  near since without within along following across behind beyond plus except up out around down off
  despite toward towards upon among amid as like than via per inside outside throughout
`);
export const conjunctions = set(`
  either neither and or but nor yet so because although though while whereas if unless until when
  where that which who whom whose what how why whether once
`);
/** Lower-case words that may stand inside a name: "Ursula von der Leyen", "Mohammed bin Salman". */
export const nameParticles = set(
  'de da di do du del della dos das der den van von zu bin ibn al el la le les ul ben y',
);

/** Forms of address and rank before a name. */
export const honorifics = set(`
  mr mrs ms miss mx dr prof sir dame lord lady madam sen rep gov gen lt col capt maj sgt cpl pvt cmdr
  adm pres atty rev fr hon supt det insp const msgr st pm
`);
const calledHe = set('mr sir lord');
const calledShe = set('mrs ms miss dame lady madam');
export const nameSuffixes = set('jr sr ii iii iv phd md esq mp mep mbe obe cbe kc qc');

/** Titles that stand before a name, also written with a capital. */
export const titles = set(`
  president vice-president vice minister premier chancellor secretary undersecretary ambassador
  senator representative congressman congresswoman
  governor mayor councillor councilor councilman councilwoman councilmember alderman assemblyman
  assemblywoman delegate speaker whip leader chairman chairwoman chairperson chair
  director commissioner inspector superintendent sheriff chief deputy officer marshal general major
  captain colonel lieutenant sergeant admiral commander corporal private brigadier
  judge justice attorney prosecutor professor doctor nurse dean provost rector reverend pastor bishop
  archbishop cardinal pope rabbi imam father brother sister
  king queen prince princess duke duchess emperor empress sultan emir sheikh ayatollah coach manager
  adviser advisor counselor envoy spokesman spokeswoman spokesperson
  candidate nominee lawmaker legislator analyst economist reporter correspondent editor host anchor
  detective agent investigator treasurer ceo cfo coo cto administrator controller comptroller clerk
  solicitor barrister co-founder founder
  head prime executive
`);

/** Nouns that name a person by office, work, relation or part in events. */
const people = set(`
  official source insider informant whistleblower leaker aide staffer operative strategist consultant
  ally supporter opponent rival critic skeptic sceptic
  person people man woman men women child children kid boy girl baby teenager teen adult youth
  pensioner resident citizen national local neighbor neighbour native immigrant migrant refugee seeker
  expatriate
  expert specialist scholar academic scientist researcher lecturer teacher student pupil graduate
  alumnus alumni faculty principal engineer developer programmer designer architect inventor physicist
  chemist biologist historian sociologist psychologist mathematician astronomer philosopher
  physician surgeon medic paramedic patient pharmacist therapist psychiatrist dentist veterinarian
  epidemiologist
  lawyer juror magistrate plaintiff defendant suspect accused convict inmate prisoner detainee victim
  survivor witness bystander onlooker eyewitness complainant claimant litigant accuser
  policeman policewoman cop trooper guard soldier sailor marine pilot airman veteran troop troops
  fighter militant rebel insurgent gunman terrorist extremist jihadist hostage
  politician diplomat negotiator mediator contender incumbent voter elector activist campaigner
  demonstrator protester protestor advocate lobbyist donor backer organizer organiser volunteer member
  colleague counterpart
  democrat republican conservative liberal socialist communist progressive moderate centrist
  independent nationalist separatist royalist
  priest cleric monk nun worshipper pilgrim believer atheist agnostic muslim christian jew catholic
  protestant hindu sikh buddhist sunni shiite
  businessman businesswoman businessperson entrepreneur boss employee worker employer owner co-owner
  investor shareholder stakeholder trader banker broker accountant auditor regulator buyer seller
  customer client consumer user subscriber contractor supplier tenant landlord
  farmer fisherman fishermen miner driver cyclist pedestrian passenger traveler traveller tourist
  visitor guest attendee participant commuter crew crewman carpenter electrician builder mechanic
  technician cook chef waiter waitress barber baker butcher tailor gardener firefighter fireman
  rescuer lifeguard
  journalist columnist author writer novelist poet playwright biographer blogger broadcaster presenter
  commentator pundit observer photographer photojournalist cameraman publisher publicist moderator
  interviewer reader viewer listener
  artist painter sculptor musician singer songwriter composer conductor pianist guitarist drummer
  rapper dj actor actress filmmaker producer screenwriter comedian dancer choreographer model
  celebrity star fan admirer curator collector dealer performer entertainer
  player athlete footballer striker midfielder defender goalkeeper quarterback pitcher batsman bowler
  trainer referee umpire champion runner swimmer skier boxer wrestler racer gamer teammate winner
  loser runner-up finalist competitor medalist olympian
  mother mom dad mum parent parents son daughter sibling husband wife spouse partner widow widower
  fiance fiancee girlfriend boyfriend cousin uncle aunt nephew niece grandfather grandmother grandson
  granddaughter grandparent stepfather stepmother ex-wife ex-husband friend others roommate
  acquaintance relative heir ancestor descendant twin
  somebody someone anyone everybody everyone nobody individual human figure personality hero heroine
  icon pioneer elder newcomer stranger salesman saleswoman cashier librarian assistant intern
  apprentice trainee supervisor trustee regent chaplain warden coroner examiner hacker spy mole
  attacker assailant killer murderer robber thief burglar smuggler trafficker rider holder occupant
  inhabitant settler peasant slave lord lady gentleman
  announcer narrator interpreter translator recruiter planner policymaker forecaster handler mentor
  minder millennial taxpayer creditor debtor respondent interviewee caller
  writer speechwriter screenwriter songwriter
`);
/** What the members of a party call themselves: the party's own name. */
export const partisans = set('democrat republican tory whig libertarian laborite bolshevik menshevik');
/** Nouns of these endings name people, but for a few. */
const peopleEnding = /(?:man|men|person|people|ist|ician|grapher|crat|goer|holder|keeper|worker|monger)$/u;
const notPeople = set(`
  german roman ottoman norman talisman caiman specimen regimen omen abdomen acumen semen bitumen amen
  list checklist playlist shortlist mist wrist twist fist gist heist assist exist consist insist
  resist persist enlist placeholder
`);

/** Whole bodies of people that carry an office: named by no name, and not by number. */
export const collectives = set(`
  police authority authorities prosecutor prosecutors investigator investigators detective detectives
  military army navy coastguard firefighters
`);
/** Nouns that count or portion others: "a group of doctors", "dozens of fans". */
export const quantities = set(`
  group number majority minority handful couple pair dozen dozens hundred hundreds thousand thousands
  million millions score scores plenty lot lots range array chorus variety crowd mass masses percent
  third half quarter tenth some many most several few two three four five six seven eight nine ten one
  both none all each any others rest part team teams gang mob wave coalition
`);

/** Nouns that name an organization. */
const organizations = set(`
  company firm corporation business conglomerate manufacturer maker retailer supplier operator airline
  carrier bank lender insurer brokerage startup start-up enterprise subsidiary chain supermarket
  publisher studio label utility
  agency bureau department ministry office commission committee subcommittee council board panel
  authority service regulator watchdog tribunal court registry inspectorate secretariat directorate
  embassy consulate mission legislature parliament senate congress assembly chamber house cabinet
  municipality
  party campaign coalition alliance opposition camp faction caucus movement lobby union federation
  confederation league bloc
  police army navy military militia force forces corps regiment brigade battalion squad unit troops
  junta coastguard
  group organization organisation association society foundation charity nonprofit non-profit ngo
  institute institution tank trust fund club fraternity sorority guild order network
  university college school academy seminary faculty kindergarten nursery hospital clinic church
  mosque synagogue temple diocese parish congregation denomination museum gallery library theater
  theatre orchestra choir band team side franchise crew
  jury administration regime management government
`);
export const publications = set(`
  newspaper paper daily weekly tabloid broadsheet magazine journal broadcaster newswire outlet website
  site blog network station channel newsroom gazette periodical newsletter wire media press
`);
const governments = set('government administration regime cabinet junta kremlin');
const groups = set(`
  family couple crowd public community population electorate audience crew duo trio pair team majority
  minority
`);

/** Last words of names of organizations. */
const organizationNames = set(`
  agency association authority bank board brigade bureau cabinet center centre chamber church club
  coalition college commission committee company conference confederation congress consortium
  cooperative corp corps corporation council court department directorate embassy exchange federation
  firm force forces forum foundation front fund group guard hospital house inc institute institution
  international jury league llc llp ltd ministry mission mosque movement museum navy army military
  militia network observatory office organization organisation orchestra parliament partners
  partnership party patrol plc police program programme research school schools secretariat security
  senate service services society studios system systems team temple treasury tribunal trust union
  universities university watch watchdog associates industries holdings technologies laboratories lab
  labs media motors airlines airways bancorp capital ventures co ag sa gmbh nv spa administration
  lines shipping logistics petroleum electric telecom
  brotherhood reserve assembly legislature initiative project alliance caucus command legion registry
  bar
`);
const publicationNames = set(`
  times post herald news journal tribune gazette chronicle guardian observer telegraph mirror mail
  globe examiner courier dispatch inquirer reporter review magazine weekly daily radio tv television
  broadcasting wire press today standard bulletin echo argus sentinel
`);
/** News organizations whose names do not say what they are. */
const knownPublications = set(`
  ap afp upi bbc cnn npr pbs abc cbs nbc msnbc cnbc itv rte tass reuters bloomberg xinhua politico
  axios economist spiegel figaro monde haaretz pravda izvestia asahi yomiuri jazeera
`);
/** Acronyms of places, not of organizations. */
export const placeAcronyms = set(`
  us usa uk uae eu ussr drc dprk prc la nyc dc u.s u.k u.s.a d.c e.u
`);
/** Buildings and quarters that stand for the government in them. */
export const seatsOfGovernment: ReadonlySet<string> = new Set([
  'white house', 'kremlin', 'downing street', 'no 10', 'whitehall', 'capitol hill', 'pentagon', 'elysee', 'élysée', 'elysee palace',
  'élysée palace', 'foggy bottom', 'blue house', 'quirinal', 'vatican', 'holy see', 'casa rosada', 'élysée', 'number 10', 'buckingham palace', 'state house', 'government house',
]); // prettier-ignore
export const capitals: ReadonlySet<string> = new Set([
  'washington', 'beijing', 'moscow', 'london', 'paris', 'berlin', 'rome', 'madrid', 'brussels', 'tokyo', 'seoul', 'pyongyang', 'delhi', 'new delhi',
  'islamabad', 'kabul', 'tehran', 'baghdad', 'damascus', 'riyadh', 'ankara', 'jerusalem', 'cairo', 'kyiv', 'kiev', 'warsaw', 'prague', 'vienna', 'budapest',
  'athens', 'lisbon', 'dublin', 'oslo', 'stockholm', 'copenhagen', 'helsinki', 'canberra', 'wellington', 'ottawa', 'mexico city', 'brasilia', 'brasília',
  'buenos aires', 'santiago', 'bogota', 'bogotá', 'lima', 'caracas', 'havana', 'taipei', 'hanoi', 'bangkok', 'jakarta', 'manila', 'kuala lumpur', 'singapore',
  'nairobi', 'addis ababa', 'abuja', 'pretoria', 'khartoum', 'tripoli', 'tunis', 'algiers', 'rabat', 'doha', 'abu dhabi', 'amman', 'beirut', 'belgrade',
  'bucharest', 'sofia', 'minsk', 'vilnius', 'riga', 'tallinn', 'bern', 'the hague', 'ljubljana', 'zagreb', 'sarajevo',
]); // prettier-ignore

const documents = set(`
  report study survey poll document paper statement memo memorandum letter filing lawsuit complaint
  indictment affidavit email e-mail transcript analysis analyses audit review research data statistics
  figures estimate estimates finding findings bill law ruling order release ad advert advertisement
  book film documentary video recording article story editorial column post tweet message sign notice
  website webpage page census index record records presentation slide poster leaflet pamphlet
  manifesto petition dossier cable note brief briefing suit motion warrant rule rules standards
  guidelines constitution treaty agreement deal plan proposal evidence
`);

/** Words after which a singular noun is no person: calendar words that carry capitals. */
export const calendar = set(`
  january february march april may june july august september october november december jan feb mar
  apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  christmas easter ramadan thanksgiving halloween
`);

const irregularPlurals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    men: 'man', women: 'woman', people: 'person', children: 'child', parties: 'party', wives: 'wife', alumni: 'alumnus', media: 'media', police: 'police', analyses: 'analysis', data: 'data', news: 'news', lives: 'life',
  }),
); // prettier-ignore

/** The singular of a lower-case noun; the noun itself where it is none. */
export const singular = remembered((noun: string): string => {
  const irregular = irregularPlurals.get(noun);
  if (irregular) return irregular;
  if (/(?:men|women)$/u.test(noun)) return noun.replace(/en$/u, 'an');
  if (noun.endsWith('people') && noun.length > 6) return noun.replace(/people$/u, 'person');
  if (/[^aeiou]ies$/u.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/u.test(noun)) return noun.slice(0, -2);
  if (/[^su]s$/u.test(noun)) return noun.slice(0, -1);
  return noun;
});

/** The part of a hyphenated word that carries its sense: "vice-president" is a president. */
const core = (noun: string): string => noun.slice(noun.lastIndexOf('-') + 1);

export const isPerson = remembered((noun: string): boolean => {
  const one = singular(noun);
  if (people.has(one) || people.has(noun) || titles.has(one)) return true;
  if (notPeople.has(one) || documents.has(one) || organizations.has(one)) return false;
  return people.has(core(one)) || titles.has(core(one)) || (one.length > 4 && peopleEnding.test(one));
});
export const isOrganization = (noun: string): boolean =>
  organizations.has(noun) || organizations.has(singular(noun));
export const isPublication = (noun: string): boolean =>
  publications.has(noun) || publications.has(singular(noun));
export const isGovernment = (noun: string): boolean => governments.has(singular(noun));
export const isDocument = (noun: string): boolean => documents.has(noun) || documents.has(singular(noun));
export const isGroup = (noun: string): boolean => groups.has(singular(noun));
export const isTitle = (noun: string): boolean =>
  titles.has(singular(noun)) || titles.has(core(singular(noun)));
export const isOrganizationName = (word: string): boolean => organizationNames.has(word);
export const isPublicationName = (word: string): boolean => publicationNames.has(word);
export const isKnownPublication = (name: string): boolean => knownPublications.has(name);

/** The pronoun a word itself calls for, by its meaning; null for the words that leave it open. */
export function pronounCalledFor(word: string): 'he' | 'she' | null {
  if (
    calledShe.has(word) ||
    /(?:woman|women|mother|daughter|sister|wife|widow|girl|girlfriend|queen|princess|duchess|actress|waitress|lady|aunt|niece|nun|fiancee|heroine|mom|mum)$/u.test(
      word,
    )
  )
    return 'she';
  if (
    calledHe.has(word) ||
    /(?:(?<!wo)man|(?<!wo)men|father|(?:^|[^a-z]|grand|step)son|brother|husband|widower|boy|boyfriend|king|prince|duke|uncle|nephew|gentleman|monk|dad)$/u.test(
      word,
    )
  )
    return 'he';
  return null;
}
