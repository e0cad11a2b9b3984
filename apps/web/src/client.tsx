import "./styles/index.css";
import { hydrateRoot } from "react-dom/client";
import { goLive } from "./live.tsx";
import type { View } from "./view.ts";

const [place, data] = [document.getElementById("root"), document.getElementById("view")];
if (place !== null && data !== null) {
  const view: View = JSON.parse(data.textContent);
  goLive(view, (element) => {
    const root = hydrateRoot(place, element);
    return (next) => root.render(next);
  });
}
