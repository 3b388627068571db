"use strict";
const named = (id) => document.getElementById(id);
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const mark = "Highlight" in window ? new Highlight() : null;
if (mark) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("::highlight(heard) { background: var(--mark); color: var(--marked); }"
    + "@media (forced-colors: active) { ::highlight(heard) { background: Mark; color: MarkText; } }");
  document.adoptedStyleSheets = [sheet];
  CSS.highlights.set("heard", mark);
}

/* The end of the text node in which the character stands, and its place there. */
function find(element, offset) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode(), last = null;
  while (node && offset > node.data.length) {
    offset -= node.data.length;
    last = node;
    node = walker.nextNode();
  }
  return node ? [node, offset] : last ? [last, last.data.length] : [element, 0];
}

function stretch(element, start, end) {
  const range = new Range();
  const rows = [...element.querySelectorAll("[data-at]")].filter((row) => Number(row.dataset.at) <= start);
  if (rows.length) {
    range.selectNodeContents(rows[rows.length - 1]);
  } else {
    range.setStart(...find(element, start));
    range.setEnd(...find(element, end));
  }
  return range;
}

/* Something that is announced is marked by the line that tells of it, and stays closed; what is read is opened. */
function hear({ block, start, end, of }) {
  let element = named("b" + block);
  if (!element) return;
  const fold = element.closest("details");
  let range;
  if (fold && of === "place" && !fold.open) {
    element = fold.parentElement.previousElementSibling;
    range = new Range();
    range.selectNodeContents(element);
  } else {
    if (fold) fold.open = true;
    range = stretch(element, start, end);
  }
  for (const other of document.querySelectorAll(".heard")) other.classList.remove("heard");
  if (mark) {
    mark.clear();
    mark.add(range);
  } else {
    element.classList.add("heard");
  }
  const { top, bottom } = range.getBoundingClientRect();
  const room = named("toggle").closest("section").getBoundingClientRect().top;
  if (named("along").checked && (top < 0 || bottom > Math.min(room, innerHeight))) {
    scrollBy({ top: top - innerHeight / 4, behavior: calm.matches ? "instant" : "smooth" });
  }
}

const news = new EventSource("news");
news.addEventListener("heard", (event) => hear(JSON.parse(event.data)));
news.addEventListener("said", (event) => { named("status").textContent = JSON.parse(event.data); });
news.addEventListener("state", (event) => {
  named("toggle").textContent = JSON.parse(event.data) === "playing" ? "Pause" : "Play";
});

document.querySelector(".player form").addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = new URLSearchParams({ do: event.submitter.value, quiet: "1" });
  fetch("do", { method: "POST", body: asked }).catch(() => {
    named("status").textContent = "sayall has ended.";
  });
});

named("keep").hidden = true;
named("settings").addEventListener("change", () => {
  const chosen = new URLSearchParams(new FormData(named("settings")));
  chosen.set("quiet", "1");
  fetch("keep", { method: "POST", body: chosen }).catch(() => {});
});
