import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { writeWhole } from "./write-whole.ts";

/**
 * The server of the page, for this machine alone. It gives out the files of the built page to anybody here, and, to who
 * has the token of this run, the standoffs of one folder, to read and to write. Requests in another host's name are refused,
 * so that no site on the web can reach it through a name of its own that points here (DNS rebinding).
 */
export function createPageServer(
  page: string,
  folder: string | undefined,
): { server: Server; token: string } {
  const token = randomBytes(24).toString("base64url");
  const server = createServer((request, response) => {
    answer(request, page, folder, token)
      .catch(
        (error): Answer => ({ status: 500, text: error instanceof Error ? error.message : String(error) }),
      )
      .then((answered) => send(request, response, answered));
  });
  server.requestTimeout = 30_000;
  return { server, token };
}

type Answer = {
  readonly status: number;
  readonly text?: string;
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
};

const refused = (status: number, text: string): Answer => ({ status, text });

/** What a page from here may do: run and load what comes from here, and nothing else. The same, but for frames, stands in index.html. */
const CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const SECURITY = {
  "Content-Security-Policy": CONTENT_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
};

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, text, bytes, headers }: Answer,
): void {
  const body = bytes ?? Buffer.from(text ?? "");
  response.writeHead(status, {
    ...SECURITY,
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    ...headers,
    "Content-Length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

async function answer(
  request: IncomingMessage,
  page: string,
  folder: string | undefined,
  token: string,
): Promise<Answer> {
  const hosts = ["localhost", "127.0.0.1", "[::1]"].map((name) => `${name}:${request.socket.localPort}`);
  if (!hosts.includes(request.headers.host ?? ""))
    return refused(403, "This server answers to this machine's own names only.");
  const url = parseUrl(request.url ?? "/");
  if (url === undefined) return refused(400, "This is no address.");
  if (!url.pathname.startsWith("/api/")) {
    return request.method === "GET" || request.method === "HEAD"
      ? pageFile(page, url.pathname)
      : refused(405, "Only GET.");
  }
  if (folder === undefined) return refused(404, "No folder is served.");
  if (!hasToken(request, token)) return refused(401, "Open the address that the program printed.");
  return folderAnswer(request, folder, url);
}

function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address, "http://127.0.0.1");
  } catch {
    return undefined;
  }
}

function hasToken(request: IncomingMessage, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ""), digest(`Bearer ${token}`));
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

function pageFile(page: string, pathname: string): Answer {
  const file = inside(page, pathname === "/" ? "index.html" : pathname.slice(1));
  const type = file === undefined ? undefined : TYPES[extname(file)];
  if (file === undefined || type === undefined) return refused(404, "There is nothing here.");
  // Names of assets carry a hash of what is in them.
  const cached = pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  return {
    status: 200,
    bytes: readFileSync(file),
    headers: { "Content-Type": type, "Cache-Control": cached },
  };
}

/** The real path of a file inside a folder; undefined when there is none, or when `..` or a link leads out of the folder. */
function inside(folder: string, path: string): string | undefined {
  try {
    const root = realpathSync(folder);
    const file = realpathSync(join(root, decodeURIComponent(path)));
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Files that the page may read, and of these write. */
const READABLE = /\.(ya?ml|gmcr)$/i;
const WRITABLE = /\.ya?ml$/i;
/** The largest file taken in and given out. */
const LARGEST = 5_000_000;
/** The most files listed. */
const LISTED = 1000;

async function folderAnswer(request: IncomingMessage, folder: string, url: URL): Promise<Answer> {
  if (url.pathname === "/api/files" && request.method === "GET")
    return {
      status: 200,
      text: JSON.stringify(filesOf(folder)),
      headers: { "Content-Type": TYPES[".json"] },
    };
  if (url.pathname !== "/api/file") return refused(404, "There is nothing here.");
  const path = url.searchParams.get("path") ?? "";
  const file = READABLE.test(path) ? inside(folder, encodeURIComponent(path)) : undefined;
  if (file === undefined || !READABLE.test(file))
    return refused(404, "There is no such standoff in the folder.");
  if (statSync(file).size > LARGEST)
    return refused(413, `The file is larger than ${LARGEST / 1_000_000} MB.`);
  const bytes = readFileSync(file);
  if (request.method === "GET") return { status: 200, bytes, headers: { ETag: versionOf(bytes) } };
  if (request.method !== "PUT") return refused(405, "Only GET and PUT.");
  if (!WRITABLE.test(file)) return refused(403, "Only .yaml and .yml files are written.");
  const body = await bodyOf(request);
  if (body === undefined) return refused(413, `The text is larger than ${LARGEST / 1_000_000} MB.`);
  if (request.headers["if-match"] !== versionOf(readFileSync(file)))
    return refused(
      412,
      "The file has changed on disk since it was opened; open it again, or save under another name.",
    );
  writeWhole(file, body.toString("utf8"));
  return { status: 200, headers: { ETag: versionOf(body) } };
}

function versionOf(bytes: Buffer): string {
  return `"${createHash("sha256").update(bytes).digest("base64url")}"`;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The standoffs of the folder and of the folders in it, by their paths; hidden folders and installed packages are left out. */
function filesOf(folder: string): string[] {
  const files: string[] = [];
  const look = (place: string, depth: number): void => {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      if (files.length >= LISTED || entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(place, entry.name);
      if (entry.isDirectory() && depth < 4) look(path, depth + 1);
      else if (entry.isFile() && READABLE.test(entry.name))
        files.push(relative(folder, path).split(sep).join("/"));
    }
  };
  look(folder, 0);
  return files.sort();
}
