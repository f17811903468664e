import { createSignal, onCleanup, onMount } from "solid-js";
import type { Documents } from "./documents.ts";
import { isReport } from "./is-report.ts";

type Handled = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };

/**
 * Files dropped anywhere on the page: news reports are read, all of them; else the first is opened. Gives whether one is being dragged
 * over it. To be called in a component.
 */
export function takeDrops(
  { openFile }: Documents,
  readReports: (reports: readonly File[]) => void,
): () => boolean {
  const [over, setOver] = createSignal(false);
  const brings = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
  const onDrag = (event: DragEvent) => {
    if (!brings(event)) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(true);
  };
  const onLeave = (event: DragEvent) => {
    if (event.relatedTarget === null) setOver(false);
  };
  const onDrop = async (event: DragEvent) => {
    if (!brings(event)) return;
    event.preventDefault();
    event.stopPropagation(); // else the text editor would take it for text to insert
    setOver(false);
    const files = [...event.dataTransfer!.files];
    const item = [...event.dataTransfer!.items].find(({ kind }) => kind === "file") as Handled | undefined;
    const handle = await item?.getAsFileSystemHandle?.().catch(() => null);
    const report = await Promise.all(files.map((file) => isReport(file).catch(() => false)));
    const reports = files.filter((_, index) => report[index]);
    if (reports.length > 0) readReports(reports);
    else if (files.length > 0)
      await openFile(files[0], handle?.kind === "file" ? (handle as FileSystemFileHandle) : undefined);
  };
  const listeners = { dragenter: onDrag, dragover: onDrag, dragleave: onLeave, drop: onDrop } as const;
  onMount(() => {
    for (const [name, listener] of Object.entries(listeners))
      window.addEventListener(name, listener as EventListener, true);
    onCleanup(() => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name, listener as EventListener, true);
    });
  });
  return over;
}
