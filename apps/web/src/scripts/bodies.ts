import { makeLive } from "../client.tsx";
import { BodiesPage } from "../pages/bodies.tsx";

makeLive("bodies", BodiesPage);
