import { render } from "solid-js/web";
import { App } from "./app.tsx";
import "./app.css";
import { EXAMPLES, readExample } from "./files/examples.ts";
import { servedFolder } from "./files/served-folder.ts";
import { createPage } from "./page.ts";
import { QUESTIONS } from "./questions.ts";

const served = servedFolder();
const { text, file, version, notice } = await firstText();
const page = createPage(text, file, QUESTIONS[0].id);
page.say(notice);
render(() => <App page={page} folder={served?.folder} opened={version} />, document.getElementById("page")!);

if (import.meta.env.PROD && "serviceWorker" in navigator)
  navigator.serviceWorker.register("./sw.js").catch(() => {
    // Without it the page works as long as its server is there.
  });

/** The file the program was asked to open, else the flagship. */
async function firstText(): Promise<{ text: string; file: string; version?: string; notice: string }> {
  const flagship = async (notice: string) => ({
    text: await readExample(EXAMPLES[0].file),
    file: EXAMPLES[0].file,
    notice,
  });
  if (served?.opens === undefined) return flagship("");
  const read = await served.folder.read(served.opens);
  if ("why" in read) return flagship(`${served.opens} could not be opened: ${read.why}`);
  return { ...read, file: served.opens, notice: "" };
}
