// Everybody of an event in one list: people who joined, with what the roster knows of them, and
// people who are still expected. Pure.

const byName = (a, b) => a.name.localeCompare(b.name);

const known = (line = {}) => ({ can: line.capabilities ?? [], role: line.role, group: line.group, languages: line.languages ?? [],
  wished: line.topics ?? [], together: line.together ?? [], apart: line.apart ?? [], interprets: line.interprets, line: line.id });

export function everybody({ people, roster }) {
  const lines = Object.entries(roster).map(([id, line]) => ({ id, ...line }));
  const claimed = Object.fromEntries(lines.filter((line) => line.person).map((line) => [line.person, line]));
  const joined = Object.entries(people).map(([id, one]) => ({ ...known(claimed[id]), id, ...one, state: one.present ? "here" : "away" }));
  const expected = lines.filter((line) => !line.person || !people[line.person])
    .map((line) => ({ ...known(line), id: line.id, name: line.name, organisation: line.organisation ?? "", mode: line.mode, topics: [], state: "expected" }));
  return [...joined, ...expected].sort(byName);
}

// Languages of a person: the one they said first, then what the roster adds.
export const speaks = (one) => [...new Set([one.language, ...one.languages].filter(Boolean).map((tag) => tag.split("-")[0]))];

// Whom the crew wished somebody with or apart from: [{id, name, bond}].
export function bonds(ties, people, id) {
  return Object.entries(ties[id] ?? {}).filter(([other]) => people[other]).map(([other, bond]) => ({ id: other, name: people[other].name, bond })).sort(byName);
}

// Person → what they can do, for pages that know only who sits where.
export const capabilities = (roster) =>
  Object.fromEntries(Object.values(roster).filter((line) => line.person && line.capabilities.length).map((line) => [line.person, line.capabilities]));

const plain = (words) => words.trim().toLowerCase().split(/\s+/).join(" ");

// The name behind what an interpreter's line says: a person's id, or a name.
export const interpreted = (one, people) => one.interprets && (people[one.interprets]?.name ?? one.interprets);

export const fits = (one, search) => !search || plain(`${one.name} ${one.organisation}`).includes(plain(search));
