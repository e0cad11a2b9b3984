import { makeLive } from "../client.tsx";
import { PackagesPage } from "../pages/packages.tsx";

makeLive("packages", PackagesPage);
