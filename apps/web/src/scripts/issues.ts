import { makeLive } from "../client.tsx";
import { IssuesPage } from "../pages/issues.tsx";

makeLive("issues", IssuesPage);
