import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPageServer } from "./page-server.ts";

const home = mkdtempSync(join(tmpdir(), "standoff-serve-"));
const folder = join(home, "folder");
const page = join(home, "page");
const { server, token } = createPageServer(page, folder);
const port = () => (server.address() as AddressInfo).port;

beforeAll(async () => {
  for (const each of [folder, page, join(page, "assets"), join(folder, "sub")])
    mkdirSync(each, { recursive: true });
  writeFileSync(join(page, "index.html"), "<!doctype html>the page");
  writeFileSync(join(page, "assets", "a-123.js"), "1");
  writeFileSync(join(folder, "a.yaml"), "one");
  writeFileSync(join(folder, "sub", "b c.yml"), "two");
  writeFileSync(join(folder, "m.gmcr"), "{}");
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(home, "outside.yaml"), "outside");
  symlinkSync(join(home, "outside.yaml"), join(folder, "link.yaml"));
  symlinkSync(join(folder, "secret.txt"), join(folder, "disguised.yaml"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  server.close();
  rmSync(home, { recursive: true });
});

type Got = { status: number; text: string; headers: IncomingHttpHeaders };
const ask = (
  path: string,
  { method = "GET", host = `127.0.0.1:${port()}`, body, ...headers }: Record<string, string> = {},
): Promise<Got> =>
  new Promise((settle, fail) => {
    const asked = request(
      { host: "127.0.0.1", port: port(), path, method, headers: { host, ...headers } },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () => settle({ status: response.statusCode!, text, headers: response.headers }));
      },
    );
    asked.on("error", fail);
    asked.end(body);
  });
const withToken = (headers: Record<string, string> = {}) => ({
  authorization: `Bearer ${token}`,
  ...headers,
});
const file = (path: string) => `/api/file?path=${encodeURIComponent(path)}`;

describe("the page", () => {
  test("is given with the headers that keep it in", async () => {
    const { status, text, headers } = await ask("/");
    expect([status, text]).toEqual([200, "<!doctype html>the page"]);
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
    expect(headers["content-security-policy"]).not.toMatch(/unsafe|\*/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("has assets that may be kept for ever, since their names change with them", async () => {
    expect((await ask("/assets/a-123.js")).headers["cache-control"]).toContain("immutable");
    expect((await ask("/")).headers["cache-control"]).toBe("no-cache");
  });

  test.each([
    "/../folder/a.yaml",
    "/..%2ffolder/secret.txt",
    "/%2e%2e/outside.yaml",
    "/assets",
    "/nothing.js",
    "/%zz",
  ])("%s leads nowhere", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });
});

test.each(["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:80"])(
  "the host name %j is refused",
  async (host) => {
    expect((await ask("/", { host })).status).toBe(403);
    expect((await ask("/api/files", withToken({ host }))).status).toBe(403);
  },
);

test("localhost and [::1] with the right port are this machine", async () => {
  for (const host of [`localhost:${port()}`, `[::1]:${port()}`])
    expect((await ask("/", { host })).status).toBe(200);
});

describe("the folder", () => {
  test("is closed to whoever has not the token", async () => {
    expect((await ask("/api/files")).status).toBe(401);
    expect((await ask(file("a.yaml"), { authorization: `Bearer ${token}x` })).status).toBe(401);
    expect((await ask(file("a.yaml"), { method: "PUT", body: "x" })).status).toBe(401);
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("one");
  });

  test("lists its standoffs, those of its folders too, and no links", async () => {
    expect(JSON.parse((await ask("/api/files", withToken())).text)).toEqual([
      "a.yaml",
      "m.gmcr",
      "sub/b c.yml",
    ]);
  });

  test("gives a standoff and takes it back changed", async () => {
    const { text, headers } = await ask(file("sub/b c.yml"), withToken());
    expect(text).toBe("two");
    const put = withToken({ method: "PUT", body: "three", "if-match": headers.etag! });
    expect((await ask(file("sub/b c.yml"), put)).status).toBe(200);
    expect(readFileSync(join(folder, "sub", "b c.yml"), "utf8")).toBe("three");
  });

  test("does not overwrite what somebody else has changed meanwhile", async () => {
    const { headers } = await ask(file("a.yaml"), withToken());
    writeFileSync(join(folder, "a.yaml"), "theirs");
    const put = withToken({ method: "PUT", body: "mine", "if-match": headers.etag! });
    expect((await ask(file("a.yaml"), put)).status).toBe(412);
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("theirs");
  });

  test.each([
    "../outside.yaml",
    "/etc/hosts.yaml",
    "link.yaml",
    "disguised.yaml",
    "secret.txt",
    "sub",
    "",
    "a.yaml\0.yaml",
  ])("%j cannot be read", async (path) => {
    expect((await ask(file(path), withToken())).status).toBe(404);
  });

  test("a text too large is refused and nothing is written", async () => {
    const { headers } = await ask(file("a.yaml"), withToken());
    const put = withToken({ method: "PUT", body: "x".repeat(5_000_001), "if-match": headers.etag! });
    const outcome = await ask(file("a.yaml"), put).then(
      ({ status }) => status,
      () => 413,
    );
    expect(outcome).toBe(413);
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("theirs");
  });

  test("GMCR+ models are read and never written", async () => {
    const { headers } = await ask(file("m.gmcr"), withToken());
    const put = withToken({ method: "PUT", body: "x", "if-match": headers.etag! });
    expect((await ask(file("m.gmcr"), put)).status).toBe(403);
  });
});
