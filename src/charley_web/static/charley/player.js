(() => {
"use strict";
// A timed session. The time is reckoned from the clock on the wall, so a locked screen loses nothing.
const $ = (id) => document.getElementById(id);
const player = $("player");
if (!player) return;
const KEY = `charley.session.${player.dataset.id}`;
const words = $("p-words").dataset;
const lines = [...document.querySelectorAll("#script li")].map((li) => ({
  second: Number(li.dataset.second), seconds: Number(li.dataset.seconds), exercise: li.dataset.exercise,
  side: li.dataset.side, round: li.dataset.round, text: li.firstChild.textContent.trim(), li }));
const total = lines.at(-1).second;
let at = 0, elapsed = 0, began = 0, running = false, aloud = false, shown = -1, lock = null;
const left_out = new Set();

const store = (value) => { try { value ? localStorage.setItem(KEY, JSON.stringify(value)) : localStorage.removeItem(KEY); } catch { /* nothing is kept then */ } };
const stored = () => { try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; } };
const now = () => (running ? elapsed + (Date.now() - began) / 1000 : elapsed);
const clock = (s) => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, "0")}`;
const skipped = (line) => left_out.has(line.exercise + line.side);
const awake = async () => {
  if (!running || !("wakeLock" in navigator) || document.hidden) return;
  try { lock = await navigator.wakeLock.request("screen"); } catch { lock = null; }
};
const say = (text) => {
  if (!aloud || !("speechSynthesis" in window)) return;
  speechSynthesis.cancel();
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.lang = document.documentElement.lang; spoken.rate = 0.9;
  speechSynthesis.speak(spoken);
};
const draw = () => {
  const line = lines[at];
  $("p-says").textContent = line.text;
  $("p-side").textContent = line.side ? words[line.side] : "";
  $("p-count").textContent = line.round || "";
  $("p-hurts").disabled = !line.exercise;
  for (const picture of document.querySelectorAll(".drawing"))
    picture.hidden = Boolean(line.exercise) && picture.dataset.exercise !== line.exercise;
  for (const other of lines) other.li.toggleAttribute("aria-current", other === line);
  say(line.text); shown = at; store({ second: line.second, left_out: [...left_out] });
};
const go = (second) => {
  elapsed = Math.max(0, Math.min(second, total)); began = Date.now(); tick(true);
};
const tick = (force) => {
  const t = now();
  let next = lines.findLastIndex((line) => line.second <= t);
  if (next < 0) next = 0;
  if (skipped(lines[next]) && lines[next].exercise) {
    const after = lines.findIndex((line, i) => i > next && !skipped(line));
    return go(after < 0 ? total : lines[after].second);
  }
  at = next;
  const end = lines[at].second + lines[at].seconds;
  $("p-left").textContent = clock(Math.max(0, Math.ceil(end - t)));
  $("p-bar").value = t;
  if (at !== shown || force === true) draw();
  if (t >= total && running) finish();
};
const finish = () => { pause(); store(null); left_out.clear(); elapsed = 0; $("p-play").textContent = words.again; };
const play = () => { running = true; began = Date.now(); if (elapsed >= total) elapsed = 0; $("p-play").textContent = words.pause; $("p-hurt").hidden = true; awake(); tick(true); };
const pause = () => {
  elapsed = now(); running = false; if (lock) lock.release().catch(() => {}); lock = null;
  if ("speechSynthesis" in window) speechSynthesis.cancel(); $("p-play").textContent = words.go;
};
player.hidden = false;
document.querySelector("details.script").open = false;
const old = stored();
if (old && old.second > 0 && old.second < total) { elapsed = old.second; for (const key of old.left_out || []) left_out.add(key); $("p-play").textContent = words.go; }
$("p-play").addEventListener("click", () => (running ? pause() : play()));
$("p-next").addEventListener("click", () => { const next = lines.findIndex((line, i) => i > at && !skipped(line)); go(next < 0 ? total : lines[next].second); });
$("p-back").addEventListener("click", () => { const before = lines.findLastIndex((line, i) => i < at && !skipped(line)); go(before < 0 ? 0 : lines[before].second); });
$("p-hurts").addEventListener("click", () => { if (!lines[at].exercise) return; left_out.add(lines[at].exercise + lines[at].side); $("p-hurt").hidden = false; tick(true); });
$("p-speak").addEventListener("click", () => { aloud = !aloud; $("p-speak").setAttribute("aria-pressed", String(aloud)); if (aloud) say(lines[at].text); else if ("speechSynthesis" in window) speechSynthesis.cancel(); });
if (!("speechSynthesis" in window)) $("p-speak").hidden = true;
document.addEventListener("visibilitychange", () => { awake(); if (running) tick(); });
setInterval(() => { if (running) tick(); }, 250);
tick(true);
})();
