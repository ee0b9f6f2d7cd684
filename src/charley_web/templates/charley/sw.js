{% load static %}"use strict";
// Keeps the page of help for a cramp on the device. No personal page is ever kept here.
const NAME = "charley-cramp-{{ version|escapejs }}";
const PAGE = "{% url 'cramp' %}";
const FILES = [PAGE, "{% url 'manifest' %}", "{% static 'charley/logo.svg' %}", "{% static 'charley/icon.svg' %}"];

self.addEventListener("install", (event) => {
  // Asked for without cookies: what is kept must be the page of nobody in particular.
  const asked = FILES.map((file) => new Request(file, { credentials: "omit" }));
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(asked)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name))))
      .then(() => self.clients.claim())
  );
});

// The network first, so that the page is never old; the kept copy when there is no signal or it is slow.
const fresh = async (request) => {
  const cache = await caches.open(NAME);
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  const asked = fetch(request).then((response) => {
    if (response.ok && !response.redirected) cache.put(request, response.clone());
    return response;
  });
  if (!kept) return asked;
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), 2500));
  return Promise.race([asked.catch(() => kept), late]);
};

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (FILES.includes(url.pathname)) event.respondWith(fresh(event.request));
  else if (event.request.mode === "navigate")
    event.respondWith(fetch(event.request).catch(() => caches.match(PAGE, { ignoreVary: true })));
});
