// A quote too long to be read from ten metres in one piece is told in portions, one after the other,
// each with a sign that it goes on. Pure.

const LINE = { letter: 0.6, tall: 1.06 }; // of the type's size, for bold words in lines that are never quite full
const STAYS = 16_000; // ms a portion stays
const READING = 60; // ms a letter takes

// How many letters of that size have place.
export const capacity = ({ wide, tall }, size) => Math.max(1, Math.floor((wide * tall) / (size * size * LINE.letter * LINE.tall)));

// Equal portions of at most so many letters; together they are the text, letter for letter.
export function portions(text, most) {
  const count = Math.ceil(text.length / most);
  if (count < 2) return [text];
  const made = [""];
  let told = 0;
  for (const piece of text.match(/\s*\S{1,30}|\s+/gu)) {
    told += piece.length;
    if (made.length < count && told > (text.length * made.length) / count) made.push("");
    made[made.length - 1] += piece;
  }
  return made.filter(Boolean);
}

function signed(text, part, parts) {
  const words = text.trim();
  return `${part ? "… " : "“"}${words}${part < parts - 1 ? " …" : "”"}`;
}

// What stands there at an instant: {quote, which, words, part, parts}. Two walls turn together by the server's clock,
// but what is told in portions begins with the first one, when it was `begun`.
export function onFloor(quotes, most, at, begun) {
  const row = quotes.flatMap((quote, which) =>
    portions(quote.text, most).map((text, part, all) => ({
      quote, which, part, parts: all.length, words: signed(text, part, all.length), stays: Math.max(STAYS, text.length * READING),
    })));
  const whole = row.reduce((sum, one) => sum + one.stays, 0);
  let passed = (row.length > quotes.length ? Math.max(0, at - begun) : at) % whole;
  return row.find((one) => (passed -= one.stays) < 0);
}
