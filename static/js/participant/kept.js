// Small things this phone remembers across a reload. A storage that refuses stops nothing.

export function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

export function keep(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch { /* it stays on the page */ }
}
