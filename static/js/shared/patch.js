// JSON merge patch (RFC 7396), the other end of facilitator/patch.py.
// Untouched parts stay the same objects, so a view can compare with ===.

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

export function apply(screen, patch) {
  const result = { ...screen };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else if (isMap(value)) result[key] = apply(isMap(result[key]) ? result[key] : {}, value);
    else result[key] = value;
  }
  return result;
}

// The client's whole rule: old news is ignored, a gap asks for a snapshot.
export function receive(channel, patch) {
  if (patch.seq <= channel.seq) return { ...channel, stale: true };
  if (patch.base > channel.seq) return { ...channel, gap: true };
  return { view: apply(channel.view, patch.parts), seq: patch.seq };
}
