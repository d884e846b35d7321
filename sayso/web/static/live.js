// Tells on an open page when the record is another one than the page was made of, and lets the page
// of long work follow it. Without this script every page is as readable; it is only not told.
(() => {
  const note = document.getElementById("changes");
  if (!note) return;
  const CHANGES = { first: 15, most: 240 }, WORK = { first: 2, most: 15 }; // seconds

  // Asks again and again, less and less often while nothing happens, and not while nobody looks.
  // `ask` answers whether something happened; null ends it.
  function again({ first, most }, ask) {
    let pause = first, timer = 0, asking = false;
    async function turn() {
      if (document.hidden) return;
      asking = true;
      const happened = await ask();
      asking = false;
      if (happened === null) return document.removeEventListener("visibilitychange", wake);
      pause = happened ? first : Math.min(most, pause * 1.5);
      timer = setTimeout(turn, 1000 * pause);
    }
    function wake() {
      clearTimeout(timer);
      if (!document.hidden && !asking) turn();
    }
    document.addEventListener("visibilitychange", wake);
    timer = setTimeout(turn, 1000 * pause);
  }

  async function fetched(address, accept) {
    try {
      return await fetch(address, { headers: { accept }, cache: "no-store", redirect: "error" });
    } catch {
      return null; // the server does not answer
    }
  }

  function link(words, address) {
    const made = document.createElement("a");
    made.href = address;
    made.textContent = words;
    return made;
  }

  function hide() {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = "Not now";
    made.addEventListener("click", () => note.replaceChildren());
    return made;
  }

  let said = "";
  function say(words, ...more) {
    if (words === said) return;
    said = words;
    note.replaceChildren();
    if (!words) return;
    const [box, line] = [document.createElement("div"), document.createElement("p")];
    box.className = "changes";
    line.append(words, ...more.flatMap((each) => [" ", each]));
    box.append(line, hide());
    note.append(box);
  }

  // The page without what was just kept, whose note is old news.
  function here() {
    const asked = new URLSearchParams(location.search);
    asked.delete("kept");
    return location.pathname + (asked.size ? `?${asked}` : "");
  }

  let failures = 0;
  async function look() {
    const answer = await fetched("/changes.json", "application/json");
    if (!answer) {
      failures += 1;
      if (failures > 2) say("The reader does not answer any more: what this page shows may be old.");
      return false;
    }
    failures = 0;
    if (answer.status === 401) {
      say("You are signed out.", link("Sign in", `/sign-in?back=${encodeURIComponent(here())}`));
      return null;
    }
    const its = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      say(`The record cannot be read any more: ${its.error || answer.status}`);
      return false;
    }
    if (its.running && follow()) return true;
    if (its.mark === note.dataset.mark) say("");
    else say("The record has changed since this page was made.", link("Show it anew", here()));
    return its.mark !== note.dataset.mark ? null : false;
  }

  // The parts of the page of long work that change, and what is told of work that ended meanwhile.
  const parts = () => document.querySelectorAll("[data-live]");
  const going = () => document.querySelectorAll("[data-going]");
  let following = false;

  function follow() {
    if (!parts().length) return false;
    if (!following) again(WORK, renew);
    following = true;
    return true;
  }

  async function renew() {
    const answer = await fetched(here(), "text/html");
    if (!answer || !answer.ok) return false;
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    const before = [...going()].map((each) => each.id);
    let happened = false;
    for (const part of parts()) {
      const its = next.getElementById(part.id);
      if (!its || its.innerHTML === part.innerHTML) continue;
      put(part, its);
      happened = true;
    }
    note.dataset.mark = next.getElementById("changes").dataset.mark;
    tellEnded(before);
    following = going().length > 0;
    return following ? happened : null;
  }

  // Focus stays on what has the same id, or goes to the part where there is no such thing any more.
  function put(part, its) {
    const focused = part.contains(document.activeElement) ? document.activeElement.id : null;
    part.replaceChildren(...its.childNodes);
    if (focused !== null) (document.getElementById(focused) || part).focus({ preventScroll: true });
  }

  function tellEnded(before) {
    const rows = before.map((id) => document.getElementById(id)).filter(Boolean);
    const ended = rows.filter((each) => !("going" in each.dataset));
    const words = ended.map((each) => each.dataset.words);
    if (words.length) document.getElementById("ended").textContent = words.join("; ");
  }

  if (going().length) follow();
  again(CHANGES, look);
})();
