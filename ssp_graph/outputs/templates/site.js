// What a site does beyond its links: search, and tables that can be filtered and sorted. All stands whole without it.
(() => {
  "use strict";
  const plain = (text) =>
    text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").replace(/['’]s\b/g, "").replace(/&/g, " and ")
      .replace(/f[fil]+/g, "f").split(/[^\p{L}\p{N}]+/u).filter((word) => word && word !== "the")
      .map((word) => (word.length > 4 && word.endsWith("ies") ? word.slice(0, -3) + "y"
        : word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word));
  const holds = (words, wanted) => wanted.every((want) => words.some((word) => word.startsWith(want)));

  const finding = document.getElementById("finding");
  if (finding) {
    const wanted = document.getElementById("wanted");
    const told = document.getElementById("found-count");
    const entries = [...document.querySelectorAll("#findable section li")].map((item) => ({ item, words: plain(item.textContent) }));
    const parts = [...document.querySelectorAll("#findable section")];
    const search = () => {
      const words = plain(wanted.value);
      let number = 0;
      for (const entry of entries) {
        const hit = holds(entry.words, words);
        entry.item.hidden = !hit;
        number += hit;
      }
      for (const part of parts) part.hidden = !part.querySelector("li:not([hidden])");
      told.textContent = words.length ? `${number} of ${entries.length} found.` : "";
    };
    wanted.value = new URLSearchParams(location.search).get("q") || "";
    wanted.addEventListener("input", search);
    finding.addEventListener("submit", (event) => { event.preventDefault(); search(); });
    search();
  }

  const text = (row, place) => (row.cells[place] ? row.cells[place].textContent.trim() : "");
  const sort = (table, place, heading) => {
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const other of heading.parentNode.cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => text(a, place).localeCompare(text(b, place), "en-GB", { numeric: true }) * (down ? -1 : 1));
    table.tBodies[0].append(...rows);
  };
  const equip = (table, number) => {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < 4) return;
    [...table.tHead.rows[0].cells].forEach((heading, place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      if (button.querySelector("a")) { heading.append(...button.childNodes); return; }
      heading.append(button);
      button.addEventListener("click", () => sort(table, place, heading));
    });
    if (rows.length < 8) return;
    const box = document.createElement("div");
    box.className = "filter";
    box.innerHTML = `<label for="filter-${number}">Show only rows with</label><input type="search" id="filter-${number}" autocomplete="off"><p role="status"></p>`;
    table.closest(".frame").before(box);
    const words = rows.map((row) => plain(row.textContent));
    box.querySelector("input").addEventListener("input", (event) => {
      const wanted = plain(event.target.value);
      let left = 0;
      rows.forEach((row, place) => { row.hidden = !holds(words[place], wanted); left += !row.hidden; });
      box.querySelector("p").textContent = wanted.length ? `${left} of ${rows.length} rows.` : "";
    });
  };
  const all = document.getElementById("all");
  let number = 0;
  const equipped = new Set();
  const equipAll = (within) => {
    if (equipped.has(within)) return;
    equipped.add(within);
    for (const table of within.querySelectorAll("table")) equip(table, (number += 1));
  };
  if (!all) { equipAll(document); return; }

  const title = document.title;
  const arrive = (moved) => {
    const page = (location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))) || document.getElementById("index");
    if (page === all) return;
    const heading = page.querySelector("h1");
    document.title = page.id === "index" || !heading ? title : `${heading.textContent} – ${title}`;
    equipAll(page);
    if (moved) { page.focus({ preventScroll: true }); window.scrollTo(0, 0); }
  };
  window.addEventListener("hashchange", () => arrive(true));
  arrive(false);
})();
