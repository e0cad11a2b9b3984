import { buildWorkbench } from "../apps/web/build.ts";
import { buildPackages } from "./build-packages.ts";

/** Makes everything that is published: the packages as JavaScript, and the pages. */
buildPackages();
await buildWorkbench();
