/** Style sheets are taken in for what they do, and give no value. */
declare module "*.css";

/** The names of the built scripts and style sheets, put in by build.ts once the browser's half is built. */
declare const builtFiles: {
  readonly styles: readonly string[];
  /** By the name of a page: its script, then what that imports. */
  readonly scripts: Readonly<Record<string, readonly string[]>>;
};
