import { makeLive } from "../client.tsx";
import { PositionsPage } from "../pages/positions.tsx";

makeLive("positions", PositionsPage);
