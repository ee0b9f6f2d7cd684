(() => {
"use strict";
const $ = (id) => document.getElementById(id);
const show = (id, on = true) => { $(id).hidden = !on; };
const words = JSON.parse($("words").textContent);
const KEY = "charley.episodes", OPEN = "charley.open";
const TEN = 600;
let steps = [], at = 0, muscle = "", side = "", start = 0, aloud = false, quiet = false, lock = null, warned = false, ended = 0;

const read = (key, other) => { try { return JSON.parse(localStorage.getItem(key)) ?? other; } catch { return other; } };
const write = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* no room, or forbidden */ } };
const remember = () => write(OPEN, { start, muscle, side, at });

const awake = async () => {
  if (!start || ended || !("wakeLock" in navigator) || document.hidden) return;
  try { lock = await navigator.wakeLock.request("screen"); } catch { lock = null; }
};
const sleep = () => { if (lock) lock.release().catch(() => {}); lock = null; };

const say = (text) => {
  if (!aloud || !("speechSynthesis" in window)) return;
  speechSynthesis.cancel();
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.lang = document.documentElement.lang; spoken.rate = 0.9;
  speechSynthesis.speak(spoken);
};
const flash = () => {
  if (!quiet) return;
  $("flash").classList.remove("on"); void $("flash").offsetWidth; $("flash").classList.add("on");
};

const seconds = () => Math.max(0, Math.floor(((ended || Date.now()) - start) / 1000));
const clock = (s) => `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
const tick = () => {
  if (!start || ended) return;
  const s = seconds();
  $("time").textContent = clock(s);
  if (s >= TEN && !warned) { warned = true; danger(); }
};

const danger = (ten = true) => {
  show("step", false); show("controls", false); show("danger"); show("ten", ten); show("continue"); show("stopped-late");
  document.body.classList.add("late");
  $("danger-title").focus(); if (ten) { say($("ten").textContent); flash(); }
};
const draw = (focus = true) => {
  const step = steps[at];
  $("step-count").textContent = words.step.replace("%n", at + 1).replace("%m", steps.length);
  $("step-do").textContent = step.do; $("step-how").textContent = step.how;
  $("before").disabled = at === 0;
  if (focus) $("step-do").focus();
  say(`${step.do}. ${step.how}`); flash(); remember();
};
const movesOf = (section) => [...section.querySelectorAll(".move")].map((li) => ({
  do: li.querySelector("strong").textContent, how: li.querySelector("span").textContent }));

const begin = (chosen, onSide = "", since = Date.now(), from = 0) => {
  muscle = chosen; side = onSide; start = since; at = from; ended = 0;
  steps = movesOf($(`m-${chosen}`)); at = Math.min(at, steps.length - 1);
  show("choose", false); show("step"); show("controls"); show("clock"); show("kept", false);
  show("danger", false); awake(); draw(); tick();
};
const stop = () => {
  ended = Date.now(); sleep(); if ("speechSynthesis" in window) speechSynthesis.cancel();
  const minutes = Math.round(seconds() / 60);
  $("after-time").textContent = minutes ? words.lasted.replace("%n", minutes) : words.short;
  for (const input of document.querySelectorAll("[name=side]")) input.checked = input.value === side;
  show("step", false); show("controls", false); show("after"); show("shared"); show("danger", false);
  document.body.classList.remove("late"); $("after-title").focus();
};
const finish = () => {
  try { localStorage.removeItem(OPEN); } catch { /* nothing kept */ }
  start = 0; warned = false; show("after", false); show("shared", false); show("clock", false); show("choose"); show("danger"); show("ten", false); show("continue", false);
  list();
};
const keep = () => {
  const chosen = document.querySelector("[name=side]:checked");
  const entry = { start: new Date(start).toISOString(), seconds: seconds(), muscle, side: chosen ? chosen.value : "" };
  write(KEY, [...read(KEY, []), entry].slice(-500)); finish(); $("kept-title").focus();
};
const list = () => {
  const kept = read(KEY, []);
  show("kept", kept.length > 0);
  $("episodes").replaceChildren(...kept.slice(-10).reverse().map((entry) => {
    const li = document.createElement("li"), minutes = Math.round(entry.seconds / 60);
    const name = document.querySelector(`button[data-muscle="${entry.muscle}"]`);
    const parts = [new Date(entry.start).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }),
      minutes ? words.min.replace("%n", minutes) : words.under, name ? name.textContent : "", words[entry.side] || ""];
    li.textContent = parts.filter(Boolean).join(" · ");
    return li;
  }));
};

for (const section of document.querySelectorAll(".muscle, #shared")) section.hidden = true;
const late = document.createElement("button");
late.type = "button"; late.id = "stopped-late"; late.hidden = true; late.textContent = $("stopped").textContent;
$("continue").after(" ", late); late.addEventListener("click", stop);
show("pick"); show("plain", false);
for (const part of document.querySelectorAll("[data-muscle]"))
  part.addEventListener("click", () => begin(part.dataset.muscle, part.dataset.side || ""));
$("next").addEventListener("click", () => { at = (at + 1) % steps.length; draw(); });
$("before").addEventListener("click", () => { at = Math.max(at - 1, 0); draw(); });
$("stopped").addEventListener("click", stop);
$("look").addEventListener("click", () => danger(false));
$("keep").addEventListener("click", keep);
$("drop").addEventListener("click", finish);
$("forget").addEventListener("click", () => { try { localStorage.removeItem(KEY); } catch { /* nothing kept */ } list(); $("choose-title").focus(); });
$("continue").addEventListener("click", () => { show("danger", false); show("step"); show("controls"); document.body.classList.remove("late"); draw(); });
const toggle = (id, act) => $(id).addEventListener("click", () => {
  const on = $(id).getAttribute("aria-pressed") !== "true";
  $(id).setAttribute("aria-pressed", String(on)); act(on);
});
toggle("speak", (on) => { aloud = on; if (on) { if (quiet) $("quiet").click(); draw(false); } else if ("speechSynthesis" in window) speechSynthesis.cancel(); });
toggle("quiet", (on) => { quiet = on; if (on && aloud) $("speak").click(); flash(); });
if (!("speechSynthesis" in window)) show("speak", false);
document.addEventListener("visibilitychange", () => { awake(); tick(); });
const signal = () => show("offline", !navigator.onLine);
addEventListener("online", signal); addEventListener("offline", signal); signal();
setInterval(tick, 500);
const open = read(OPEN, null);
if (open && Date.now() - open.start < 3600000 && $(`m-${open.muscle}`)) begin(open.muscle, open.side, open.start, open.at);
else list();
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});
})();
