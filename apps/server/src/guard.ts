import type { MiddlewareHandler } from "hono";

/**
 * What a page may do: load our own script, style and fonts, ask this server, and nothing else. No inline script or
 * style, so that words of a draft can never become either.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers of every response, refusals included. */
export const guardHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set("content-security-policy", policy);
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "no-referrer");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-resource-policy", "same-origin");
  // One address answers in two forms and changes with the folder, so nothing but hashed files may be kept.
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
};

/** True for the names this machine has for itself. Any other Host is a page elsewhere that had its name point here. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  const names = ["127.0.0.1", "localhost", "[::1]"];
  const said = host?.toLowerCase();
  return names.some((name) => said === `${name}:${port}` || (port === 80 && said === name));
}
