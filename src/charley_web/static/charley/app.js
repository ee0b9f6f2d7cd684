(() => {
"use strict";
// The error summary is read first; without this script it still stands first on the page.
const errors = document.getElementById("errors");
if (errors) errors.focus();
// "None of these" and the ticks rule each other out.
for (const none of document.querySelectorAll("[data-none]")) {
  const ticks = [...none.closest("fieldset").querySelectorAll("input[type=checkbox]")].filter((box) => box !== none);
  none.addEventListener("change", () => { if (none.checked) for (const box of ticks) box.checked = false; });
  for (const box of ticks) box.addEventListener("change", () => { if (box.checked) none.checked = false; });
}
// A tap on the picture ticks the place in the list, and the list colours the picture.
for (const map of document.querySelectorAll(".bodymap")) {
  const paint = () => { for (const site of map.querySelectorAll("[data-site]"))
    site.classList.toggle("on", document.getElementById(`place-${site.dataset.site}`).checked); };
  for (const site of map.querySelectorAll("[data-site]"))
    site.addEventListener("click", () => { const box = document.getElementById(`place-${site.dataset.site}`); box.checked = !box.checked; paint(); });
  map.addEventListener("change", paint); paint();
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false; button.addEventListener("click", () => print());
}
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});
})();
