const mayImport = {
  model: [],
  themes: ["model"],
  layouts: ["model", "themes"],
  "wall/link": ["model"],
  "wall/store": ["model"],
  "wall/marks": ["model", "themes"],
  "wall/stage": ["model", "themes", "wall/marks"],
  "wall/kit": ["model", "themes", "wall/marks", "wall/stage", "wall/store", "wall/link"],
  "wall/panels": ["model", "themes", "wall/marks", "wall/kit"],
  "wall/scenes": ["model", "themes", "layouts", "wall/kit"],
  "wall/console": ["model", "themes", "layouts", "wall/kit", "wall/scenes", "wall/panels"],
  "wall/field": ["model", "themes", "layouts", "wall/kit", "wall/scenes", "wall/panels"],
};
const only = (name, from, ...to) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: "[.]test[.]ts$" },
  to: { pathNot: [...to, "^node_modules/", "^[a-z0-9_:/]+$", "^pixi[.]js/unsafe-eval$"] },
});
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    ...Object.entries(mayImport).map(([f, to]) => only(`${f} looks down`, `^${f}/`, `^${f}/`, ...to.map((t) => `^${t}/`))),
    only("a room knows only the model", "^server/(?!paper/)([^/]+)/", "^server/$1/", "^model/"),
    only("paper draws with the wall's marks", "^server/paper/", "^server/paper/", "^(model|themes|layouts)/", "^wall/marks/"),
    only("a topic is data about itself", "^topics/([^/]+)/(?!panels/)", "^topics/$1/(?!panels/)", "^model/"),
    only("a topic's panel is a panel", "^topics/([^/]+)/panels/", "^topics/$1/", "^model/", "^themes/", "^wall/(kit|marks)/"),
    only("the wall meets the server only in the model", "^wall/", "^(wall|model|themes|layouts|topics)/"),
    only("the server meets the wall only in the model and in marks", "^server/", "^(server|model|themes|layouts|topics)/", "^wall/marks/"),
    { name: "pixi stays on the stage", severity: "error", from: { pathNot: "^wall/stage/" }, to: { path: "(^|node_modules/)pixi" } },
    {
      name: "lit stays above the stage",
      severity: "error",
      from: { path: "^(model|themes|layouts|server|wall/(link|store|marks|stage))/" },
      to: { path: "node_modules/lit" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    tsConfig: { fileName: "tsconfig.json" },
    exclude: { path: "^(dist|[.]data)/" },
  },
};
