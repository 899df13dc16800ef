// How themes are laid on the wall: which are tiles and which only one room said, how many to a
// page, how tiles fall into rows. Pure; a tile's width is the number of rooms that said it.

export const MOST = 8; // tiles on one page

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

// Equal pages: nine themes are five and four, never eight and one. `least`: so many at least.
export function pages(list, least, most) {
  const count = Math.max(least, Math.ceil(list.length / most));
  const size = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_, page) => list.slice(page * size, (page + 1) * size));
}

// The first rows hold fewer, so that what comes first has most place.
export function rows(tiles, aspect) {
  const n = tiles.length;
  const wide = aspect > 2.6;
  const count = n <= (wide ? 4 : aspect > 1.5 ? 3 : 2) ? 1 : n <= 6 || aspect > 1.5 ? 2 : 3;
  const made = [];
  for (let row = 0, from = 0; row < count; row += 1) {
    const size = Math.floor((n - from) / (count - row));
    made.push(tiles.slice(from, from + size));
    from += size;
  }
  return made;
}

// A tile's share of its row: by rooms, but never so narrow that words break.
export function weights(row) {
  const most = Math.max(1, ...row.map((tile) => tile.rooms.length));
  return row.map((tile) => Math.max(tile.rooms.length, most * 0.7));
}

// Whether a wider tile was always said by more rooms, in whichever row: only then the wall says so.
export function telling(lines) {
  const shares = lines.flatMap((row) => {
    const weight = weights(row);
    const all = weight.reduce((sum, one) => sum + one, 0);
    return row.map((tile, place) => [tile.rooms.length, weight[place] / all]);
  });
  return shares.length > 1 && shares.every(([n, width]) => shares.every(([m, other]) => n <= m || width >= other - 0.001));
}

// The size of a title in rem: larger when there are few tiles, and for what many rooms said.
export function titleSize(tile, tiles) {
  const most = Math.max(1, ...tiles.map((one) => one.rooms.length));
  const whole = [8, 6.5, 5.5, 5, 4.5][tiles.length - 1] ?? 4;
  return whole * (0.7 + (0.3 * tile.rooms.length) / most);
}
