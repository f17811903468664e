/** The folder that `standoff serve` or `standoff open` was given: its files are read and written in place. */
export type ServedFolder = {
  readonly read: (path: string) => Promise<ServedFile | Refusal>;
  /** Writes the file unless it has changed on disk since it was `read`. */
  readonly write: (path: string, text: string, version: string) => Promise<ServedFile | Refusal>;
  readonly list: () => Promise<{ readonly files: readonly string[] } | Refusal>;
};
export type ServedFile = { readonly text: string; readonly version: string };
export type Refusal = { readonly why: string };

const STORED = "standoff-token";

/**
 * The folder, when the page was opened with the address that the program printed; its token is taken out of the address
 * and kept for reloads of this tab. Otherwise undefined: the page does without.
 */
export function servedFolder():
  | { readonly folder: ServedFolder; readonly opens: string | undefined }
  | undefined {
  const given = new URLSearchParams(location.hash.slice(1));
  const token = given.get("token") ?? sessionStorage.getItem(STORED);
  const opens = given.get("file") ?? undefined;
  if (given.has("token")) {
    history.replaceState(
      null,
      "",
      `${location.pathname}${opens === undefined ? "" : `#file=${encodeURIComponent(opens)}`}`,
    );
    sessionStorage.setItem(STORED, given.get("token")!);
  }
  return token === null ? undefined : { folder: connect(token), opens };
}

function connect(token: string): ServedFolder {
  const call = async (address: string, request: RequestInit = {}): Promise<Response | Refusal> => {
    try {
      const headers = { ...request.headers, Authorization: `Bearer ${token}` };
      const response = await fetch(`api/${address}`, { ...request, headers });
      return response.ok ? response : { why: await response.text() };
    } catch {
      return { why: "The program that serves this page does not answer. Is it still running?" };
    }
  };
  const at = (path: string) => `file?path=${encodeURIComponent(path)}`;
  return {
    list: async () => {
      const response = await call("files");
      return "why" in response ? response : { files: await response.json() };
    },
    read: async (path) => {
      const response = await call(at(path));
      if ("why" in response) return response;
      return { text: await response.text(), version: response.headers.get("ETag") ?? "" };
    },
    write: async (path, text, version) => {
      const response = await call(at(path), { method: "PUT", body: text, headers: { "If-Match": version } });
      return "why" in response ? response : { text, version: response.headers.get("ETag") ?? "" };
    },
  };
}
