import { makeLive } from "../client.tsx";
import { TextPage } from "../pages/text.tsx";

makeLive("text", TextPage);
