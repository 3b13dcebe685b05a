"use strict";
(function () {
  const find = (id) => document.getElementById(id);
  const known = JSON.parse(find("known").textContent);
  const picture = find("picture");
  const panel = find("panel");
  const details = find("details");
  const told = find("told");
  const boxes = new Map();
  for (const link of picture.querySelectorAll(".thing a")) {
    boxes.set(decodeURIComponent(link.href.baseVal.slice(1)), link.closest(".thing"));
  }
  const ids = Object.keys(known.names);

  function element(tag, text, inner) {
    const made = document.createElement(tag);
    if (text) { made.textContent = text; }
    for (const each of inner || []) { made.append(each); }
    return made;
  }

  function goOn(id, text) {
    const button = element("button", text || known.names[id]);
    button.type = "button";
    button.addEventListener("click", () => { choose(id); panel.focus(); });
    return button;
  }

  function mark(chosen, near) {
    for (const [id, box] of boxes) {
      box.classList.toggle("chosen", chosen.includes(id));
      box.classList.toggle("near", near.includes(id));
    }
  }

  // what stands beside a thing, by the words for how it does
  function neighbours(id) {
    const groups = new Map();
    for (const [source, target, verb, back] of known.lines) {
      if (source === id || target === id) {
        const words = source === id ? verb : back || verb;
        const other = source === id ? target : source;
        if (!groups.has(words)) { groups.set(words, []); }
        if (!groups.get(words).includes(other)) { groups.get(words).push(other); }
      }
    }
    return groups;
  }

  function choose(id) {
    if (!known.names[id]) { return; }
    const groups = neighbours(id);
    mark([id], Array.from(groups.values()).flat());
    told.textContent = "Chosen: " + known.names[id] + ".";
    details.textContent = "";
    if (known.pages[id]) {
      const page = element("a", "The page of " + known.names[id]);
      page.href = known.pages[id];
      details.append(element("p", "", [page]));
    }
    for (const [words, others] of groups) {
      const inner = element("ul", "", others.map((other) => element("li", "", [goOn(other)])));
      const group = element("details", "", [element("summary", words + " (" + others.length + ")"), inner]);
      group.open = others.length < 4;
      details.append(group);
    }
    const item = find(id);
    if (item) {
      const sentences = element("details", "", [element("summary", "All that is recorded")]);
      for (const child of item.querySelectorAll(":scope > ul")) { sentences.append(child.cloneNode(true)); }
      details.append(sentences);
      const link = element("a", "In the list below");
      link.href = "#" + id;
      details.append(element("p", "", [link]));
    }
    const box = boxes.get(id);
    if (box) { box.scrollIntoView({ block: "nearest", inline: "nearest" }); }
    history.replaceState(null, "", "#at=" + encodeURIComponent(id));
  }

  function search() {
    const wanted = find("wanted").value.trim().toLocaleLowerCase();
    details.textContent = "";
    mark([], []);
    if (!wanted) { told.textContent = "Choose a box in the picture, or find a name."; return []; }
    const named = ids.filter((id) => known.names[id].toLocaleLowerCase().includes(wanted));
    const said = ids.filter((id) => !named.includes(id) && aboutIt(id).toLocaleLowerCase().includes(wanted));
    const hits = named.concat(said);
    told.textContent = hits.length + " of " + ids.length + " found" + (hits.length > 12 ? ", the first 12 are shown." : ".");
    const rows = hits.slice(0, 12).map((id) => element("li", "", [goOn(id)].concat(said.includes(id) ? [" " + passage(id, wanted)] : [])));
    details.append(element("ul", "", rows));
    return hits;
  }

  function aboutIt(id) {
    const box = boxes.get(id);
    return (box ? box.textContent : "") + " " + (find(id) ? find(id).textContent : "");
  }

  function passage(id, wanted) {
    const sentences = find(id) ? Array.from(find(id).querySelectorAll("li"), (each) => each.firstChild.textContent.trim()) : [];
    return sentences.find((each) => each.toLocaleLowerCase().includes(wanted)) || "";
  }

  // the shortest way, whichever way each line points
  function way(start, end) {
    const before = new Map([[start, null]]);
    const waiting = [start];
    while (waiting.length && !before.has(end)) {
      const here = waiting.shift();
      for (const line of known.lines) {
        const other = line[0] === here ? line[1] : line[1] === here ? line[0] : "";
        if (other && !before.has(other)) {
          before.set(other, line);
          waiting.push(other);
        }
      }
    }
    const steps = [];
    for (let here = end; before.get(here); here = steps[0][0] === here ? steps[0][1] : steps[0][0]) {
      steps.unshift(before.get(here));
    }
    return before.has(end) ? steps : null;
  }

  function showWay() {
    const start = find("from").value;
    const end = find("to").value;
    if (!start || !end) { return; }
    const steps = start === end ? [] : way(start, end);
    details.textContent = "";
    if (!steps) {
      mark([start, end], []);
      told.textContent = "No way leads from " + known.names[start] + " to " + known.names[end] + " in this picture.";
      return;
    }
    mark([start, end], steps.flatMap((line) => [line[0], line[1]]));
    told.textContent = "From " + known.names[start] + " to " + known.names[end] + " in " + steps.length + (steps.length === 1 ? " step:" : " steps:");
    details.append(element("ol", "", steps.map((line) => element("li", line[4]))));
  }

  function read() {
    const text = window.location.hash.slice(1);
    if (text.startsWith("at=")) { choose(new URLSearchParams(text).get("at")); }
  }

  picture.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) {
      event.preventDefault();
      choose(decodeURIComponent(link.href.baseVal.slice(1)));
      panel.focus();
    }
  });
  find("wanted").addEventListener("input", search);
  find("wanted").addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      const hits = search();
      if (hits.length) { choose(hits[0]); panel.focus(); }
    }
  });
  const order = ids.slice().sort((one, two) => known.names[one].localeCompare(known.names[two], "en"));
  for (const name of ["from", "to"]) {
    find(name).append(element("option"));
    for (const id of order) {
      const option = element("option", known.names[id]);
      option.value = id;
      find(name).append(option);
    }
    find(name).addEventListener("change", showWay);
  }
  window.addEventListener("hashchange", read);
  find("tools").hidden = false;
  panel.hidden = false;
  read();
})();
