"use strict";
(function () {
  const find = (id) => document.getElementById(id);
  const box = find("mynetwork");
  const boxes = document.getElementsByName("kind");
  const things = new Map();
  for (const node of nodes.get()) {
    const item = find(node.id);
    const name = item ? item.querySelector(".name").textContent : node.label;
    things.set(node.id, { id: node.id, kind: node.kind, name: name, item: item });
  }
  const state = { at: "", steps: 0 };

  function hiddenKinds() {
    return Array.from(boxes).filter((each) => !each.checked).map((each) => each.value);
  }

  function within(start, steps) {
    const reached = new Set([start]);
    let edge = [start];
    for (let step = 0; step < steps; step += 1) {
      const next = [];
      for (const id of edge) {
        for (const other of network.getConnectedNodes(id)) {
          if (!reached.has(other)) {
            reached.add(other);
            next.push(other);
          }
        }
      }
      edge = next;
    }
    return reached;
  }

  function frame(shown) {
    const boxes = shown.map((id) => network.getBoundingBox(id));
    const left = Math.min(...boxes.map((each) => each.left));
    const right = Math.max(...boxes.map((each) => each.right));
    const top = Math.min(...boxes.map((each) => each.top));
    const bottom = Math.max(...boxes.map((each) => each.bottom));
    const fitting = Math.min(box.clientWidth / (right - left + 40), box.clientHeight / (bottom - top + 40), 1);
    const scale = Math.max(fitting, 0.7);
    // what is too large for letters that can be read begins at its upper left corner
    const wide = box.clientWidth / scale / 2;
    const high = box.clientHeight / scale / 2;
    const x = right - left + 40 > 2 * wide ? left - 20 + wide : (left + right) / 2;
    const y = bottom - top + 40 > 2 * high ? top - 20 + high : (top + bottom) / 2;
    network.moveTo({ position: { x: x, y: y }, scale: scale, animation: false });
  }

  function show(fit) {
    const without = new Set(hiddenKinds());
    const near = state.at && state.steps ? within(state.at, state.steps) : null;
    const shown = new Set();
    for (const thing of things.values()) {
      if (!without.has(thing.kind) && (!near || near.has(thing.id))) {
        shown.add(thing.id);
      }
    }
    nodes.update(Array.from(things.keys(), (id) => ({ id: id, hidden: !shown.has(id) })));
    edges.update(edges.get().map((each) => ({ id: each.id, hidden: !shown.has(each.from) || !shown.has(each.to) })));
    if (fit && shown.size) { frame(Array.from(shown)); }
    find("nearest").disabled = !state.at;
    find("further").disabled = !state.at || !state.steps;
    box.dataset.shown = String(shown.size);
    remember();
  }

  function remember() {
    const parts = new URLSearchParams();
    if (state.at) { parts.set("at", state.at); }
    if (state.steps) { parts.set("steps", String(state.steps)); }
    const without = hiddenKinds();
    if (without.length) { parts.set("without", without.join(" ")); }
    const text = parts.toString();
    find("same").href = text ? "#" + text : "#explore";
  }

  function choose(id, move) {
    const thing = things.get(id);
    if (!thing) { return; }
    state.at = id;
    network.selectNodes([id]);
    if (move) { network.moveTo({ position: network.getPositions([id])[id], animation: false }); }
    find("chosen").textContent = "Chosen: " + thing.name + ".";
    const details = find("details");
    details.textContent = "";
    if (thing.item) {
      for (const child of thing.item.childNodes) { details.append(child.cloneNode(true)); }
    } else {
      details.textContent = thing.name;
    }
    show(false);
  }

  function goTo(id) {
    choose(id, true);
    const item = things.get(id) && find("details");
    if (item) { item.focus(); }
  }

  function search() {
    const wanted = find("wanted").value.trim().toLocaleLowerCase();
    const list = find("found");
    list.textContent = "";
    if (!wanted) {
      find("found-count").textContent = "";
      return [];
    }
    const hits = Array.from(things.values()).filter((thing) => thing.name.toLocaleLowerCase().includes(wanted));
    for (const thing of hits.slice(0, 8)) {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = thing.name;
      button.addEventListener("click", () => goTo(thing.id));
      item.append(button);
      list.append(item);
    }
    const more = hits.length > 8 ? ", the first 8 are shown" : "";
    find("found-count").textContent = hits.length + " of " + things.size + " found" + more + ".";
    return hits;
  }

  function neighbour(key) {
    const places = network.getPositions();
    const visible = Array.from(things.keys()).filter((id) => !nodes.get(id).hidden);
    if (!visible.length) { return ""; }
    if (!state.at || !visible.includes(state.at)) {
      return visible.reduce((best, id) => (places[id].y + places[id].x / 1000 < places[best].y + places[best].x / 1000 ? id : best));
    }
    const here = places[state.at];
    let best = "";
    let least = Infinity;
    for (const id of visible) {
      const right = places[id].x - here.x;
      const down = places[id].y - here.y;
      const ahead = { ArrowRight: right, ArrowLeft: -right, ArrowDown: down, ArrowUp: -down }[key];
      const aside = Math.abs(key === "ArrowRight" || key === "ArrowLeft" ? down : right);
      const far = ahead + 2 * aside;
      if (id !== state.at && ahead > 0 && far < least) {
        least = far;
        best = id;
      }
    }
    return best;
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: false });
  }

  function read() {
    const text = window.location.hash.slice(1);
    if (!text || find(text)) {
      if (things.has(text)) { choose(text, true); }
      return;
    }
    const parts = new URLSearchParams(text);
    const without = (parts.get("without") || "").split(" ");
    for (const each of boxes) { each.checked = !without.includes(each.value); }
    state.steps = Math.max(0, Number.parseInt(parts.get("steps") || "0", 10) || 0);
    if (things.has(parts.get("at"))) { choose(parts.get("at"), true); }
    show(true);
    if (parts.has("at") || parts.has("without")) { find("explore").scrollIntoView(); }
  }

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key.startsWith("Arrow")) {
      const next = neighbour(event.key);
      if (next) { choose(next, true); }
    } else if (event.key === "Enter" && state.at) {
      goTo(state.at);
    } else if (event.key === "+" || event.key === "=") {
      zoom(1.25);
    } else if (event.key === "-") {
      zoom(0.8);
    } else {
      return;
    }
    event.preventDefault();
  });
  network.on("click", (event) => { if (event.nodes.length) { choose(event.nodes[0], false); } });
  find("search").addEventListener("submit", (event) => {
    event.preventDefault();
    const hits = search();
    if (hits.length) { goTo(hits[0].id); }
  });
  find("wanted").addEventListener("input", search);
  for (const each of boxes) { each.addEventListener("change", () => show(false)); }
  find("nearest").addEventListener("click", () => { state.steps = 1; show(true); });
  find("further").addEventListener("click", () => { state.steps += 1; show(true); });
  find("everything").addEventListener("click", () => { state.steps = 0; show(true); });
  find("closer").addEventListener("click", () => zoom(1.25));
  find("wider").addEventListener("click", () => zoom(0.8));
  find("same").addEventListener("click", () => { window.setTimeout(read, 0); });
  window.addEventListener("hashchange", read);
  for (const canvas of box.querySelectorAll("canvas")) { canvas.setAttribute("aria-hidden", "true"); }
  for (const focusable of box.querySelectorAll("[tabindex]")) { focusable.setAttribute("tabindex", "-1"); }
  show(true);
  read();
})();
