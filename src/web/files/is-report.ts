/** Whether a file dropped on the page is a news report to be read rather than a standoff to be opened: by its name, else by how it begins. */
export async function isReport(file: File): Promise<boolean> {
  if (/\.(ya?ml|gmcr|json)$/i.test(file.name)) return false;
  if (/\.(x?html?|mht|mhtml)$/i.test(file.name)) return true;
  const start = await file.slice(0, 4096).text();
  if (/^standoff\s*:/m.test(start)) return false;
  return (
    /\.(txt|text|md|pdf|docx?|rtf|eml)$/i.test(file.name) || /<(!doctype html|html|body|p)\b/i.test(start)
  );
}
