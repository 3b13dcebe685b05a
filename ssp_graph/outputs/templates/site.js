// What a site does beyond its links: search, and tables that can be filtered and sorted. All stands whole without it.
(() => {
  "use strict";
  const plain = (text) =>
    text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "").replace(/['’]s\b/g, "").replace(/&/g, " and ")
      .replace(/f[fil]+/g, "f").split(/[^\p{L}\p{N}]+/u).filter((word) => word && word !== "the")
      .map((word) => (word.length > 4 && word.endsWith("ies") ? word.slice(0, -3) + "y"
        : word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word));
  const holds = (words, wanted) => wanted.every((want) => words.some((word) => word.startsWith(want)));

  // in one file there is no room for a list of its pages: they are the list
  const all = document.getElementById("all");
  const gather = (into) => {
    const lists = new Map();
    for (const page of all.querySelectorAll("article")) {
      const crumb = page.querySelector("nav a:last-child");
      if (!crumb) continue;
      if (!lists.has(crumb.hash)) {
        const [heading, list] = [document.createElement("h2"), document.createElement("ul")];
        heading.textContent = crumb.textContent;
        into.append(heading, list);
        lists.set(crumb.hash, list);
      }
      const [item, link] = [document.createElement("li"), document.createElement("a")];
      link.href = `#${page.id}`;
      link.textContent = page.querySelector("h1").textContent;
      item.append(link);
      if (page.dataset.words) {
        const words = document.createElement("small");
        words.textContent = page.dataset.words;
        item.append(" ", words);
      }
      lists.get(crumb.hash).append(item);
    }
  };

  const finding = document.getElementById("finding");
  if (finding) {
    const wanted = document.getElementById("wanted");
    const told = document.getElementById("found-count");
    if (all) gather(document.getElementById("findable"));
    const entries = [...document.querySelectorAll("#findable h2 + ul > li")].map((item) => ({ item, words: plain(item.textContent) }));
    const parts = [...document.querySelectorAll("#findable h2")];
    const search = () => {
      const words = plain(wanted.value);
      let number = 0;
      for (const entry of entries) {
        const hit = holds(entry.words, words);
        entry.item.hidden = !hit;
        number += hit;
      }
      for (const part of parts) {
        const list = part.nextElementSibling;
        part.hidden = list.hidden = !list.querySelector("li:not([hidden])");
      }
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
    for (const body of table.tBodies) {
      const [head, rows] = [body.querySelector(".group"), rowsOf(body)];
      rows.sort((a, b) => text(a, place).localeCompare(text(b, place), "en-GB", { numeric: true }) * (down ? -1 : 1));
      body.append(...(head ? [head] : []), ...rows);
    }
  };
  const cell = (node) => {
    const words = node.textContent.trim();
    return `"${(/^[=+\-@＝＋－＠]/.test(words) ? "'" : "") + words.replaceAll('"', '""')}"`;
  };
  // in a folder, the file of a table stands beside its page
  const takeAway = (table, name) => {
    const about = document.querySelector("footer p");
    const lines = [[...table.tHead.rows[0].cells].map(cell)];
    for (const row of rowsOf(table)) {
      const group = row.parentNode.querySelector(".group");
      lines.push([...[...row.cells].map(cell), cell(about), ...(group ? [cell(group)] : [])]);
    }
    lines[0].push('"Register"', ...(table.querySelector(".group") ? ['"Under"'] : []));
    const link = document.createElement("a");
    link.download = `${name}.csv`;
    link.href = URL.createObjectURL(new Blob([`\uFEFF${lines.map((line) => line.join()).join("\r\n")}`], { type: "text/csv" }));
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const rowsOf = (part) => [...part.querySelectorAll("tbody tr:not(.group)")];
  const equip = (table, number) => {
    const rows = rowsOf(table);
    if (all) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "taking";
      button.textContent = "Take this table away (CSV)";
      button.addEventListener("click", () => takeAway(table, table.closest("article").id.replace(/\W+/g, "-")));
      table.closest(".frame").after(button);
    }
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
    const headed = (row) => (row.parentNode.querySelector(".group") || row).textContent;
    const words = rows.map((row) => plain(`${headed(row)} ${row.textContent}`));
    box.querySelector("input").addEventListener("input", (event) => {
      const wanted = plain(event.target.value);
      let left = 0;
      rows.forEach((row, place) => { row.hidden = !holds(words[place], wanted); left += !row.hidden; });
      for (const body of table.tBodies) body.hidden = rowsOf(body).every((row) => row.hidden) && left > 0;
      box.querySelector("p").textContent = wanted.length ? `${left} of ${rows.length} rows.` : "";
    });
  };
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
    if (moved) { page.tabIndex = -1; page.focus({ preventScroll: true }); window.scrollTo(0, 0); }
  };
  window.addEventListener("hashchange", () => arrive(true));
  arrive(false);
})();
