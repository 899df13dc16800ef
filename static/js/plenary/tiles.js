// How themes are laid on the wall: which are tiles and which only one room said, how many to a
// page, how tiles fall into rows. Pure; the place a tile has is how widely its theme is spread.

export const MOST = 8; // tiles on one page
const GAP = 1; // rem between tiles, as in the sheet
const LEAST = 0.5; // place of a theme nobody speaks of, where the widest has 1
const PEOPLE = { half: 12, worth: 0.5 }; // people at whom half of what they add is reached; they never add up to a room
const SHAPE = 1.3; // width to height of words that read well
const EDGE = { wide: 4, tall: 5.5 }; // rem of a tile that are no place for words
const TITLE = { share: 0.19, most: 9 }; // of the widest theme: share of the side of a square as large as a tile; rem

export const inPlace = (themes) =>
  Object.entries(themes).map(([id, theme]) => ({ id, ...theme })).sort((a, b) => a.order - b.order);

// {tiles, lone, split}: what one room said, and what rooms disagree about, stays on the wall beside the
// rest, unless it is all there is.
export function sorted(themes) {
  const all = inPlace(themes);
  const lone = all.filter((theme) => theme.rooms.length <= 1);
  const split = all.filter((theme) => theme.lane === "split" && theme.rooms.length > 1);
  const tiles = all.filter((theme) => !lone.includes(theme) && !split.includes(theme));
  return tiles.length ? { tiles, lone, split } : { tiles: all, lone: [], split: [] };
}

// Equal pages: nine themes are five and four, seven on three pages three, two and two. `least`: so many at least.
export function pages(list, least, most) {
  const count = Math.max(least, Math.ceil(list.length / most));
  const from = (page) => Math.ceil((page * list.length) / count);
  return Array.from({ length: count }, (_, page) => list.slice(from(page), from(page + 1)));
}

// How widely a theme is spread: by rooms, and where rooms are equal by people.
const breadth = ({ rooms, people = 0 }) => rooms.length + (PEOPLE.worth * people) / (people + PEOPLE.half);

function weights(tiles) {
  const most = Math.max(1, ...tiles.map(breadth));
  return tiles.map((tile) => LEAST + ((1 - LEAST) * breadth(tile)) / most);
}

// Every way to break a list into rows without changing its order.
function* broken(list) {
  for (let cuts = 0; cuts < 2 ** (list.length - 1); cuts += 1) {
    const rows = [[]];
    list.forEach((one, place) => {
      rows.at(-1).push(one);
      if ((cuts >> place) & 1) rows.push([]);
    });
    yield rows;
  }
}

// Rows as tall, and tiles as wide, as makes every area what its weight is; gaps between them are no area.
function measured(rows, { wide, tall }) {
  const made = rows.map((row) => ({ sum: row.reduce((sum, one) => sum + one.weight, 0), free: wide - (row.length - 1) * GAP, row }));
  const each = (tall - (rows.length - 1) * GAP) / made.reduce((all, { sum, free }) => all + sum / free, 0);
  return made.map(({ sum, free, row }) => {
    const height = (each * sum) / free;
    return { height, tiles: row.map(({ theme, weight }) => ({ theme, weight, height, width: (free * weight) / sum })) };
  });
}

// All words step down as far as those of the tile that has least place for its own, in the worst shape.
function strain(rows, letters) {
  const tight = rows.flatMap((row) => row.tiles).map(({ theme, width, height }) => {
    const [wide, tall] = [Math.max(1, width - EDGE.wide), Math.max(1, height - EDGE.tall)];
    return Math.log(letters(theme) / (wide * tall)) + Math.log(wide / tall / SHAPE) ** 2 / 2;
  });
  return Math.max(...tight);
}

// [{height, tiles: [{theme, width, height, title}]}] in rem, for a page that is so `wide` and `tall`: in
// the host's order, and a theme that is more widely spread has more place and a larger title,
// whichever row it stands in; one as widely spread has as much. `letters` tells how much there is to read.
export function laid(themes, box, letters = () => 1) {
  if (!themes.length) return [];
  const weight = weights(themes);
  const ways = [...broken(themes.map((theme, place) => ({ theme, weight: weight[place] })))].map((rows) => measured(rows, box));
  const best = ways.reduce((one, other) => (strain(other, letters) < strain(one, letters) ? other : one));
  const most = Math.min(TITLE.most, TITLE.share * Math.sqrt((box.wide * box.tall) / themes.length));
  return best.map((row) => ({ ...row, tiles: row.tiles.map((tile) => ({ ...tile, title: most * tile.weight })) }));
}

// Sizes as the columns or rows of a grid.
export const shares = (sizes) => sizes.map((size) => `minmax(0, ${size}fr)`).join(" ");

// Whether tiles differ in size, so that the wall has to say what that means.
export const telling = (themes) => new Set(themes.map(breadth)).size > 1;
