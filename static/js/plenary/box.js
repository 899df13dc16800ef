// The place that a part of the wall has, in rem: what is laid out there by numbers must know it.

import { useLayoutEffect, useRef, useState } from "preact/hooks";

export const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

// [ref, {wide, tall}]; measured again when the place changes, or another element stands in it (`which`).
export function useBox(which) {
  const box = useRef();
  const [size, set] = useState({ wide: innerWidth / rem(), tall: innerHeight / rem() });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const again = () => {
      const [wide, tall] = [element.clientWidth / rem(), element.clientHeight / rem()];
      set((old) => (Math.abs(old.wide - wide) + Math.abs(old.tall - tall) < 0.1 ? old : { wide, tall }));
    };
    again();
    const watcher = new ResizeObserver(again);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [which]);
  return [box, size];
}
