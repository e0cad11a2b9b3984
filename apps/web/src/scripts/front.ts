import { makeLive } from "../client.tsx";
import { FrontPage } from "../pages/front.tsx";

makeLive("front", FrontPage);
