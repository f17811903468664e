import { render } from "solid-js/web";
import { clean } from "../render/text.ts";
import { App } from "./app.tsx";
import "./app.css";
import { createEngine, type WorkerLike } from "./engine/client.ts";
import { begin } from "./files/begin.ts";
import { createPage } from "./page.ts";
import { QUESTIONS } from "./questions.ts";

// The engine's code and the first panel are fetched while the first text is looked for.
const engine = createEngine(
  () =>
    new Worker(new URL("./engine/worker.ts", import.meta.url), { type: "module" }) as unknown as WorkerLike,
);
QUESTIONS[0].Panel.preload();
const begun = await begin();
const page = createPage(begun.beginning, QUESTIONS[0].id, engine);
page.say(clean(begun.notice));
render(() => <App page={page} begun={begun} />, document.getElementById("page")!);

/** Milliseconds after which the page is fetched once more, to be kept for offline: not while the first answer is being made. */
const AFTER_THE_FIRST_VIEW = 3000;

if (import.meta.env.PROD && "serviceWorker" in navigator)
  setTimeout(() => {
    navigator.serviceWorker.register("./sw.js").catch(() => {
      // Without it the page works as long as its server is there.
    });
  }, AFTER_THE_FIRST_VIEW);
