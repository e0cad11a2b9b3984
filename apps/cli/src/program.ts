import { Command } from "commander";
import type { ExitCode, Terminal } from "./terminal.ts";
import { type BodiesOptions, bodiesVerb } from "./verbs/bodies.ts";
import { type BriefOptions, briefVerb } from "./verbs/brief.ts";
import { type CalendarOptions, calendarVerb } from "./verbs/calendar.ts";
import { type CheckOptions, checkVerb } from "./verbs/check.ts";
import { type CompareOptions, compareVerb } from "./verbs/compare.ts";
import { type ExportOptions, exportVerb } from "./verbs/export.ts";
import { type ImportOptions, importVerb } from "./verbs/import.ts";
import { type InitOptions, initVerb } from "./verbs/init.ts";
import { type MatrixOptions, matrixVerb } from "./verbs/matrix.ts";
import { type PackagesOptions, packagesVerb } from "./verbs/packages.ts";
import { type PositionsOptions, positionsVerb } from "./verbs/positions.ts";
import { type ScheduleOptions, scheduleVerb } from "./verbs/schedule.ts";
import { type ServeOptions, serveVerb } from "./verbs/serve.ts";
import { type StatusOptions, statusVerb } from "./verbs/status.ts";
import { type ViolenceOptions, violenceVerb } from "./verbs/violence.ts";

const version = "0.1.0";
const asOf = ["--as-of <day>", "answer as of this day, YYYY-MM-DD (the day in process.yaml unless told)"] as const;
const json = ["--json", "print one JSON object, as docs/spec/schemas describes it"] as const;
const folder = ["<folder>", "the folder of a process, the one that has process.yaml in it"] as const;

/** The command line as commander reads it. `leave` is told the exit code of the verb that ran. */
export function parleyProgram(terminal: Terminal, leave: (code: ExitCode) => void): Command {
  const program = new Command("parley")
    .description("One peace process in one place: its text, positions, timetable, bodies and keeping.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      outputError: (text, write) => write(plainError(text)),
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
    })
    .addHelpText("after", "\nExit codes: 0 fine, 1 findings, 2 wrong use, 3 our fault.");
  const verb = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .option(...json);

  verb("check", "what is wrong or doubtful in a folder or in one text")
    .argument("<path>", "the folder of a process, or one text")
    .action(async (path: string, options: CheckOptions) => leave(await checkVerb(path, options, terminal)));
  verb("schedule", "can the timetable be met: windows, contradictions and tensions")
    .argument(...folder)
    .option(...asOf)
    .option("--choose <issue=option>", "take this option of an open bracket; may be repeated", gathered)
    .option("--without <id>", "leave out this assumption; may be repeated", gathered)
    .action(async (path: string, options: ScheduleOptions) => leave(await scheduleVerb(path, options, terminal)));
  verb("packages", "what is blocked, not excluded, not known; and what opens")
    .argument(...folder)
    .option(...asOf)
    .option("--assessed", "use assessments too; they are somebody's judgement, never a party's word")
    .action(async (path: string, options: PackagesOptions) => leave(await packagesVerb(path, options, terminal)));
  verb("bodies", "seats, voting power, and who can block")
    .argument(...folder)
    .option(...asOf)
    .option("--rule <rule>", "try this rule of decision, such as “two thirds” or “9 votes”")
    .action(async (path: string, options: BodiesOptions) => leave(await bodiesVerb(path, options, terminal)));
  verb("positions", "who said what, with history")
    .argument(...folder)
    .option(...asOf)
    .action(async (path: string, options: PositionsOptions) => leave(await positionsVerb(path, options, terminal)));
  verb("matrix", "issues by drafts and by parties: the wording of each, and who stands where")
    .argument(...folder)
    .option(...asOf)
    .option("-o, --output <file>", "write the table to a file: .csv, .docx, .odt or .pdf")
    .action(async (path: string, options: MatrixOptions) => leave(await matrixVerb(path, options, terminal)));
  verb("status", "where every commitment of the agreements in force stands on a day")
    .argument(...folder)
    .option("--on <day>", "the day asked about, YYYY-MM-DD (the as-of day in process.yaml unless told)")
    .option("--known <day>", "use only what was known by the end of this day (the later of the two unless told)")
    .option("--evidence", "print every entry that bears on each commitment, with its grade")
    .option("-o, --output <file>", "write the implementation matrix to a file: .csv")
    .option("--hxl", "give the matrix a row of HXL tags")
    .action(async (path: string, options: StatusOptions) => leave(await statusVerb(path, options, terminal)));
  verb("calendar", "the days on which something is due or announced, for other calendars")
    .argument(...folder)
    .option("--on <day>", "the day asked about, YYYY-MM-DD")
    .option("--known <day>", "use only what was known by the end of this day")
    .option("-o, --output <file>", "write it to a file: .ics")
    .action(async (path: string, options: CalendarOptions) => leave(await calendarVerb(path, options, terminal)));
  verb("violence", "whether violence fell in a window against a baseline, as an indication")
    .argument("<path>", "the folder of a process, or a CSV file of incidents or daily figures")
    .option(...asOf)
    .option("--window <A..B>", "first and last day, both counted, or the id of a window of the folder")
    .option("--baseline <C..D>", "days, “21 days before”, “same days of 2018, 2019” or “12 a day”")
    .option("--target <target>", "what the agreement asks for: “80%” or “below 5 a day”")
    .option("--counts <what>", "what the agreement counts: deaths or incidents")
    .option("--province <name>", "one province only")
    .option("--by <what>", "the window and its baseline by province, actor, actors (the pair) or type")
    .option("--figures <id>", "which figures of the folder (its first unless told)")
    .option("--types <type>", "of a file: a type of violence to count; may be repeated", gathered)
    .option("--days-max <n>", "of a file: the longest record that is counted, 1 to 22 days (7 unless told)")
    .option("--multi-day <how>", "of a file: spread records of several days, or set-apart")
    .option("--deaths <which>", "of a file: the best, low or high figure")
    .option("--map <file>", "of a file: provinces as GeoJSON polygons, to place incidents that name none")
    .option("--country <name>", "of a file: the country of the map, as the file names it")
    .option("--deleted-ids <file>", "of a file: ids that the source has withdrawn, one a line")
    .option("--series <file>", "of a file: write derived daily figures by province: .csv")
    .option("--attribution <text>", "of a file: the source's name and licence, kept in the derived figures")
    .action(async (path: string, options: ViolenceOptions) => leave(await violenceVerb(path, options, terminal)));
  verb("compare", "what changed from one text to another")
    .argument("<before>", "the earlier text")
    .argument("<after>", "the later text")
    .action(async (before: string, after: string, options: CompareOptions) =>
      leave(await compareVerb({ before, after }, options, terminal)),
    );
  verb("import", "what a Word or OpenDocument file proposes, by party; as a draft in brackets or a list")
    .argument("<file>", "a .docx, .odt or Akoma Ntoso (.xml) file")
    .option("--base <draft.md>", "the draft that was sent: what changed without tracking is shown first")
    .option("-o, --output <file>", "write the draft with attributed brackets (.md) or the list of amendments (.json)")
    .option("--author <name=party>", "whose hand a name in the file is; may be repeated", gathered)
    .option("--returned-by <party>", "who sent the file back: its untracked changes are theirs")
    .option("--process <folder>", "the process whose names apply (that of --base unless told)")
    .action(async (path: string, options: ImportOptions) => leave(await importVerb(path, options, terminal)));
  verb("export", "a draft as Word, OpenDocument, PDF, Akoma Ntoso or Markdown, clean or as a redline")
    .argument("<path>", "the folder of a process, or one text")
    .option("-f, --format <format>", "docx, odt, pdf, akn or md (that of the file's ending unless told)")
    .option("-o, --output <file>", "the file to write")
    .option("--text <id>", "which text of the folder (its basis unless told)")
    .option(...asOf)
    .option("--redline-from <other>", "show every difference to this text as a tracked change: a file, or a text's id")
    .option("--author <name>", "the name tracked changes bear (the drafter's unless told)")
    .option("--comments-for <room>", "add what was said of each provision, as far as this room may read it")
    .action(async (path: string, options: ExportOptions) => leave(await exportVerb(path, options, terminal)));
  verb("brief", "the brief: what a mediator takes into the room")
    .argument(...folder)
    .option(...asOf)
    .option("--since <day>", "tell what changed since this day, YYYY-MM-DD")
    .option("--shareable", "leave out assessments, blocking sets, movements and unpublished positions")
    .option("-o, --output <file>", "write it to a file: .md, .html, .docx, .odt or .pdf")
    .action(async (path: string, options: BriefOptions) => leave(await briefVerb(path, options, terminal)));
  verb("serve", "the workbench, in a browser on this machine")
    .argument(...folder)
    .option("--port <number>", "the port to listen on")
    .action(async (path: string, options: ServeOptions) => leave(await serveVerb(path, options, terminal)));
  verb("init", "a small commented process to start from")
    .argument("<folder>", "a folder that is empty or does not exist yet")
    .action(async (path: string, options: InitOptions) => leave(await initVerb(path, options, terminal)));
  return program;
}

function gathered(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** Commander's “error: unknown option '--x'” as a sentence. */
function plainError(text: string): string {
  const said = text.replace(/^error: /u, "").trim();
  const [first = "", ...rest] = said.split("\n");
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.?)]$/u.test(first) ? "" : "."}`;
  return `${[sentence, ...rest].join("\n")}\n  “parley help” lists the verbs, “parley help <verb>” its options.\n`;
}
