/** A sequence of numbers in [0, 1), the same for the same seed (mulberry32, Tommy Ettinger 2017). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const firstNames = 'Ann Tom Ines Omar Lena Paul Rosa Karl Mina Hugh Vera Sami Joan Emil Nora Igor'.split(' ');
const onsets = 'Bar Cal Dor Fen Gar Hal Jor Kel Lan Mor Nor Pel Quin Ros Sten Tar Ul Ver Wex Yar'.split(' ');
const middles = 'a e i o an en is or ul ad em ig'.split(' ');
const endings = 'ley mond sen bury ton wick rath ard ino eva ström ski low den quist by'.split(' ');
const things =
  'harbour bridge ferry budget school reservoir contract pension tunnel orchard clinic tramway quarry lighthouse archive'.split(
    ' ',
  );
const qualities =
  'new costly narrow public late northern empty promised half-built popular quiet disputed'.split(' ');
const bodies = 'Council Institute Union Authority Association Ministry Museum Times Courier College'.split(
  ' ',
);
const roles = 'mayor spokeswoman engineer lawyer teacher director councillor surveyor historian'.split(' ');
const groups =
  'Two officials|Residents|A person familiar with the talks|Several dockers|One adviser|Neighbours'.split(
    '|',
  );
const speech = 'said added warned insisted recalled predicted argued explained'.split(' ');
const acts = 'close reopen repair sell survey delay inspect extend'.split(' ');
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/**
 * An invented news article. People, bodies and claims grow in number with its length as they do in real ones, some
 * surnames are shared, and no paragraph stands twice, so that neither a cache nor the joining of names has it easy.
 *
 * @param words about how many it has; a paragraph more at most
 * @returns paragraphs with a blank line between them
 */
export function writeArticle(words: number, seed: number): string {
  const random = randomNumbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const surname = (): string => pick(onsets) + pick(middles) + pick(endings);
  const people: { readonly first: string; readonly last: string }[] = [];
  const newcomer = () => {
    const last = people.length > 0 && random() < 0.1 ? pick(people).last : surname();
    const person = { first: pick(firstNames), last };
    people.push(person);
    return person;
  };
  const body = (): string => `${surname()} ${pick(bodies)}`;
  const thing = (): string => `the ${pick(qualities)} ${pick(things)}`;
  const number = (): string => String(2 + Math.floor(random() * 9000));
  const clause = (): string =>
    pick([
      () => `${thing()} would ${pick(acts)} by ${pick(days)}`,
      () => `nobody had asked to ${pick(acts)} ${thing()}`,
      () => `${number()} people use ${thing()} and ${thing()} every week`,
      () => `the ${body()} could not ${pick(acts)} ${thing()} without ${thing()}`,
      () => `they had paid ${number()} crowns to ${pick(acts)} it`,
    ])();
  const sentence = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1);
  const named = (): string => {
    if (people.length > 3 && random() < 0.6) return pick(people.slice(-8)).last;
    const { first, last } = newcomer();
    return `${first} ${last}`;
  };
  const said = (): string => pick(speech);
  const forms = [
    () => `${named()} ${said()} that ${clause()}.`,
    () => `“${sentence(clause())},” ${named()} ${said()} on ${pick(days)}. “${sentence(clause())}.”`,
    () =>
      `${named()}, a ${pick(roles)} at the ${body()}, told the ${body()} that ${clause()}, ${named()} ${said()}.`,
    () => `According to the ${body()}, ${clause()}.`,
    () => `${pick(groups)} ${said()} that ${clause()}, asking not to be named because ${clause()}.`,
    () => `${sentence(thing())} stood beside ${thing()} for ${number()} days, and ${clause()}.`,
    () => `The ${pick(roles)} met ${named()} in ${surname()} on ${pick(days)}.`,
    () => `He ${said()} the “${pick(qualities)}” ${pick(things)} was one that ${clause()}.`,
    () => `But the ${body()} denied that ${clause()}, citing ${pick(groups).toLowerCase()}.`,
    () => `Reportedly ${clause()}.`,
  ];
  const paragraphs: string[] = [];
  for (let count = 0; count < words;) {
    const sentences = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(forms)());
    const paragraph = sentences.join(' ');
    count += paragraph.split(' ').length;
    paragraphs.push(paragraph);
  }
  return paragraphs.join('\n\n');
}
