import type { CheckAnswer, DiagnosticAnswer } from "@parley/process";
import { Answer } from "../frame.tsx";
import { count, Finding } from "../words.tsx";

/** The gravest first. */
const severities: readonly DiagnosticAnswer["severity"][] = ["error", "warning", "note"];

/** "1 warning, 12 notes": what is grave first, and what there is none of is left out. */
function severitiesOf(found: readonly DiagnosticAnswer[]): string {
  return severities
    .flatMap((severity) => {
      const number = found.filter((finding) => finding.severity === severity).length;
      return number === 0 ? [] : [count(number, severity)];
    })
    .join(", ");
}

/** What is wrong in the folder, by file. */
export function CheckPage({ answer }: { readonly answer: CheckAnswer }) {
  const files = [...new Set(answer.diagnostics.map(({ file }) => file))];
  const grave = (severity: DiagnosticAnswer["severity"]) =>
    answer.diagnostics.filter((finding) => finding.severity === severity).length;
  const { counts } = answer;
  return (
    <>
      <Answer question="What should be looked at in the folder?">
        {answer.diagnostics.length === 0
          ? "Nothing was found to mend."
          : `${count(grave("error"), "error")}, ${count(grave("warning"), "warning")} and ${count(grave("note"), "note")}.`}
      </Answer>
      <p className="counts-line">
        Looked at: {count(counts.texts, "text")}, {count(counts.provisions, "provision")},{" "}
        {count(counts.brackets, "bracket")}, {count(counts.commitments, "commitment")},{" "}
        {count(counts.bodies, "body", "bodies")}.
      </p>
      {files.map((file, at) => {
        const found = answer.diagnostics
          .filter((finding) => finding.file === file)
          .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
        return (
          <section key={file ?? ""} className="file" aria-labelledby={`file-${at}`}>
            <h2 id={`file-${at}`}>
              {file ?? "The whole folder"} <span className="quiet">{severitiesOf(found)}</span>
            </h2>
            <ul className="plain">
              {found.map((finding) => (
                <li
                  key={`${finding.line}:${finding.column}:${finding.code}:${finding.message}`}
                  data-stop
                  tabIndex={-1}
                >
                  <Finding finding={finding} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
