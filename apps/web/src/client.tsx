import "./styles/index.css";
import { hydrateRoot } from "react-dom/client";
import { listen } from "./live.tsx";
import type { View } from "./view.ts";
import { Workbench } from "./workbench.tsx";

const [place, data] = [document.getElementById("root"), document.getElementById("view")];
if (place !== null && data !== null) {
  const view: View = JSON.parse(data.textContent);
  const root = hydrateRoot(place, <Workbench view={view} />);
  listen(view, (element) => root.render(element));
}
