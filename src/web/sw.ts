/**
 * The service worker: once loaded, the page works without a network. All files of one build are fetched together under the
 * build's version and served from there; a newer build replaces the whole set. Only the page's own files are ever kept.
 */
type Scope = {
  readonly addEventListener: (name: string, listener: (event: ScopeEvent) => void) => void;
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly registration: { readonly scope: string };
};
type ScopeEvent = {
  readonly request: Request;
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly respondWith: (response: Promise<Response>) => void;
};

const scope = self as unknown as Scope;
// Both are put in by the build, see `precache` in vite.config.ts.
const files: readonly string[] = JSON.parse("__FILES__");
const cacheName = "standoff-__VERSION__";

scope.addEventListener("install", (event) => {
  const fetchAll = async () => {
    const cache = await caches.open(cacheName);
    await cache.addAll(files.map((file) => new Request(file, { cache: "reload" })));
    await scope.skipWaiting();
  };
  event.waitUntil(fetchAll());
});

scope.addEventListener("activate", (event) => {
  const dropOthers = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith("standoff-") && name !== cacheName);
    await Promise.all(old.map((name) => caches.delete(name)));
    await scope.clients.claim();
  };
  event.waitUntil(dropOthers());
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = request.url.slice(scope.registration.scope.length);
  if (
    request.method !== "GET" ||
    !request.url.startsWith(scope.registration.scope) ||
    path.startsWith("api/")
  )
    return;
  const answer = async () => {
    const cache = await caches.open(cacheName);
    return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
  };
  event.respondWith(answer());
});
