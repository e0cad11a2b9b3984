import type { View } from "./view.ts";

export { daysNear } from "./pictures/series-parts.ts";
export {
  type Asked,
  all,
  type Content,
  type FrontAnswer,
  one,
  type PageName,
  pageNames,
  pageOf,
  readAsked,
  type View,
} from "./view.ts";

/** The built pages: what turns a view into a document. */
export interface Workbench {
  /** A whole HTML document. Pure; the same view gives the same bytes. */
  readonly render: (view: View) => string;
  /** A short page without a frame, for a refusal such as "not found". Both texts are escaped. */
  readonly renderNotice: (notice: { readonly title: string; readonly text: string }) => string;
}

/** Where the built files for the browser lie; every name in `assets/` carries a hash of its content. */
export const clientFolder = new URL("../dist/client/", import.meta.url);

/** Loads the built pages. Rejects when they have not been built; `buildWorkbench` in `build.ts` builds them. */
export async function loadWorkbench(): Promise<Workbench> {
  const built: { default: Workbench } = await import(new URL("../dist/server/server.js", import.meta.url).href);
  return built.default;
}
