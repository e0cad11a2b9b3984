import { makeLive } from "../client.tsx";
import { KeepingPage } from "../pages/keeping.tsx";

makeLive("keeping", KeepingPage);
