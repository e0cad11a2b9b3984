import { makeLive } from "../client.tsx";
import { CeasefirePage } from "../pages/ceasefire.tsx";

makeLive("ceasefire", CeasefirePage);
