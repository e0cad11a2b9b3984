import { makeLive } from "../client.tsx";
import { BriefPage } from "../pages/brief.tsx";

makeLive("brief", BriefPage);
