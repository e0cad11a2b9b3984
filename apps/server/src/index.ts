export { type Served, type ServeOptions, serveFolder } from "./serve.ts";
