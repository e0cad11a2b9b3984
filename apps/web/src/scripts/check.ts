import { makeLive } from "../client.tsx";
import { CheckPage } from "../pages/check.tsx";

makeLive("check", CheckPage);
