// Dragging notes and themes. Everything that drags also has a menu and keys.

const TYPES = { note: "application/x-facilitator-note", theme: "application/x-facilitator-theme" };

export const carry = (kind, id) => ({
  draggable: true,
  onDragStart: (event) => {
    event.stopPropagation();
    event.dataTransfer.setData(TYPES[kind], id);
    event.dataTransfer.effectAllowed = "move";
  },
});

// takes: {note: (id) => …, theme: (id) => …}
export function target(takes) {
  const kinds = (event) => Object.keys(takes).filter((kind) => event.dataTransfer.types.includes(TYPES[kind]));
  const mark = (event, on) => event.currentTarget.classList.toggle("target", on);
  const over = (event) => {
    if (!kinds(event).length) return;
    event.preventDefault();
    mark(event, true);
  };
  return {
    onDragOver: over,
    onDragEnter: over,
    onDragLeave: (event) => event.currentTarget.contains(event.relatedTarget) || mark(event, false),
    onDrop: (event) => {
      mark(event, false);
      const [kind] = kinds(event);
      if (!kind) return;
      event.preventDefault();
      takes[kind](event.dataTransfer.getData(TYPES[kind]));
    },
  };
}
