/** Each boundary has a name, a reason, and a way out. There are no exceptions. */
const engines = "agreement|schedule|bargaining|power-sharing|compliance|violence|documents";
module.exports = {
  forbidden: [
    {
      name: "engines-stand-alone",
      comment:
        "A researcher installs one engine and nothing else, so engines never import each other. Way out: pass plain inputs with an opaque reference, and join them in packages/process.",
      severity: "error",
      from: { path: `^packages/(${engines})/` },
      to: { path: "^packages/", pathNot: ["^packages/$1/", "^packages/(diagnostics|calendar)/"] },
    },
    {
      name: "ground-floor",
      comment:
        "diagnostics and calendar carry everything else, so they rest on nothing of ours. Way out: move the idea to the package that needs it.",
      severity: "error",
      from: { path: "^packages/(diagnostics|calendar)/" },
      to: { path: "^(packages|apps)/", pathNot: "^packages/$1/" },
    },
    {
      name: "packages-know-no-app",
      comment: "Packages are used without our apps. Way out: take what the app knows as an argument.",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^apps/" },
    },
    {
      name: "apps-ask-process",
      comment:
        "Only process joins the engines; an app that calls an engine would join them a second time. Way out: add a question to packages/process. Types may be imported.",
      severity: "error",
      from: { path: "^apps/[^/]+/src/" },
      to: { path: `^packages/(${engines})/`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-packages",
      comment:
        "No clock, file or network inside a package: answers must be the same on every machine and in a browser. Way out: packages/process/src/disk.ts reads folders and incidents-disk.ts large files; everything else takes values.",
      severity: "error",
      from: { path: "^packages/[^/]+/src/", pathNot: "^packages/process/src/(disk|incidents-disk)\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "web-runs-in-a-browser",
      comment: "The pages run in a browser. Way out: let apps/server read, and hand the page a value.",
      severity: "error",
      from: { path: "^apps/web/src/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "internal-is-internal",
      comment: "What lies in src/internal may change without notice. Way out: export it from the package's index.",
      severity: "error",
      from: { path: "^(packages|apps)/([^/]+)/" },
      to: { path: "^(packages|apps)/[^/]+/src/internal/", pathNot: "^$1/$2/" },
    },
    {
      name: "no-circles",
      comment:
        "Two files that run each other are one idea or three. Types may point both ways, since nothing runs. Way out: name the third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "a-helper-earns-a-noun",
      comment: "Nothing is called utils, lib, common, helpers, manager or misc. Way out: name what it does.",
      severity: "error",
      from: {},
      to: {
        path: "^(packages|apps|scripts)/.*(^|/)(utils?|lib|common|helpers?|managers?|misc)(/|\\.ts)",
        pathNot: "node_modules",
      },
    },
    {
      name: "nothing-unresolved",
      comment: "An import that resolves to nothing fails for the user. Way out: add the dependency to that package.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "(dist/|\\?inline$|^virtual:)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|node_modules/\\.)" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["parley-source", "import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
