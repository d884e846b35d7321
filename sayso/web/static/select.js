// Lets words that are selected in an article's text be those of a statement. Without this script the
// same forms take the words as they are typed. Offsets count code points, as the record's do.
(() => {
  const text = document.getElementById("text");
  if (!text) return;
  let chosen = null;

  document.addEventListener("selectionchange", () => {
    const now = getSelection();
    if (!now.rangeCount || now.isCollapsed) return;
    const range = now.getRangeAt(0);
    if (text.contains(range.commonAncestorContainer)) chosen = range.cloneRange();
  });

  const points = (words) => [...words].length;

  function spanOf(range) {
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const start = points(before.toString()) + points(words) - points(words.trimStart());
    return [start, start + points(words.trim()), words.trim().replace(/\s+/g, " ")];
  }

  function use(area, offsets, status, adds) {
    if (!chosen || !chosen.toString().trim()) {
      status.textContent = "First select words in the text of the article, then come back here.";
      return;
    }
    const [start, end, words] = spanOf(chosen);
    const joins = adds && offsets.value;
    area.value = joins ? `${area.value} … ${words}` : words;
    offsets.value = joins ? `${offsets.value},${start}-${end}` : `${start}-${end}`;
    status.textContent = `Taken from the text: “${words}”`;
  }

  function button(label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }

  for (const form of document.querySelectorAll("form.words")) {
    const status = form.querySelector(".hint");
    status.setAttribute("role", "status");
    for (const area of form.querySelectorAll("textarea")) {
      const offsets = form.elements[`${area.name}_at`];
      area.addEventListener("input", () => { offsets.value = ""; });
      area.closest("p").append(
        button("Use the selected words", () => use(area, offsets, status, false)), " ",
        button("Add them", () => use(area, offsets, status, true)),
      );
    }
  }
})();
