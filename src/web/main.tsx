import { render } from "solid-js/web";
import { clean } from "../render/text.ts";
import { App } from "./app.tsx";
import "./app.css";
import { begin } from "./files/begin.ts";
import { createPage } from "./page.ts";
import { QUESTIONS } from "./questions.ts";

const begun = await begin();
const page = createPage(begun.beginning, QUESTIONS[0].id);
page.say(clean(begun.notice));
render(() => <App page={page} begun={begun} />, document.getElementById("page")!);

if (import.meta.env.PROD && "serviceWorker" in navigator)
  navigator.serviceWorker.register("./sw.js").catch(() => {
    // Without it the page works as long as its server is there.
  });
