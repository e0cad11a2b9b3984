/** Style sheets are taken in for what they do, and give no value. */
declare module "*.css";

/** The names of the built script and style sheets, put in by build.ts once the browser's half is built. */
declare const builtFiles: { readonly script: string; readonly styles: readonly string[] };
