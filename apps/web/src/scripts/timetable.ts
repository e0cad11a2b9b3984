import { makeLive } from "../client.tsx";
import { TimetablePage } from "../pages/timetable.tsx";

makeLive("timetable", TimetablePage);
